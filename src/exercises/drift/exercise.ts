import { field, type Answer } from '#domain/answer.ts';
import { markOf, type WordedMark } from '#domain/mark.ts';
import type { ExerciseType } from '../contract.ts';
import type { Spec } from './schema.ts';

/** What a learner compares: the source, and what became of it. */
export interface Question {
  readonly source: Spec['source'];
  /** What can change, each with what the source has there. */
  readonly points: Spec['points'];
  readonly versions: readonly {
    readonly id: string;
    readonly who: string;
    readonly when: string;
    readonly says: string;
    readonly caveat: string | undefined;
  }[];
}

/** The box for a version that has changed nothing: it excludes all others. */
export const nothing = 'nothing';

type Type = ExerciseType<Spec, Question, WordedMark>;
type Version = Spec['versions'][number];

export const main: Type['main'] = 'changed';

export const claims: Type['claims'] = () => [];

export const items: Type['items'] = (spec) => spec.versions.map(({ id }) => id);

export const ask: Type['ask'] = ({ source, points, versions }) => ({
  source,
  points,
  versions: versions.map(({ id, who, when, says, caveat }) => ({ id, who, when, says, caveat })),
});

/** All or nothing: right when all that changed is ticked and nothing that was kept. What is open counts either way. */
export const mark: Type['mark'] = (spec, _claims, answer) =>
  markOf(
    spec.versions.map((version) => {
      const ticked = tickedIn(answer, spec, version);
      const fits = ({ id }: Spec['points'][number]) =>
        Object.hasOwn(version.open, id) || ticked.has(id) === Object.hasOwn(version.changed, id);
      // Without a script the form takes "nothing" beside something.
      const clear = ticked.size === 1 || (ticked.size > 1 && !ticked.has(nothing));
      return {
        item: version.id,
        answered: ticked.size > 0,
        scored: true,
        earned: clear && spec.points.every(fits) ? 1 : 0,
        possible: 1,
        yours: ticked.size > 0 ? named(spec, ticked) : undefined,
        key: named(spec, keyTo(version)),
        reasons: reasonsOf(spec, version, ticked),
      };
    }),
  );

export const keySheet: Type['keySheet'] = (spec) =>
  spec.versions.map((version) => ({
    item: version.id,
    about: `${version.who}: ${version.says}`,
    key: named(spec, keyTo(version)),
    reasons: reasonsOf(spec, version, new Set(Object.keys(version.kept))),
  }));

/** What can be ticked, in order: the points, and that none of them changed. */
function boxesOf({ points }: Spec): readonly { readonly id: string; readonly name: string }[] {
  return [...points, { id: nothing, name: 'Nothing' }];
}

/** The boxes ticked for a version; others than those on offer do not count. */
function tickedIn(answer: Answer, spec: Spec, { id }: Version): ReadonlySet<string> {
  const boxes = boxesOf(spec).map((box) => box.id);
  return new Set(boxes.filter((box) => answer[field(main, id, box)] === 'yes'));
}

/** The boxes to tick for a version. */
function keyTo({ changed }: Version): ReadonlySet<string> {
  const points = Object.keys(changed);
  return new Set(points.length > 0 ? points : [nothing]);
}

/** The names of boxes as one text. */
function named(spec: Spec, boxes: ReadonlySet<string>): string {
  return boxesOf(spec)
    .filter(({ id }) => boxes.has(id))
    .map(({ name }) => name)
    .join(' · ');
}

/** Why, point by point: what changed, what can be seen either way, and what tempted although it was kept. */
function reasonsOf({ points }: Spec, version: Version, tempted: ReadonlySet<string>): string[] {
  const { why, changed, open, kept } = version;
  return [
    why,
    ...points.flatMap(({ id, name }) => {
      if (changed[id]) return [`${name}: ${changed[id]}`];
      if (open[id]) return [`${name}, which counts either way: ${open[id]}`];
      return tempted.has(id) && kept[id] ? [`Not “${name}”: ${kept[id]}`] : [];
    }),
  ];
}

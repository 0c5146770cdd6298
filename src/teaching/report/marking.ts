import { isExercise, type Assignment, type ExerciseStep } from '#domain/assignment.ts';
import type { Article } from '#domain/article.ts';
import type { ClaimId } from '#domain/claim.ts';
import { labels, type Label } from '#domain/label.ts';
import type { ItemId, ItemMark, LabelMark } from '#domain/mark.ts';
import type { BaseSpec, ExerciseType, Key } from '#exercises/contract.ts';
import { fetchKey } from '#exercises/key.ts';
import { typeOf } from '#exercises/live.ts';
import { fetchMaterial, type CaseMaterial } from '#exercises/material.ts';
import { markerOf } from '#exercises/results.ts';
import type { Attempt } from '#storage/attempt.ts';
import { rounds } from '#storage/rounds.ts';
import type { Catalogue } from '../assigned.ts';
import { keyAsSet } from '../setting.ts';
import type { Learner } from './learners.ts';

/** An exercise of an assignment: set by itself, or part of a lesson that is set. */
export interface Listed {
  readonly exercise: string;
  readonly title: string;
  /** The title of the lesson that it is part of. */
  readonly lesson: string | undefined;
  /** As it is set; an exercise of a lesson stands as its file has it. */
  readonly step: ExerciseStep;
}

/** What an assignment asks of those who do it, as this site has it today. */
export interface Contents {
  readonly exercises: readonly Listed[];
  /** What it names and this site no longer has: ids of exercises and lessons. */
  readonly gone: readonly string[];
}

/** The exercises of an assignment in their order, those of its lessons among them. */
export function contentsOf({ steps }: Assignment, catalogue: Catalogue): Contents {
  const gone: string[] = [];
  const exercises = steps.flatMap((step): Listed[] => {
    const lesson = isExercise(step) ? undefined : catalogue.lessons[step.lesson];
    const ids = isExercise(step) ? [step.exercise] : lesson?.exercises;
    if (!ids) gone.push((step as { lesson: string }).lesson);
    return (ids ?? []).flatMap((exercise) => {
      const found = catalogue.exercises[exercise];
      if (!found) gone.push(exercise);
      return found
        ? [
            {
              exercise,
              title: found.title,
              lesson: lesson?.title,
              step: isExercise(step) ? step : { exercise },
            },
          ]
        : [];
    });
  });
  // Two lessons may share an exercise: on its page it is one, and done once.
  const isSame = (one: Listed, other: Listed) =>
    one.exercise === other.exercise && (one.lesson === undefined) === (other.lesson === undefined);
  return {
    exercises: exercises.filter((each, at) => exercises.findIndex((other) => isSame(each, other)) === at),
    gone: [...new Set(gone)],
  };
}

/** All that it takes to mark the answers to one exercise, and to show them. */
export interface Fetched {
  readonly type: ExerciseType<BaseSpec, unknown>;
  readonly mark: ExerciseType<never, unknown>['mark'];
  readonly key: Key<BaseSpec>;
  readonly material: CaseMaterial;
}

const fetched = new Map<string, Fetched>();

/** Fetched once a page; undefined where any of it cannot be fetched: the next time it is tried anew. */
export async function fetchAll(exercise: string): Promise<Fetched | undefined> {
  const known = fetched.get(exercise);
  if (known) return known;
  try {
    const found = await fetchNow(exercise);
    fetched.set(exercise, found);
    return found;
  } catch {
    return undefined;
  }
}

async function fetchNow(exercise: string): Promise<Fetched> {
  const key = await fetchKey(exercise);
  const [type, mark, material] = await Promise.all([
    typeOf(key.spec.type),
    markerOf(key.spec.type),
    fetchMaterial(key.spec.case),
  ]);
  return { type, mark, key, material };
}

/** One answer, and what each item of it earned: nothing where all that it answered is no longer asked. */
export interface Marked {
  readonly attempt: Attempt;
  readonly marks: readonly ItemMark[];
}

/** What one learner did in one exercise at one go, and the second look at it. */
export interface Work {
  readonly first: Marked;
  readonly revised: Marked | undefined;
}

/** An exercise with the answers of a class. */
export interface MarkedExercise extends Listed {
  readonly key: Key<BaseSpec>;
  /** The question of the form that makes an item count as answered. */
  readonly main: string;
  /** The article as it was set to be read. */
  readonly article: Article;
  readonly items: readonly ItemId[];
  /** Of each item, in their order: what it asks about, and the key to it in words, where there is one. */
  readonly lines: readonly { readonly about: string; readonly key: string | undefined }[];
  /** The labels on offer; none where the exercise does not ask for labels. */
  readonly labels: readonly Label[];
  /** Claims that the teacher chose and the article no longer has. */
  readonly missing: readonly ClaimId[];
  /**
   * Per learner, in the order of the learners: every go at it, the first one first. Figures are made of the first: it was
   * begun before the reasons were read.
   */
  readonly works: readonly (readonly Work[])[];
  /** What was answered and is not asked, by this site or by this assignment: it is not marked. */
  readonly strays: readonly ItemId[];
}

/** Marks what a class handed in for one exercise. */
export function markedExercise(
  listed: Listed,
  { type, mark, key, material }: Fetched,
  assignment: Assignment,
  learners: readonly Learner[],
): MarkedExercise {
  // The pages of lessons show the standard text, whatever is set.
  const plain = assignment.level === 'plain' && listed.lesson === undefined;
  const article = (plain ? material.plain : undefined) ?? material.article;
  const asSet = keyAsSet(type, key, article, assignment, listed.step);
  const { spec, claims } = asSet.key;
  const lines = type.keySheet(spec, claims, { ...material, article });
  const marked = (attempt: Attempt): Marked => {
    const found = mark(spec as never, claims, attempt.answer);
    return { attempt, marks: found.kind === 'marked' ? found.items : [] };
  };
  const attempts = learners.map((learner) => attemptsAt(listed, assignment, learner));
  return {
    ...listed,
    key: asSet.key,
    main: type.main,
    article,
    items: asSet.items,
    lines: asSet.items.map((item) => {
      const line = lines.find((each) => each.item === item);
      return { about: line?.about ?? key.texts[item] ?? item, key: line?.key };
    }),
    labels: labelsOf(type, spec),
    missing: asSet.missing,
    works: attempts.map((own) =>
      rounds(own).map(({ first, revised }) => ({
        first: marked(first),
        revised: revised && marked(revised),
      })),
    ),
    strays: straysIn(attempts.flat(), type.main, asSet.items),
  };
}

/** The attempts at an exercise that count for it: as an assignment sets it, or on its lesson's own page. */
function attemptsAt({ exercise, lesson }: Listed, { id }: Assignment, { attempts }: Learner): Attempt[] {
  return attempts.filter(
    (attempt) =>
      attempt.exercise === exercise && attempt.assignment === (lesson === undefined ? id : undefined),
  );
}

function labelsOf({ main }: Fetched['type'], spec: BaseSpec): Label[] {
  if (main !== 'label') return [];
  const { labels: offered = [] } = spec as { readonly labels?: readonly Label[] };
  return labels.filter((label) => offered.includes(label));
}

function straysIn(attempts: readonly Attempt[], main: string, items: readonly ItemId[]): ItemId[] {
  const asked = new Set(items);
  const found = new Set<ItemId>();
  for (const { answer } of attempts)
    for (const [name, value] of Object.entries(answer)) {
      const [question, item] = name.split(':');
      if (question === main && item && value.trim() !== '' && !asked.has(item)) found.add(item);
    }
  return [...found].sort();
}

/** Whether an exercise asks for labels, so that its marks are {@link LabelMark}s. */
export function asksForLabels({ labels: offered }: Pick<MarkedExercise, 'labels'>): boolean {
  return offered.length > 0;
}

/** Exercises named in `learners`' answers that the assignment, as this site has it, does not ask for. */
export function unasked({ id }: Assignment, { exercises }: Contents, learners: readonly Learner[]): string[] {
  const named = learners.flatMap(({ attempts }) =>
    attempts
      .filter(
        (attempt) =>
          !exercises.some(
            ({ exercise, lesson }) =>
              exercise === attempt.exercise && attempt.assignment === (lesson === undefined ? id : undefined),
          ),
      )
      .map(({ exercise }) => exercise),
  );
  return [...new Set(named)].sort();
}

/** Marks of an exercise that asks for labels. */
export function labelMarks(marks: readonly ItemMark[]): readonly LabelMark[] {
  return marks as readonly LabelMark[];
}

import type { Claim } from '#domain/claim.ts';
import type { BaseSpec, Material } from '#exercises/contract.ts';
import { registry } from '#exercises/registry.ts';
import { href } from '#ui/href.ts';
import { keyOf, readContent, type Case } from './content.ts';
import { readFolder } from './files.ts';
import type { Lesson } from './lesson.ts';
import type { Listed } from './portfolio.ts';
import type { Form } from './test-plan.ts';

/**
 * All content, read and checked once for the whole build.
 *
 * @throws {ContentError} with every problem, when any file is not fit for use
 */
export const course = readContent(readFolder(process.env['CONTENT'] ?? 'content'), registry);

/** An exercise with all that its page needs. */
export interface SetExercise {
  readonly id: string;
  readonly spec: BaseSpec;
  readonly material: Material;
  /** The key of the claims it asks about, in its order. */
  readonly claims: readonly Claim[];
}

/** The exercises of the course. */
export const exercises: readonly (SetExercise & { readonly case: Case })[] = course.exercises.map(
  ({ id, spec }) => {
    const its = caseOf(spec.case);
    return { id, spec, case: its, material: its, claims: keyOf(its, claimsAsked(spec, its)) };
  },
);

/** One example of each exercise type, for the gallery. */
export const examples: readonly (SetExercise & { readonly type: string })[] = Object.entries(registry).map(
  ([type, { example }]) => ({
    id: `gallery-${type}`,
    type,
    spec: example.spec,
    material: { ...example, dossier: example.dossier ?? [] },
    claims: keyOf(example, claimsAsked(example.spec, { ...example, dossier: [] })),
  }),
);

/** The cases that a reader may choose from. */
export const cases: readonly Case[] = course.cases.filter((its) => !its.bank);

/** The ten-claim tests, one a case: equal forms, of which a learner takes another each time. */
export const forms = exercises.filter(({ spec }) => isSealed(spec));

/** The tests as the pages on a learner's own work know them, in the fixed order in which their cases stand. */
export const testForms: readonly Form[] = forms
  .map(({ id, spec }) => ({ id, title: spec.title, order: caseOf(spec.case).order }))
  .sort((a, b) => a.order - b.order)
  .map(({ id, title }) => ({ id, title }));

/** What is done on the page of the last lesson but one. Whoever has handed in some of it has done the lessons. */
export const closing: readonly string[] = course.lessons.at(-2)?.inPlace ?? [];

/** All that can be handed in, by id: what a learner's log may speak of. */
export const catalogue: Readonly<Record<string, Listed>> = Object.fromEntries([
  ...exercises.map(({ id, spec, case: its }): [string, Listed] => [
    id,
    { title: `${spec.title} – ${its.title}`, href: href(`/exercises/${id}/`), type: spec.type },
  ]),
  ...examples.map(({ id, type, spec }): [string, Listed] => [
    id,
    { title: `${spec.title} – gallery`, href: href(`/gallery/#${type}`), type, example: true },
  ]),
]);

const inLessons = new Set(course.lessons.flatMap((lesson) => lesson.exercises));

/** The exercises on a whole case, in the order of the work: the short ones first. Those of lessons stand there. */
export function exercisesOf(slug: string): readonly SetExercise[] {
  return exercises
    .filter(
      ({ id, spec }) =>
        spec.case === slug && !isSealed(spec) && (wholeCase.has(spec.type) || !inLessons.has(id)),
    )
    .sort((a, b) => a.spec.minutes - b.spec.minutes);
}

const wholeCase = new Set(['sort', 'mark']);

/** Whether an exercise keeps its key back: a test, whose answers are shown beside those of the next. */
export function isSealed(spec: BaseSpec): boolean {
  return spec.sealed === true;
}

/** A way through the course: the whole of it, or a route for the time there is. */
export interface Way {
  readonly title: string;
  readonly summary: string;
  readonly href: string;
  readonly steps: readonly {
    readonly lesson: Lesson;
    readonly title: string;
    readonly minutes: number;
    readonly short: boolean;
    readonly href: string;
  }[];
}

/** The whole course, lesson by lesson. */
export const wholeWay: Way = {
  title: 'All lessons',
  summary: 'Eight short lessons, one idea each. Take them in order or as you like: nothing is locked.',
  href: href('/lessons/'),
  steps: course.lessons.map((lesson) => ({
    lesson,
    title: lesson.title,
    minutes: lesson.minutes,
    short: false,
    href: href(`/lessons/${lesson.slug}/`),
  })),
};

/** The steps of the whole course that use an exercise: the way back for those who come from one. */
export function stepsWith(exercise: string): Way['steps'] {
  return wholeWay.steps.filter(({ lesson }) => lesson.exercises.includes(exercise));
}

/** The routes, by id. */
export const routes: readonly (Way & { readonly id: string })[] = course.routes.map(
  ({ id, title, summary, steps }) => ({
    id,
    title,
    summary,
    href: href(`/lessons/#${id}`),
    steps: steps.map(({ lesson: slug, minutes, short }) => {
      const lesson = course.lessons.find((each) => each.slug === slug)!;
      return {
        lesson,
        title: lesson.title,
        minutes: minutes ?? lesson.minutes,
        short,
        href: href(`/routes/${id}/${slug}/`),
      };
    }),
  }),
);

/** @throws {RangeError} when there is no such case */
export function caseOf(slug: string): Case {
  const found = course.cases.find((each) => each.slug === slug);
  if (!found) throw new RangeError(`There is no case "${slug}".`);
  return found;
}

function claimsAsked(spec: BaseSpec, { article }: Material): readonly string[] {
  return registry[spec.type]!.type.claims(spec, article);
}

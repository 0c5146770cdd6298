import { claimIds } from '#domain/article.ts';
import { cases, exercises, exercisesOf, routes, type SetExercise } from '#course/course.ts';
import type { Case } from '#course/content.ts';
import type { Lesson } from '#course/lesson.ts';
import { kindWords } from '#course/words.ts';
import { registry } from '#exercises/registry.ts';

/** What a learner works in with a pencil: exercises, and the article they are about. */
export interface Booklet {
  /** What it is for: "cases/bus-lane", "routes/fifteen", "exercises/bus-lane-test". Its pages stand below that. */
  readonly path: `${'cases' | 'routes' | 'exercises'}/${string}`;
  readonly title: string;
  /** What it is: "Invented case", "Three lessons". */
  readonly kind: string;
  /** The case whose article is in it. A single exercise needs none, unless it is about the article as a whole. */
  readonly story?: Case | undefined;
  readonly chapters: readonly Chapter[];
  /** Minutes that its exercises take. */
  readonly minutes: number;
}

/** Exercises that belong together: those of one lesson; or all those of a case, which have no lesson. */
export interface Chapter {
  readonly lesson?: Pick<Lesson, 'number' | 'title' | 'idea'>;
  readonly exercises: readonly SetExercise[];
}

/** A booklet for each case, in the order in which cases are listed. */
export const caseBooklets: readonly Booklet[] = cases.map((its) =>
  booklet({
    path: `cases/${its.slug}`,
    title: its.title,
    kind: kindWords[its.kind],
    story: its,
    chapters: [{ exercises: exercisesOf(its.slug).filter(asksMuch) }],
  }),
);

/** A booklet for each route, the shortest first: the exercises on its pages, in their order. */
export const routeBooklets: readonly Booklet[] = routes
  .map(({ id, title, steps }) => {
    const chapters = steps.map(({ lesson, short }) => ({
      lesson,
      exercises: (short ? lesson.shortened : lesson.exercises).map((exercise) =>
        exercises.find((each) => each.id === exercise)!,
      ),
    }));
    return booklet({
      path: `routes/${id}`,
      title,
      kind: steps.length === 1 ? 'One lesson' : `${steps.length} lessons`,
      story: storyOf(chapters),
      chapters,
    });
  })
  .sort((a, b) => a.minutes - b.minutes);

/** A sheet for each exercise by itself, tests among them. */
export const exerciseSheets: readonly Booklet[] = exercises.map((exercise) =>
  booklet({
    path: `exercises/${exercise.id}`,
    title: exercise.spec.title,
    kind: exercise.case.title,
    story: isOnWhole(exercise, exercise.case) ? exercise.case : undefined,
    chapters: [{ exercises: [exercise] }],
  }),
);

/** All that can be printed, each with a page for the learner and one with its key. */
export const booklets: readonly Booklet[] = [...caseBooklets, ...routeBooklets, ...exerciseSheets];

/** Whether an exercise asks about every claim of the article, in its order: its numbers are those of the article. */
export function isOnWhole({ spec, material }: SetExercise, { slug, article }: Case): boolean {
  const asked = registry[spec.type]!.type.items(spec, material.article);
  return spec.case === slug && `${asked}` === `${claimIds(article)}`;
}

/** Whether it is a single exercise. */
export function isSingle({ path }: Pick<Booklet, 'path'>): boolean {
  return path.startsWith('exercises/');
}

/** Whether a learner needs the four tests for it: it asks for labels, and is no test of what they know already. */
export function needsTests({ chapters }: Pick<Booklet, 'chapters'>): boolean {
  return chapters.some(({ exercises }) =>
    exercises.some(({ spec }) => registry[spec.type]!.type.main === 'label' && !spec.sealed),
  );
}

/** Whether an exercise is one on a whole case: it asks about ten claims or more. Shorter ones belong to lessons. */
function asksMuch({ spec, material }: SetExercise): boolean {
  return registry[spec.type]!.type.items(spec, material.article).length >= 10;
}

function booklet(its: Omit<Booklet, 'minutes'>): Booklet {
  const all = its.chapters.flatMap(({ exercises }) => exercises);
  return { ...its, minutes: all.reduce((sum, { spec }) => sum + spec.minutes, 0) };
}

/** The story that the exercises of a route are about: that of the first which is about one. */
function storyOf(chapters: readonly Chapter[]): Case {
  const slugs = chapters.flatMap(({ exercises }) => exercises.map(({ spec }) => spec.case));
  return cases.find(({ slug }) => slug === slugs.find((each) => cases.some((its) => its.slug === each)))!;
}

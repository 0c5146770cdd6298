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
  /** Minutes that its exercises take, without those to go on with. */
  readonly minutes: number;
}

/** Exercises that belong together: those of one lesson, or all those of a case, which need no heading. */
export interface Chapter {
  readonly title?: string;
  /** What it is about, or for, in a sentence. */
  readonly idea?: string;
  /** Whether they are to go on with, for whoever has time. */
  readonly further?: boolean;
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

/**
 * A booklet for each route, the shortest first: the exercises in its lessons, in their order; then those that have a page
 * of their own on the screen, for which a lesson has no time.
 */
export const routeBooklets: readonly Booklet[] = routes
  .map(({ id, title, steps }) => {
    const asked = steps.map(({ lesson, short }) => {
      const ids = short ? lesson.shortened : lesson.exercises;
      const all = ids.map((exercise) => exercises.find((each) => each.id === exercise)!);
      return { lesson, all, inTime: all.filter((exercise) => !isApart(exercise, lesson)) };
    });
    const chapters: Chapter[] = asked.map(({ lesson: { number, title, idea }, inTime }) => ({
      title: `Lesson ${number}: ${title}`,
      idea,
      exercises: inTime,
    }));
    const further = asked.flatMap(({ all, inTime }) => all.filter((exercise) => !inTime.includes(exercise)));
    if (further.length > 0)
      chapters.push({
        title: 'To go on with',
        idea: 'For whoever is done early, or at home.',
        further: true,
        exercises: further,
      });
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

/** Minutes that exercises to go on with take on top of the others. */
export function furtherMinutes({ chapters }: Pick<Booklet, 'chapters'>): number {
  return minutesOf(chapters.filter(({ further }) => further));
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
  return { ...its, minutes: minutesOf(its.chapters.filter(({ further }) => !further)) };
}

function minutesOf(chapters: readonly Chapter[]): number {
  return chapters.flatMap(({ exercises }) => exercises).reduce((sum, { spec }) => sum + spec.minutes, 0);
}

/**
 * The story that the exercises of a route are about: that of the first which is about one. None where no more of it is
 * asked than claims, for those stand in their sentences.
 */
function storyOf(chapters: readonly Chapter[]): Case | undefined {
  const all = chapters.flatMap(({ exercises }) => exercises);
  const story = cases.find(({ slug }) => slug === all.find(({ spec }) => isStory(spec.case))?.spec.case);
  const claims = story && claimIds(story.article);
  const asksMore = ({ spec, material }: SetExercise) =>
    registry[spec.type]!.type.items(spec, material.article).some((item) => !claims!.includes(item));
  return all.some(
    (exercise) => exercise.spec.case === story?.slug && (isOnWhole(exercise, story!) || asksMore(exercise)),
  )
    ? story
    : undefined;
}

/** Whether a case has an article, and is no bank of statements. */
function isStory(slug: string): boolean {
  return cases.some((its) => its.slug === slug);
}

/** Whether a lesson leaves an exercise to a page of its own, where it takes time on top of the lesson's. */
function isApart({ id }: SetExercise, { exercises, inPlace }: Lesson): boolean {
  return exercises.includes(id) && !inPlace.includes(id);
}

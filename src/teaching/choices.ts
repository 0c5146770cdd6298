import type { Assignment, ExerciseStep, Step } from '#domain/assignment.ts';
import { isExercise } from '#domain/assignment.ts';
import type { ClaimId } from '#domain/claim.ts';
import { shareOf } from './setting.ts';

/** All that a teacher can set, as the page knows it: what it takes to choose, and nothing of the key. */
export interface Choices {
  /** In the order of the course. */
  readonly lessons: readonly LessonChoice[];
  /** In the order in which cases are listed. */
  readonly cases: readonly {
    readonly slug: string;
    readonly title: string;
    readonly exercises: readonly ExerciseChoice[];
  }[];
  /** Assignments to begin with: one for each route, and the whole article. */
  readonly readySets: readonly {
    readonly id: string;
    /** What a teacher chooses it by. */
    readonly name: string;
    /** The title that learners then see. */
    readonly title: string;
    readonly steps: readonly Step[];
  }[];
}

export interface LessonChoice {
  readonly slug: string;
  /** Its place in the course, counted from 1. */
  readonly number: number;
  readonly title: string;
  readonly minutes: number;
}

export interface ExerciseChoice {
  readonly id: string;
  readonly title: string;
  /** The title of its case. */
  readonly case: string;
  readonly type: string;
  readonly minutes: number;
  /** The number and title of the lesson it is part of; absent where it is part of none. */
  readonly lesson?: { readonly number: number; readonly title: string };
  /** Whether it is a test, which is taken as it stands. */
  readonly test: boolean;
  /** Whether the plain text shows in it. */
  readonly plain: boolean;
  /** Whether its questions can be put into another order. */
  readonly shuffles: boolean;
  /** What can be set: its claims, in their order, how many answers it has by itself, whether it asks how sure one is. */
  readonly sets?: {
    readonly claims: readonly ClaimId[];
    readonly labels: number;
    readonly sure: boolean;
    /** Whether some of its claims are to be discussed, not marked. */
    readonly disputed: boolean;
  };
}

/** The lesson of a slug; undefined where it is not on this site. */
export function lessonIn({ lessons }: Choices, slug: string): LessonChoice | undefined {
  return lessons.find((lesson) => lesson.slug === slug);
}

/** The exercise of an id; undefined where it is not on this site. */
export function exerciseIn({ cases }: Choices, id: string): ExerciseChoice | undefined {
  return cases.flatMap(({ exercises }) => exercises).find((exercise) => exercise.id === id);
}

/** The exercises that `steps` set, those that are on this site. */
export function exercisesIn(choices: Choices, steps: readonly Step[]): ExerciseChoice[] {
  return steps.flatMap((step) => (isExercise(step) ? (exerciseIn(choices, step.exercise) ?? []) : []));
}

/** Which claims of an exercise a step asks about, in the order of the exercise: those that are still there. */
export function claimsIn(exercise: ExerciseChoice, step: ExerciseStep): readonly ClaimId[] {
  return (exercise.sets?.claims ?? []).filter((claim) => step.claims?.includes(claim) ?? true);
}

/**
 * The minutes a step is likely to take: of an exercise with some of its claims the share of its minutes, rounded up.
 * 0 for what is not on this site.
 */
export function minutesOf(choices: Choices, step: Step): number {
  if (!isExercise(step)) return lessonIn(choices, step.lesson)?.minutes ?? 0;
  const exercise = exerciseIn(choices, step.exercise);
  if (!exercise) return 0;
  if (!exercise.sets || !step.claims) return exercise.minutes;
  return shareOf(exercise.minutes, claimsIn(exercise, step).length, exercise.sets.claims.length);
}

/** The minutes of all `steps`. */
export function minutesOfAll(choices: Choices, steps: readonly Step[]): number {
  return steps.reduce((sum, step) => sum + minutesOf(choices, step), 0);
}

/** What an assignment names and this site no longer has, in words: "the exercise “a-sort”"; empty when all is there. */
export function missingIn(choices: Choices, { steps }: Pick<Assignment, 'steps'>): string[] {
  return steps.flatMap((step): string[] => {
    if (!isExercise(step)) return lessonIn(choices, step.lesson) ? [] : [`the lesson “${step.lesson}”`];
    const exercise = exerciseIn(choices, step.exercise);
    if (!exercise) return [`the exercise “${step.exercise}”`];
    const gone = (step.claims ?? []).filter((claim) => !exercise.sets?.claims.includes(claim));
    if (gone.length === 0) return [];
    const names = gone.map((claim) => `“${claim}”`).join(', ');
    return [`the ${gone.length === 1 ? 'claim' : 'claims'} ${names} of “${exercise.title}”`];
  });
}

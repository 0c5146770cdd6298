import { testPlan, type Moment, type PlannedTest } from '#domain/moments.ts';
import type { Attempt } from '#storage/attempt.ts';

/** One of the equal ten-claim tests. */
export interface Form {
  readonly id: string;
  readonly title: string;
}

/** A learner's test of one moment. */
export type Test = PlannedTest<{ form: string; at: string; attempt: Attempt }>;

/** A test that was taken. */
export type TakenTest = Test & { readonly taken: NonNullable<Test['taken']> };

/** What each moment is called. */
export const momentTitles: Record<Moment, string> = {
  before: 'Before the lessons',
  after: 'After the lessons',
  week: 'A week later',
  month: 'Four weeks later',
};

/**
 * The tests of the log in their moments, and those to come. What a teacher set is none of them: it may have been set
 * otherwise.
 *
 * @param start where this device's rotation of forms begins
 * @param closing the exercises that are done at the end of the lessons: whoever has handed in one has done them
 */
export function testsOf(
  forms: readonly Form[],
  attempts: readonly Attempt[],
  start: number,
  closing: readonly string[],
): Test[] {
  const own = attempts.filter(({ revises, assignment }) => revises === undefined && assignment === undefined);
  const [done] = own
    .filter(({ exercise }) => closing.includes(exercise))
    .map(({ at }) => at)
    .sort();
  return testPlan(
    forms.map(({ id }) => id),
    start,
    own.map((attempt) => ({ form: attempt.exercise, at: attempt.at, attempt })),
    done,
  );
}

/** The tests that were taken. */
export function takenOf(tests: readonly Test[]): TakenTest[] {
  return tests.filter((test): test is TakenTest => test.taken !== undefined);
}

/** Whether the reasons and results of tests may be shown: until the second is taken, nothing gives them away. */
export function unsealed(tests: readonly Test[]): boolean {
  return takenOf(tests).length > 1;
}

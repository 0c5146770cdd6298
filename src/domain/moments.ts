/** When a learner takes the ten-claim test; each time on another case. */
export const moments = ['before', 'after', 'week', 'month'] as const;

/** One of the {@link moments}. */
export type Moment = (typeof moments)[number];

/** Days after the test that follows the lessons at which the others are best taken. */
const daysLater = { week: 7, month: 28 } as const;

/** Days between the two retests at the least: one right after the other refreshes nothing. */
const apart = 7;

const day = 86_400_000;

/** What the log says of a test that was handed in. */
export interface Taken {
  readonly form: string;
  /** ISO 8601. */
  readonly at: string;
}

/** One moment's test: which form it is on, when it was taken, from when on it is best taken. */
export interface PlannedTest<T extends Taken = Taken> {
  readonly moment: Moment;
  /** Undefined when every form has been used up, or the moment was missed. */
  readonly form: string | undefined;
  readonly taken: T | undefined;
  /** ISO 8601; undefined where any time will do, or while the test after the lessons has not been taken. */
  readonly due: string | undefined;
  /** Whether it can no longer be taken: there is no “before” once the lessons are done. */
  readonly missed: boolean;
}

/**
 * A learner's tests: the first time each form was handed in, in order, are before, after, a week and a month later; or
 * after, a week and a month later, when the lessons were done first. The moments to come get the forms that are left, in
 * rotation.
 *
 * @param forms the ids of all forms, in a fixed order
 * @param start where this device's rotation begins, so that not everybody begins with the same form
 * @param taken the tests of the log, in any order
 * @param lessonsDone since when the learner has done the lessons, ISO 8601; undefined while they have not
 */
export function testPlan<T extends Taken>(
  forms: readonly string[],
  start: number,
  taken: readonly T[],
  lessonsDone?: string,
): PlannedTest<T>[] {
  const inOrder = [...taken].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const firsts = inOrder.filter(
    (each, at) => forms.includes(each.form) && inOrder.findIndex(({ form }) => form === each.form) === at,
  );
  const left = forms.map((_, at) => forms[(start + at) % forms.length]!);
  const unused = left.filter((form) => !firsts.some((each) => each.form === form));
  const late = lessonsDone !== undefined && !(firsts[0] && firsts[0].at < lessonsDone);
  const missed = late ? 1 : 0;
  const takenAt = (moment: Moment) => firsts[moments.indexOf(moment) - missed];
  const dueAt = (moment: Moment): string | undefined => {
    const after = takenAt('after');
    if (!after || (moment !== 'week' && moment !== 'month')) return undefined;
    const week = moment === 'month' ? takenAt('week') : undefined;
    const best = Date.parse(after.at) + daysLater[moment] * day;
    return new Date(Math.max(best, week ? Date.parse(week.at) + apart * day : best)).toISOString();
  };
  return moments.map((moment, at) => ({
    moment,
    form: takenAt(moment)?.form ?? unused[at - missed - firsts.length],
    taken: takenAt(moment),
    due: dueAt(moment),
    missed: at < missed,
  }));
}

/** Whole days from one instant to another, rounded; ISO 8601. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}

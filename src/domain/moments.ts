/** When a learner takes the ten-claim test; each time on another case. */
export const moments = ['before', 'after', 'week', 'month'] as const;

/** One of the {@link moments}. */
export type Moment = (typeof moments)[number];

/** Days after the second test at which the others are best taken. */
const daysLater: Readonly<Partial<Record<Moment, number>>> = { week: 7, month: 28 };

/** What the log says of a test that was handed in. */
export interface Taken {
  readonly form: string;
  /** ISO 8601. */
  readonly at: string;
}

/** One moment's test: which form it is on, when it was taken, from when on it is best taken. */
export interface PlannedTest<T extends Taken = Taken> {
  readonly moment: Moment;
  /** Undefined when every form has been used up. */
  readonly form: string | undefined;
  readonly taken: T | undefined;
  /** ISO 8601; undefined where any time will do, or while the second test has not been taken. */
  readonly due: string | undefined;
}

/**
 * A learner's tests: the first time each form was handed in, in order, are before, after, a week and a month later. The
 * moments to come get the forms that are left, in rotation.
 *
 * @param forms the ids of all forms, in a fixed order
 * @param start where this device's rotation begins, so that not everybody begins with the same form
 * @param taken the tests of the log, in any order
 */
export function testPlan<T extends Taken>(
  forms: readonly string[],
  start: number,
  taken: readonly T[],
): PlannedTest<T>[] {
  const inOrder = [...taken].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const firsts = inOrder.filter(
    (each, at) => forms.includes(each.form) && inOrder.findIndex(({ form }) => form === each.form) === at,
  );
  const left = forms.map((_, at) => forms[(start + at) % forms.length]!);
  const unused = left.filter((form) => !firsts.some((each) => each.form === form));
  const after = firsts[moments.indexOf('after')];
  return moments.map((moment, at) => {
    const days = daysLater[moment];
    return {
      moment,
      form: firsts[at]?.form ?? unused[at - firsts.length],
      taken: firsts[at],
      due: after && days ? new Date(Date.parse(after.at) + days * 86_400_000).toISOString() : undefined,
    };
  });
}

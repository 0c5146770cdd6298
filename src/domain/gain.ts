/** Right answers out of so many. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** A difference of two shares with the band it may lie in. */
export interface Gain {
  /** After minus before, −1 to 1. */
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** What can be said of it: up or down only when the whole band is on one side of nothing. */
  readonly says: 'more' | 'fewer' | 'too-close';
}

/** The normal quantile of a 95% band. */
const z = 1.959964;

/** Of fewer learners than this no mean gain is told: one more or less would change it. */
export const enoughLearners = 10;

/**
 * Wilson's score interval of a share, 95% (Wilson 1927): with p = right/of and n = of,
 * (2np + z² ± z√(z² + 4np(1 − p))) / 2(n + z²). Holds for few answers, too, unlike p ± z√(p(1 − p)/n).
 */
export function wilson({ right, of }: Share): { readonly low: number; readonly high: number } {
  const p = right / of;
  const middle = 2 * of * p + z ** 2;
  const half = z * Math.sqrt(z ** 2 + 4 * of * p * (1 - p));
  const below = 2 * (of + z ** 2);
  return { low: (middle - half) / below, high: (middle + half) / below };
}

/**
 * The gain from one test to another, with a 95% band: Newcombe's hybrid score interval for the difference of two
 * independent shares (Newcombe 1998, "Interval estimation for the difference between independent proportions",
 * method 10). The tests are on different claims, so the shares are independent.
 *
 * @returns undefined when one of them has no answers
 */
export function gain(before: Share, after: Share): Gain | undefined {
  if (before.of === 0 || after.of === 0) return undefined;
  const [p, q] = [after.right / after.of, before.right / before.of];
  const [one, two] = [wilson(after), wilson(before)];
  const difference = p - q;
  const low = difference - Math.hypot(p - one.low, two.high - q);
  const high = difference + Math.hypot(one.high - p, q - two.low);
  return { difference, low, high, says: sayOf(low, high) };
}

/**
 * The mean gain of a class that took both tests, with a 95% band: the band of Student's t for paired differences,
 * d̄ ± t·s/√n (Student 1908, "The probable error of a mean"). Each learner counts once, so that answers of one learner,
 * which go together, do not count as so many independent ones.
 *
 * @param differences after minus before, of each learner
 * @returns undefined with fewer than {@link enoughLearners}
 */
export function meanGain(differences: readonly number[]): Gain | undefined {
  const n = differences.length;
  if (n < enoughLearners) return undefined;
  const difference = differences.reduce((sum, each) => sum + each, 0) / n;
  const squares = differences.reduce((sum, each) => sum + (each - difference) ** 2, 0);
  const half = studentQuantile(n - 1) * Math.sqrt(squares / (n - 1) / n);
  const [low, high] = [difference - half, difference + half];
  return { difference, low, high, says: sayOf(low, high) };
}

/**
 * The 97.5% quantile of Student's t with `freedom` degrees, by its expansion from the normal one (Abramowitz and Stegun
 * 1964, 26.7.5). Within 0.0001 from 9 degrees on.
 */
export function studentQuantile(freedom: number): number {
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92160,
  ];
  return terms.reduce((sum, term, at) => sum + term / freedom ** (at + 1), z);
}

function sayOf(low: number, high: number): Gain['says'] {
  return low > 0 ? 'more' : high < 0 ? 'fewer' : 'too-close';
}

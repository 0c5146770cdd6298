import { quantile } from './discernment.ts';
import type { Share } from './gain.ts';

/** What a learner earned on one item; undefined where it was left out. */
export type Score = 0 | 1 | undefined;

/** What a class shows of one item. */
export interface ItemStatistics {
  /** Facility: how many have it right, of those who answered it. */
  readonly facility: Share;
  /**
   * How far those who do well on the other items do well on this one, −1 to 1: see {@link itemStatistics}. Undefined with
   * fewer than {@link enoughAnswers}, or where all did the same.
   */
  readonly discrimination: number | undefined;
  /** Whether those who do well on the other items do worse on this one, more plainly than chance lets expect. */
  readonly reversed: boolean;
}

/** Of fewer answers than this no discrimination is told: two learners more or less would turn it round. */
export const enoughAnswers = 10;

/** With fewer right answers than this, or fewer wrong ones, an item is not called reversed: one learner would decide it. */
export const enoughOfEach = 3;

/**
 * Facility and discrimination of each item.
 *
 * Discrimination is the point-biserial correlation of an item with the rest: Pearson's r between having it right and the
 * share of right answers among the learner's other items (Lord and Novick 1968, "Statistical Theories of Mental Test
 * Scores", chapter 15; corrected for the item itself as Henrysson 1963, "Correction of item-total correlations in item
 * analysis"). The share and not the sum, because learners may leave items out; where none does it is the same.
 *
 * Reversed is an item whose discrimination is below zero by Fisher's test (z = artanh r · √(n − 3), one-sided, 5 %) and
 * which {@link enoughOfEach} learners have right and as many wrong. Sound items lean to the other side: of simulated
 * classes of 10 to 30 that answered ten of them, at most one in twenty had one that was called reversed.
 *
 * @param scores per learner the score on each item, in the same order for all
 * @returns per item, in that order
 */
export function itemStatistics(scores: readonly (readonly Score[])[]): ItemStatistics[] {
  const totals = scores.map((own) => ({
    right: own.reduce<number>((sum, score) => sum + (score ?? 0), 0),
    of: own.filter((score) => score !== undefined).length,
  }));
  return Array.from({ length: scores[0]?.length ?? 0 }, (_, item) => {
    const pairs: [score: number, rest: number][] = [];
    const facility = { right: 0, of: 0 };
    for (const [learner, own] of scores.entries()) {
      const score = own[item];
      if (score === undefined) continue;
      const { right, of } = totals[learner]!;
      facility.right += score;
      facility.of += 1;
      if (of > 1) pairs.push([score, (right - score) / (of - 1)]);
    }
    const discrimination = pairs.length < enoughAnswers ? undefined : correlation(pairs);
    const both = Math.min(facility.right, facility.of - facility.right) >= enoughOfEach;
    const reversed =
      discrimination !== undefined &&
      both &&
      Math.atanh(discrimination) * Math.sqrt(pairs.length - 3) < quantile(0.05);
    return { facility, discrimination, reversed };
  });
}

/** Pearson's r; undefined where one side does not vary. */
function correlation(pairs: readonly (readonly [x: number, y: number])[]): number | undefined {
  const mean = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0) / pairs.length;
  const [meanX, meanY] = [mean(0), mean(1)];
  let [both, ofX, ofY] = [0, 0, 0];
  for (const [x, y] of pairs) {
    both += (x - meanX) * (y - meanY);
    ofX += (x - meanX) ** 2;
    ofY += (y - meanY) ** 2;
  }
  // Shares that differ in their last digits only are the same.
  return ofX < 1e-12 || ofY < 1e-12 ? undefined : both / Math.sqrt(ofX * ofY);
}

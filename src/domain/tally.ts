import { outcome, type ItemMark } from './mark.ts';

/** How an answer stands to the key, in numbers. What has no right answer counts nowhere. */
export interface Tally {
  /** As the key has them. */
  readonly right: number;
  /** Answered, of what has a right answer. */
  readonly of: number;
  /** Left out, of what has a right answer. */
  readonly leftOut: number;
}

/** The {@link Tally} of marked items; undefined when none of them has a right answer. */
export function tally(marks: readonly ItemMark[]): Tally | undefined {
  const outcomes = marks.map(outcome).filter((how) => how !== 'discuss');
  if (outcomes.length === 0) return undefined;
  const count = (wanted: (typeof outcomes)[number]) => outcomes.filter((how) => how === wanted).length;
  const right = count('agrees');
  return { right, of: right + count('differs'), leftOut: count('left-out') };
}

/**
 * The verification ladder: how far the article itself shows that a claim has been checked.
 * The index is the rung, 0 (lowest) to 6.
 */
export const ladder = [
  'no source shown',
  'a vague or unnamed source',
  'one named source with a stake, nothing shown',
  'one named source with a stake, evidence shown',
  'several sources, not independent of each other',
  'two or more independent sources',
  'the outlet checked it itself',
] as const;

/** A rung of the {@link ladder}. */
export type Check = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** The lowest rung on which somebody other than the source has checked a claim. */
export const independentlyChecked: Check = 5;

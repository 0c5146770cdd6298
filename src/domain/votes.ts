import { labels, type Label } from './label.ts';

/** How many hands went up for each label; a label that nobody chose may be missing. */
export type Votes = Readonly<Partial<Record<Label, number>>>;

/** All hands that were counted. */
export function handsOf(votes: Votes): number {
  return Object.values(votes).reduce((sum, count) => sum + count, 0);
}

/** The part of all hands that chose `label`, from 0 to 1; 0 where no hand went up. */
export function shareOf(votes: Votes, label: Label): number {
  return (votes[label] ?? 0) / Math.max(1, handsOf(votes));
}

/** The labels that most hands chose: one, several where it is a tie, none where no hand went up. */
export function favourites(votes: Votes): Label[] {
  const most = Math.max(1, ...Object.values(votes));
  return labels.filter((label) => votes[label] === most);
}

/**
 * How far a class moved between two votes: the smallest part of it that must have chosen another label, if the same
 * learners voted twice. Half the sum of the differences between the shares (total variation distance: Levin & Peres,
 * "Markov Chains and Mixing Times", proposition 4.2).
 *
 * @returns from 0, the same split, to 1, nobody stayed; undefined where one of the votes has no hands
 */
export function shift(first: Votes, second: Votes): number | undefined {
  if (handsOf(first) === 0 || handsOf(second) === 0) return undefined;
  return labels.reduce((sum, label) => sum + Math.abs(shareOf(first, label) - shareOf(second, label)), 0) / 2;
}

/**
 * How far a class is split over a claim: the entropy of the shares, as a part of the most there can be (Shannon 1948, "A
 * Mathematical Theory of Communication", section 7, relative entropy; Wilcox 1973, "Indices of qualitative variation",
 * HREL). With the share p of each of the k labels on offer, −Σ p ln p / ln k.
 *
 * @param offered how many labels were on offer, at least 2
 * @returns from 0, all chose the same, to 1, each label had as many hands; undefined where no hand went up
 */
export function division(votes: Votes, offered: number): number | undefined {
  if (handsOf(votes) === 0) return undefined;
  const entropy = labels
    .map((label) => shareOf(votes, label))
    .reduce((sum, share) => sum - (share > 0 ? share * Math.log(share) : 0), 0);
  return entropy / Math.log(offered);
}

/** The four labels a claim can carry, in the order in which a learner is offered them (keys 1–4). */
export const labels = ['sourced-claim', 'unverified-figure', 'opinion', 'no-source-shown'] as const;

/** What kind of statement a claim is, as it stands in the article. */
export type Label = (typeof labels)[number];

/** The words in which a label is shown, the same on every page and on paper. */
export interface LabelWords {
  readonly name: string;
  /** The short form set beside a marked claim. */
  readonly short: string;
}

/** The wording of each label. */
export const labelWords: Readonly<Record<Label, LabelWords>> = {
  'sourced-claim': {
    name: 'Sourced claim',
    short: 'sourced',
  },
  'unverified-figure': {
    name: 'Unverified figure',
    short: 'figure',
  },
  opinion: {
    name: 'Opinion',
    short: 'opinion',
  },
  'no-source-shown': {
    name: 'No source shown',
    short: 'no source',
  },
};

/** What each label means, in a line a learner can hold on to. */
export const labelMeanings: Readonly<Record<Label, string>> = {
  'sourced-claim': 'You are told who it comes from. It could still be wrong.',
  'unverified-figure': 'A number about the event that nobody but its source has checked.',
  opinion: 'A judgement, a motive or a prediction. No evidence that exists today could settle it.',
  'no-source-shown': 'It could be checked, but you are not told who says so. It may well be true.',
};

/** Whether `value` is one of the four labels. */
export function isLabel(value: unknown): value is Label {
  return labels.includes(value as Label);
}

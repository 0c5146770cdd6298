/** The four labels a claim can carry, in the order in which a learner is offered them (keys 1–4). */
export const labels = ['sourced-claim', 'unverified-figure', 'opinion', 'no-source-shown'] as const;

/** What kind of statement a claim is, as it stands in the article. */
export type Label = (typeof labels)[number];

/** The words in which a label is shown, the same on every page and on paper. */
export interface LabelWords {
  readonly name: string;
  /** The short form set beside a marked claim. */
  readonly short: string;
  /** One line a learner can hold on to while choosing. */
  readonly means: string;
}

/** The wording of each label. */
export const labelWords: Readonly<Record<Label, LabelWords>> = {
  'sourced-claim': {
    name: 'Sourced claim',
    short: 'sourced',
    means: 'You are told who it comes from. It could still be wrong.',
  },
  'unverified-figure': {
    name: 'Unverified figure',
    short: 'figure',
    means: 'A number about the event that nobody but its source has checked.',
  },
  opinion: {
    name: 'Opinion',
    short: 'opinion',
    means: 'A judgement, a motive or a prediction. No evidence that exists today could settle it.',
  },
  'no-source-shown': {
    name: 'No source shown',
    short: 'no source',
    means: 'It could be checked, but you are not told who says so. It may well be true.',
  },
};

/** Whether `value` is one of the four labels. */
export function isLabel(value: unknown): value is Label {
  return labels.includes(value as Label);
}

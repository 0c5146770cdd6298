/** What a sum can say of a claim. It can rule it out; it cannot prove it. */
export const verdicts = ['plausible', 'extraordinary', 'impossible'] as const;

/** One of the {@link verdicts}. */
export type Verdict = (typeof verdicts)[number];

/** Each verdict, what it means, and how the key says it: never as more than it is. */
export const verdictWords: Readonly<
  Record<Verdict, { readonly name: string; readonly means: string; readonly key: string }>
> = {
  plausible: {
    name: 'Plausible',
    means: 'it could well be so',
    key: 'Plausible. That does not prove it',
  },
  extraordinary: {
    name: 'Extraordinary',
    means: 'it could be so, and would need strong evidence',
    key: 'Extraordinary. That does not rule it out',
  },
  impossible: {
    name: 'Impossible',
    means: 'the numbers rule it out',
    key: 'Impossible as it stands',
  },
};

/** The five questions of the newsroom's IMVAIN test (Stony Brook), in its order. */
export const questions = ['independent', 'multiple', 'verified', 'authoritative', 'named'] as const;

/** One of the {@link questions}. */
export type Imvain = (typeof questions)[number];

/** What each of the {@link questions} asks. */
export const questionWords: Readonly<Record<Imvain, { readonly name: string; readonly asks: string }>> = {
  independent: { name: 'Independent', asks: 'it comes from someone with nothing to gain' },
  multiple: { name: 'Multiple', asks: 'more than one source says so' },
  verified: { name: 'Verified', asks: 'evidence or a check is shown' },
  authoritative: { name: 'Authoritative', asks: 'the source is in a position to know' },
  named: { name: 'Named', asks: 'we are told who the source is' },
};

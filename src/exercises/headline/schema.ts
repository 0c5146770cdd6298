import { z } from 'astro/zod';
import { claimIds } from '#domain/article.ts';
import type { Claim } from '#domain/claim.ts';
import type { Material, SpecFault } from '../contract.ts';
import { items, prose, specFields } from '../fields.ts';

/** What an exercise file of type `headline` may say. */
export const schema = z.strictObject({
  ...specFields('headline'),
  /** The headlines to write; mostly one. */
  headlines: items({
    ask: prose(240),
    /** The block of the article to write anew, by the id of a claim in it: mostly its headline. */
    instead: z.string().optional(),
    /** All that a learner needs to know for it. */
    evidence: z.array(prose(320)).min(1).max(8),
    /** What learners ask of their own headline before they hand it in. */
    checklist: items({ text: prose(160) }),
    /** What a search for words can see. Each hint asks and never judges: the search does not read. */
    hints: z
      .array(
        z.strictObject({
          ask: prose(80),
          words: z.array(prose(40)).min(1).max(40),
          /** Said after the words that were found. */
          found: prose(240),
          /** Said where none of them was. */
          missing: prose(240),
        }),
      )
      .max(5),
    /** Headlines to compare with, from one that claims too much to one that is supported. */
    samples: z
      .array(z.strictObject({ level: prose(60), text: prose(160), comment: prose(400) }))
      .min(3)
      .max(6),
  }),
});

/** A `headline` exercise file. */
export type Spec = z.output<typeof schema>;

/** What is to be written anew stands in the article; a word to search for has letters. */
export function check(spec: Spec, _claims: readonly Claim[], { article }: Material): SpecFault[] {
  return spec.headlines.flatMap(({ id, instead, hints }): SpecFault[] => [
    ...(instead !== undefined && !claimIds(article).includes(instead)
      ? [
          {
            place: `headlines › ${id} › instead`,
            found: `${instead}, which the article does not wrap`,
            cure: 'Write the id of a claim in the headline.',
          },
        ]
      : []),
    ...hints.flatMap(({ words }) =>
      words
        .filter((word) => !/\p{L}/u.test(word))
        .map((word) => ({
          place: `headlines › ${id} › hints`,
          found: `"${word}"`,
          cure: 'Write a word with letters: signs and spaces are not searched for.',
        })),
    ),
  ]);
}

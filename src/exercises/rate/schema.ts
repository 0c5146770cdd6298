import { z } from 'astro/zod';
import { claimIds } from '#domain/article.ts';
import type { Claim } from '#domain/claim.ts';
import type { Material, SpecFault } from '../contract.ts';
import { items, prose, specFields } from '../fields.ts';
import { blockOf } from './exercise.ts';

/** What an exercise file of type `rate` may say. */
export const schema = z.strictObject({
  ...specFields('rate'),
  /** One rating; or several of the same thing before and after something changes, compared in this order. */
  ratings: items({
    /** What is rated, in a few words: "With the last line on top". */
    name: prose(60),
    /** Paragraphs of the article, each by the id of a claim in it, in the order in which they are shown. */
    show: z.array(z.string()).min(1).max(12),
    ask: prose(240),
    /** What to look for, shown after handing in. There is no right number: it does not say one. */
    think: z.array(prose(400)).min(1).max(4),
  }),
});

/** A `rate` exercise file. */
export type Spec = z.output<typeof schema>;

/** Every paragraph shown exists, and stands once in each passage. */
export function check(spec: Spec, _claims: readonly Claim[], { article }: Material): SpecFault[] {
  return spec.ratings.flatMap(({ id, show }): SpecFault[] => {
    const place = `ratings › ${id} › show`;
    const unknown = show.filter((claim) => !claimIds(article).includes(claim));
    const blocks = show.map((claim) => blockOf(article, claim)?.id);
    const twice = show.filter((claim, at) => !unknown.includes(claim) && blocks.indexOf(blocks[at]) !== at);
    return [
      ...unknown.map((claim) => ({
        place,
        found: `${claim}, which the article does not wrap`,
        cure: 'Write the id of a claim in the paragraph you mean.',
      })),
      ...twice.map((claim) => ({
        place,
        found: `${claim}, in a paragraph that is shown already`,
        cure: 'Take it out: one claim brings its whole paragraph.',
      })),
    ];
  });
}

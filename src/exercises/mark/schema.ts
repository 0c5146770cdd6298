import { z } from 'astro/zod';
import { claimIds } from '#domain/article.ts';
import type { Claim } from '#domain/claim.ts';
import { labels } from '#domain/label.ts';
import type { Material, SpecFault } from '../contract.ts';
import { specFields } from '../fields.ts';

/** What an exercise file of type `mark` may say. */
export const schema = z.strictObject({
  ...specFields('mark'),
  labels: z.array(z.enum(labels)).min(2).max(4),
  /** Whether to ask who says it, too. */
  says: z.boolean().default(false),
  /** Whether to ask "How sure are you?" of each. */
  sure: z.boolean().default(false),
  /** The claims that are asked about, where it is not all of them. */
  claims: z.array(z.string()).min(1).optional(),
  /** Claims discussed instead of marked here, although the key marks them. */
  discuss: z.array(z.string()).default([]),
});

/** A `mark` exercise file. */
export type Spec = z.output<typeof schema>;

/** Every scored claim has its label on offer; what is to be discussed exists and has another view to discuss. */
export function check(spec: Spec, claims: readonly Claim[], { article }: Material): SpecFault[] {
  const inText = claimIds(article);
  const needs = claims.filter((claim) => claim.scored && !spec.discuss.includes(claim.id));
  const lacking = labels.filter(
    (label) => !spec.labels.includes(label) && needs.some((claim) => claim.label === label),
  );
  return [
    ...(spec.claims ?? [])
      .filter((id) => !inText.includes(id))
      .map((id) => ({
        place: `claims › ${id}`,
        found: 'a claim that the article does not wrap',
        cure: 'Write the id of a claim in the article.',
      })),
    ...lacking.map((label) => ({
      place: 'labels',
      found: `no ${label}, the label of ${needs
        .filter((claim) => claim.label === label)
        .map((claim) => claim.id)
        .join(', ')}`,
      cure: `Add ${label}; or discuss these claims instead of marking them, under "discuss".`,
    })),
    ...spec.discuss.flatMap((id) => {
      const claim = claims.find((candidate) => candidate.id === id);
      if (claim?.otherView) return [];
      return [
        {
          place: `discuss › ${id}`,
          found: claim ? 'a claim that has no otherView' : 'a claim that the article does not wrap',
          cure: claim
            ? 'Write its otherView in claims.yaml, or take it out here.'
            : 'Write the id of a claim in the article.',
        },
      ];
    }),
  ];
}

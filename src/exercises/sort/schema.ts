import { z } from 'astro/zod';
import type { Claim } from '#domain/claim.ts';
import { labels } from '#domain/label.ts';
import type { SpecFault } from '../contract.ts';
import { specFields } from '../fields.ts';

/** What an exercise file of type `sort` may say. */
export const schema = z.strictObject({
  ...specFields('sort'),
  /** The labels to sort into: three, or four with no-source-shown. */
  labels: z.array(z.enum(labels)).min(2).max(4),
  /** The statements in the order they are asked: labels interleaved, hard to easy. */
  claims: z.array(z.string()).min(2).max(20),
  /** Whether to ask "How sure are you?" after each. */
  sure: z.boolean().default(false),
  /** Whether it is a test: the reasons are kept back and shown beside the next test. */
  sealed: z.boolean().default(false),
});

/** A `sort` exercise file. */
export type Spec = z.output<typeof schema>;

/** Every statement is scored, stands once, and has its label among those on offer. */
export function check(spec: Spec, claims: readonly Claim[]): SpecFault[] {
  const twice = new Set(spec.claims.filter((id, at) => spec.claims.indexOf(id) !== at));
  return [
    ...[...twice].map((id) => ({
      place: `claims › ${id}`,
      found: `${id} twice`,
      cure: 'Name each claim once.',
    })),
    ...[...new Set(claims)].flatMap((claim): SpecFault[] => {
      const place = `claims › ${claim.id}`;
      if (!claim.scored) {
        return [
          {
            place,
            found: 'a claim that is not scored',
            cure: 'Take it out: careful readers disagree about it.',
          },
        ];
      }
      if (!spec.labels.includes(claim.label)) {
        return [
          {
            place,
            found: `a claim whose label is ${claim.label}`,
            cure: `Add ${claim.label} to "labels", or take the claim out.`,
          },
        ];
      }
      return [];
    }),
  ];
}

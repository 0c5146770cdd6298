import { z } from 'astro/zod';
import { ladder } from '#domain/check.ts';
import type { Claim } from '#domain/claim.ts';
import type { SpecFault } from '../contract.ts';
import { items, prose, specFields } from '../fields.ts';
import { questions } from './questions.ts';

const rungs = ['0', '1', '2', '3', '4', '5', '6'] as const;
const reasons = z.partialRecord(z.enum(questions), prose(160)).default({});

/** What an exercise file of type `ladder` may say. */
export const schema = z.strictObject({
  ...specFields('ladder'),
  /** The claims by their ids, rungs interleaved, hard to easy. */
  claims: items({
    /** The rung, as the claim's `check` in the case has it. */
    rung: z
      .int()
      .min(0)
      .max(ladder.length - 1),
    why: prose(320),
    /** For the rungs that tempt: why, and why they fail. */
    whyNot: z.partialRecord(z.enum(rungs), prose(320)).default({}),
    /** The questions that the article passes for the claim, and those that it does not: each with the reason. */
    passes: reasons,
    fails: reasons,
    /** What sources outside the article add: a low rung is not a false claim. */
    beyond: prose(320).optional(),
  }),
});

/** A `ladder` exercise file. */
export type Spec = z.output<typeof schema>;

/** Every claim is scored, its rung is the one in the case, and each of the five questions has one answer. */
export function check(spec: Spec, claims: readonly Claim[]): SpecFault[] {
  return spec.claims.flatMap(({ id, rung, whyNot, passes, fails }): SpecFault[] => {
    const place = `claims › ${id}`;
    const claim = claims.find((candidate) => candidate.id === id);
    const both = questions.filter((question) => passes[question] && fails[question]);
    const neither = questions.filter((question) => !passes[question] && !fails[question]);
    return [
      ...(claim && !claim.scored
        ? [
            {
              place,
              found: 'a claim that is not scored',
              cure: 'Take it out: careful readers disagree about it.',
            },
          ]
        : []),
      ...(claim && claim.check !== rung
        ? [
            {
              place: `${place} › rung`,
              found: `rung ${rung}, where the case has check ${claim.check}`,
              cure: `Write ${claim.check} and the reasons for it; or correct "check" of ${id} in claims.yaml.`,
            },
          ]
        : []),
      ...(String(rung) in whyNot
        ? [
            {
              place: `${place} › whyNot`,
              found: `a reason against rung ${rung}, its own`,
              cure: 'Take it out, or write the rung that it is about.',
            },
          ]
        : []),
      ...both.map((question) => ({
        place,
        found: `${question} under "passes" and under "fails"`,
        cure: 'Leave one of them.',
      })),
      ...neither.map((question) => ({
        place,
        found: `nothing about ${question}`,
        cure: `Write ${question} and the reason under "passes" or under "fails".`,
      })),
    ];
  });
}

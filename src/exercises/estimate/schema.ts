import { z } from 'astro/zod';
import type { SpecFault } from '../contract.ts';
import { items, prose, specFields } from '../fields.ts';
import { verdicts } from './verdict.ts';

/** What an exercise file of type `estimate` may say. */
export const schema = z.strictObject({
  ...specFields('estimate'),
  sums: items({
    /** A few words, for the heading and the read-out. */
    name: prose(60),
    /** The numbers to work with, as they are to be shown, and where each comes from, with its caveat. */
    given: z
      .array(z.strictObject({ what: prose(80), value: prose(20), from: prose(200).optional() }))
      .min(2)
      .max(4),
    ask: prose(200),
    /** What the number counts; it stands after the field. */
    unit: prose(40),
    answer: z.number(),
    /** How far from the answer a number may be. */
    within: z.number().min(0),
    /** The sum, worked out. */
    working: prose(240),
    /** Other numbers that one may come to, and how. */
    slips: z.array(z.strictObject({ answer: z.number(), why: prose(240) })).default([]),
    /** The claim to judge in the light of the number, and what to hold it against. */
    claim: prose(240),
    compare: prose(400),
    verdict: z.enum(verdicts),
    why: prose(400),
    whyNot: z.partialRecord(z.enum(verdicts), prose(320)),
  }),
});

/** An `estimate` exercise file. */
export type Spec = z.output<typeof schema>;

/** Every other verdict has its reason; no slip is as good as the answer. */
export function check(spec: Spec): SpecFault[] {
  return spec.sums.flatMap(({ id, answer, within, slips, verdict, whyNot }): SpecFault[] => {
    const place = `sums › ${id}`;
    return [
      ...slips
        .filter((slip) => Math.abs(slip.answer - answer) <= 2 * within)
        .map((slip) => ({
          place: `${place} › slips`,
          found: `${slip.answer}, too close to ${answer}: some numbers would be near to both`,
          cure: 'Make "within" smaller, or take the slip out.',
        })),
      ...verdicts
        .filter((each) => each !== verdict && !whyNot[each])
        .map((each) => ({
          place: `${place} › whyNot`,
          found: `nothing about ${each}`,
          cure: `Write why a learner may say ${each}, and why it fails.`,
        })),
      ...(whyNot[verdict]
        ? [
            {
              place: `${place} › whyNot`,
              found: `a reason against ${verdict}, the verdict itself`,
              cure: 'Take it out, or write another verdict.',
            },
          ]
        : []),
    ];
  });
}

import { z } from 'astro/zod';
import type { SpecFault } from '../contract.ts';
import { prose, specFields } from '../fields.ts';

/** What an exercise file of type `say` may say. */
export const schema = z.strictObject({
  ...specFields('say'),
  /** What is to be said in a sentence. */
  ask: prose(240),
  /** How others have said it: to compare, once one's own sentence is handed in. */
  samples: z.array(prose(300)).min(1).max(3),
});

/** A `say` exercise file. */
export type Spec = z.output<typeof schema>;

/** A sentence in one's own words can be asked about anything: nothing to hold against the case. */
export function check(): SpecFault[] {
  return [];
}

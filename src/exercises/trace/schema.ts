import { z } from 'astro/zod';
import type { SpecFault } from '../contract.ts';
import { id, items, prose, specFields } from '../fields.ts';

/** What an exercise file of type `trace` may say. */
export const schema = z.strictObject({
  ...specFields('trace'),
  /** The steps of a statement’s path, in the order in which they are shown: not the right one. */
  steps: items({
    /** Its place on the path: 1 for the first speaker. */
    place: z.int().min(1),
    /** Whose step it is, in a few words. */
    name: prose(60),
    /** What is said there. */
    text: prose(500),
    /** How one can tell that this is its place. */
    why: prose(320),
  }),
  /** What changes on the way: each is asked as a question, whose answer is a step. */
  changes: items({
    /** “Where does the name of the speaker get lost?” */
    ask: prose(200),
    /** The id of the right step. */
    step: id,
    why: prose(320),
    /** For other steps, why they tempt and fail. */
    whyNot: z.record(z.string(), prose(320)).default({}),
  }),
});

/** A `trace` exercise file. */
export type Spec = z.output<typeof schema>;

/** The places are 1, 2, 3 …, each once, and not shown so; changes name steps; no id stands twice. */
export function check(spec: Spec): SpecFault[] {
  const steps = spec.steps.map((step) => step.id);
  const places = spec.steps.map(({ place }) => place);
  const inOrder = places.toSorted((a, b) => a - b);
  const faults: SpecFault[] = [];
  if (inOrder.some((place, at) => place !== at + 1)) {
    faults.push({
      place: 'steps',
      found: `the places ${inOrder.join(', ')}`,
      cure: `Give each step a place of its own, from 1 to ${places.length}.`,
    });
  } else if (places.every((place, at) => place === at + 1)) {
    faults.push({
      place: 'steps',
      found: 'the right order',
      cure: 'Write the steps in another order, the one to be shown, and keep their places.',
    });
  }
  return [
    ...faults,
    ...spec.changes.flatMap(({ id, step, whyNot }): SpecFault[] => {
      const place = `changes › ${id}`;
      const unknown = [step, ...Object.keys(whyNot)].filter((each) => !steps.includes(each));
      return [
        ...(steps.includes(id)
          ? [{ place, found: 'the id of a step', cure: 'Give the change an id of its own.' }]
          : []),
        ...unknown.map((each) => ({ place, found: each, cure: `Write one of: ${steps.join(', ')}.` })),
        ...(step in whyNot
          ? [{ place: `${place} › whyNot`, found: `${step}, the right step`, cure: 'Take it out.' }]
          : []),
      ];
    }),
  ];
}

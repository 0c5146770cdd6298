import { z } from 'astro/zod';
import type { SpecFault } from '../contract.ts';
import { id, items, prose, specFields } from '../fields.ts';
import { nothing } from './exercise.ts';

/** A reason for each of some points, by the point's id. */
const reasons = z.record(id, prose(240)).default({});

/** What an exercise file of type `drift` may say. */
export const schema = z.strictObject({
  ...specFields('drift'),
  /** The statement where it began, in our words. */
  source: z.strictObject({
    who: prose(80),
    when: prose(40),
    says: prose(500),
    /** How we know it. */
    note: prose(240).optional(),
  }),
  /** What can change. */
  points: items({
    name: prose(40),
    /** What the source has there, in a few words. */
    source: prose(40),
  }).max(7),
  /** The statement as others carried it. Each point stands under one of `changed`, `kept` and `open`. */
  versions: items({
    who: prose(80),
    when: prose(40),
    says: prose(500),
    /** What to know before relying on it. */
    caveat: prose(240).optional(),
    /** The whole in a sentence or two: what became of the statement here. */
    why: prose(320),
    /** What is different, and how. */
    changed: reasons,
    /** What is the same, and why it may look different. */
    kept: reasons,
    /** Where careful readers differ: it counts ticked or not. */
    open: reasons,
  }),
});

/** A `drift` exercise file. */
export type Spec = z.output<typeof schema>;

/** Every version says of every point, once, whether it changed; and of no other. */
export function check({ points, versions }: Spec): SpecFault[] {
  const ids = points.map((point) => point.id);
  return [
    ...(ids.includes(nothing)
      ? [
          {
            place: 'points',
            found: `the id "${nothing}"`,
            cure: 'Give it another id: this one is the box for no change at all.',
          },
        ]
      : []),
    ...versions.flatMap(({ id, changed, kept, open }) => {
      const place = `versions › ${id}`;
      const said = [changed, kept, open].flatMap((reasons) => Object.keys(reasons));
      const twice = said.filter((each, at) => said.indexOf(each) !== at);
      return [
        ...ids
          .filter((each) => !said.includes(each))
          .map((each) => ({
            place,
            found: `nothing about ${each}`,
            cure: 'Say under "changed", "kept" or "open" what became of it.',
          })),
        ...said
          .filter((each) => !ids.includes(each))
          .map((each) => ({ place, found: each, cure: `Write one of: ${ids.join(', ')}.` })),
        ...[...new Set(twice)].map((each) => ({
          place,
          found: `${each} more than once`,
          cure: 'Leave it under one of "changed", "kept" and "open".',
        })),
      ];
    }),
  ];
}

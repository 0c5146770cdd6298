import { z } from 'astro/zod';
import { id, items, prose, specFields } from '../fields.ts';
import type { SpecFault } from '../contract.ts';

/** What an exercise file of type `choose` may say. */
export const schema = z.strictObject({
  ...specFields('choose'),
  /** The questions, in order. */
  questions: items({
    ask: prose(400),
    /** A passage the question is about. */
    passage: prose(700).optional(),
    /** Whether several options may be right: boxes to tick instead of radio buttons. */
    several: z.boolean().default(false),
    options: z
      .array(z.strictObject({ id, text: prose(240), right: z.boolean().default(false), why: prose(320) }))
      .min(2)
      .max(6),
  }),
});

/** A `choose` exercise file. */
export type Spec = z.output<typeof schema>;

/** Every question has a right option, one alone unless several may be right, and no option twice. */
export function check(spec: Spec): SpecFault[] {
  return spec.questions.flatMap(({ id, several, options }): SpecFault[] => {
    const place = `questions › ${id}`;
    const right = options.filter((option) => option.right).length;
    const ids = options.map((option) => option.id);
    const twice = ids.find((each, at) => ids.indexOf(each) !== at);
    return [
      ...(right === 0
        ? [{ place, found: 'no right option', cure: 'Write "right: true" at the right one.' }]
        : []),
      ...(right > 1 && !several
        ? [
            {
              place,
              found: `${right} right options`,
              cure: 'Write "several: true", or leave one of them right.',
            },
          ]
        : []),
      ...(twice ? [{ place, found: `${twice} twice`, cure: 'Give each option an id of its own.' }] : []),
    ];
  });
}

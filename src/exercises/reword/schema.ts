import { z } from 'astro/zod';
import type { Claim } from '#domain/claim.ts';
import type { SpecFault } from '../contract.ts';
import { id, items, prose, specFields } from '../fields.ts';
import { own } from './own.ts';

/** What an exercise file of type `reword` may say. */
export const schema = z.strictObject({
  ...specFields('reword'),
  /** The loaded words, in the order in which they are asked. */
  words: items({
    /** The claim it stands in. */
    claim: z.string(),
    /** The loaded word, as it stands in the claim and under its `loaded` in claims.yaml. */
    word: prose(60),
    /** What is offered instead. The right one is the neutral word that claims.yaml has. */
    options: z
      .array(z.strictObject({ id, text: prose(60), right: z.boolean().default(false), why: prose(320) }))
      .min(2)
      .max(4),
  }),
});

/** A `reword` exercise file. */
export type Spec = z.output<typeof schema>;

/** Each word is loaded by the key of its claim, and the key's neutral word is the one right option. */
export function check(spec: Spec, claims: readonly Claim[]): SpecFault[] {
  return spec.words.flatMap(({ id, claim, word, options }): SpecFault[] => {
    // A claim that the article does not wrap is told by whoever asked for its key.
    const loaded = claims.find((candidate) => candidate.id === claim)?.loaded;
    if (!loaded) return [];
    const place = `words › ${id}`;
    const neutral = Object.hasOwn(loaded, word) ? loaded[word] : undefined;
    const right = options.filter((option) => option.right).map(({ text }) => text);
    const ids = [own, ...options.map((option) => option.id)];
    const twice = ids.find((each, at) => ids.indexOf(each) !== at);
    return [
      ...(neutral === undefined
        ? [
            {
              place,
              found: `"${word}", which is not under "loaded" of ${claim}`,
              cure: `Add it there in claims.yaml, with a neutral word${hint(Object.keys(loaded))}.`,
            },
          ]
        : []),
      ...(neutral !== undefined && (right.length !== 1 || right[0] !== neutral)
        ? [
            {
              place,
              found: `${right.length > 0 ? `"${right.join('", "')}"` : 'no option'} as right`,
              cure: `Write "right: true" at one option, "${neutral}", which claims.yaml has for "${word}"; or change it there.`,
            },
          ]
        : []),
      ...(twice
        ? [
            {
              place,
              found: twice === own ? `an option "${own}"` : `${twice} twice`,
              cure:
                twice === own
                  ? 'Give it another id: this one stands for the learner’s own word.'
                  : 'Give each option an id of its own.',
            },
          ]
        : []),
    ];
  });
}

function hint(words: readonly string[]): string {
  return words.length > 0 ? `; or take one that it has: ${words.join(', ')}` : '';
}

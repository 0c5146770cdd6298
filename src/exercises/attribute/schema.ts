import { z } from 'astro/zod';
import type { Claim } from '#domain/claim.ts';
import { plainText } from '#domain/article.ts';
import type { Material, SpecFault } from '../contract.ts';
import { id, items, prose, specFields } from '../fields.ts';
import { roles } from './roles.ts';

/** What an exercise file of type `attribute` may say. */
export const schema = z.strictObject({
  ...specFields('attribute'),
  /** The sentences, in the order in which they are asked. */
  sentences: items({
    /** A sentence or a part of one, exactly as it stands in the article. */
    sentence: prose(400),
    /** Its parts from left to right. Only spaces and signs may be left between them. */
    parts: z
      .array(
        z.strictObject({
          id,
          text: prose(200),
          role: z.enum(roles),
          /** Whether careful readers may give it another role, or none: then it does not count. */
          optional: z.boolean().default(false),
          /** Why it has this role, and why the tempting one fails; or why it may go either way. */
          why: prose(320),
        }),
      )
      .min(2)
      .max(8),
    /** What to see in the sentence as a whole. */
    why: prose(400),
  }),
});

/** An `attribute` exercise file. */
export type Spec = z.output<typeof schema>;

/** Each sentence stands in the article and is cut up without a rest; its parts have ids of their own and one counts. */
export function check(spec: Spec, _claims: readonly Claim[], { article }: Material): SpecFault[] {
  return spec.sentences.flatMap(({ id, sentence, parts }): SpecFault[] => {
    const place = `sentences › ${id}`;
    const faults: SpecFault[] = [];
    const ids = parts.map((part) => part.id);
    const twice = ids.find((each, at) => ids.indexOf(each) !== at);
    if (twice) faults.push({ place, found: `${twice} twice`, cure: 'Give each part an id of its own.' });
    if (parts.every((part) => part.optional))
      faults.push({ place, found: 'only optional parts', cure: 'Leave at least one part that counts.' });
    if (!article.some((block) => plainText(block.parts).includes(sentence))) {
      faults.push({
        place: `${place} › sentence`,
        found: 'a sentence that the article does not have',
        cure: 'Copy it from article.mdx exactly, without the tags.',
      });
    }
    return [...faults, ...cutFaults(sentence, parts, `${place} › parts`)];
  });
}

/** What is wrong with the way the parts cut up their sentence; at most one fault, because the rest follows from it. */
function cutFaults(
  sentence: string,
  parts: readonly { id: string; text: string }[],
  place: string,
): SpecFault[] {
  const left = (words: string): SpecFault[] =>
    /[\p{L}\p{N}]/u.test(words)
      ? [
          {
            place,
            found: `“${words.trim()}” in no part`,
            cure: 'Add these words to a part, or make them one.',
          },
        ]
      : [];
  let rest = sentence;
  for (const { id, text } of parts) {
    const at = rest.indexOf(text);
    if (at === -1) {
      return [
        {
          place: `${place} › ${id}`,
          found: `“${text}”, which does not come next in the sentence`,
          cure: 'Copy the words exactly, and keep the parts from left to right.',
        },
      ];
    }
    const between = left(rest.slice(0, at));
    if (between.length > 0) return between;
    rest = rest.slice(at + text.length);
  }
  return left(rest);
}

import { z } from 'astro/zod';
import { claimIds } from '#domain/article.ts';
import type { Claim } from '#domain/claim.ts';
import type { Card, Material, SpecFault } from '../contract.ts';
import { id, prose, specFields } from '../fields.ts';
import { stances, type Stance } from './exercise.ts';

const stance = z.enum(stances);

/** What an exercise file of type `weigh` may say. */
export const schema = z.strictObject({
  ...specFields('weigh'),
  /** The claims, each with the cards that are weighed against it. */
  claims: z
    .array(
      z.strictObject({
        /** Its id in the article. */
        claim: id,
        /** What to weigh, as a question that the claim answers with yes: is it so, not was it said. */
        point: prose(120),
        cards: z
          .array(
            z.strictObject({
              /** Its id in the dossier; each card once in the whole exercise. */
              card: id,
              /** What it does for the claim, as the dossier has it. */
              stance,
              why: prose(320),
              /** For each other stance: why it tempts and why it fails. */
              whyNot: z.partialRecord(stance, prose(260)),
            }),
          )
          .min(1)
          .max(8),
      }),
    )
    .min(1)
    .max(4),
  /** Pairs of the cards above: are the two independent of one another? */
  pairs: z
    .array(
      z.strictObject({
        id,
        cards: z.tuple([id, id]),
        /** What both bear on. */
        about: prose(240),
        independent: z.boolean(),
        why: prose(320),
        /** Why the other answer tempts and fails. */
        whyNot: prose(260),
      }),
    )
    .max(6)
    .default([]),
});

/** A `weigh` exercise file. */
export type Spec = z.output<typeof schema>;

/** A card as the case hands it over: with what it does for which claim, which a question must not hold. */
interface KeyedCard extends Card {
  readonly about?: readonly { readonly claim: string; readonly stance: Stance }[];
}

/**
 * Every claim stands in the article and every card in the dossier, which agrees on its stance; each wrong answer has
 * its reason; each id is used once; and a pair is of two cards that the page shows.
 */
export function check(spec: Spec, _claims: readonly Claim[], material: Material): SpecFault[] {
  const shown = spec.claims.flatMap(({ cards }) => cards.map(({ card }) => card));
  const ids = [...shown, ...spec.pairs.map((pair) => pair.id)];
  const twice = ids.filter((each, at) => ids.indexOf(each) !== at);
  return [
    ...spec.claims.flatMap(({ claim, cards }) => [
      ...(claimIds(material.article).includes(claim)
        ? []
        : [
            {
              place: `claims › ${claim}`,
              found: 'a claim that the article does not wrap',
              cure: 'Write the id of a claim in article.mdx.',
            },
          ]),
      ...cards.flatMap((weighed) => cardFaults(claim, weighed, material.dossier)),
    ]),
    ...twice.map((each) => ({
      place: shown.indexOf(each) === shown.lastIndexOf(each) ? `pairs › ${each}` : `claims › ${each}`,
      found: 'an id used twice',
      cure: 'Weigh each card once, and give each pair an id of its own.',
    })),
    ...spec.pairs.flatMap(({ id, cards }) => {
      const place = `pairs › ${id}`;
      return [
        ...(cards[0] === cards[1]
          ? [{ place, found: `${cards[0]} beside itself`, cure: 'Name two different cards.' }]
          : []),
        ...[...new Set(cards)]
          .filter((card) => !shown.includes(card))
          .map((card) => ({
            place,
            found: `${card}, which the page does not show`,
            cure: 'Choose two of the cards listed under "claims".',
          })),
      ];
    }),
  ];
}

function cardFaults(
  claim: string,
  { card, stance, whyNot }: Spec['claims'][number]['cards'][number],
  dossier: readonly KeyedCard[],
): SpecFault[] {
  const place = `claims › ${claim} › ${card}`;
  const found = dossier.find((each) => each.id === card);
  // A card that says nothing of the claim can be no more than context for it.
  const keyed = found?.about && (found.about.find((each) => each.claim === claim)?.stance ?? 'context');
  return [
    ...(found
      ? []
      : [{ place, found: 'a card that the dossier does not have', cure: 'Write the id of a card.' }]),
    ...(keyed && keyed !== stance
      ? [
          {
            place,
            found: `${stance}, where the dossier has ${keyed} for ${claim}`,
            cure: `Write ${keyed}; or change what dossier.yaml says under "about" of this card.`,
          },
        ]
      : []),
    ...stances.flatMap((other) => {
      if (other === stance)
        return whyNot[other]
          ? [{ place, found: `a reason against its own stance, ${other}`, cure: 'Take it out of "whyNot".' }]
          : [];
      return whyNot[other]
        ? []
        : [
            {
              place,
              found: `no reason against ${other}`,
              cure: `Say under "whyNot" why ${other} tempts and why it fails here.`,
            },
          ];
    }),
  ];
}

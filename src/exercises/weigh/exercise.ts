import { field, type Answer } from '#domain/answer.ts';
import { passage, type Passage } from '#domain/article.ts';
import { markOf, type ItemId, type WordedMark } from '#domain/mark.ts';
import type { Card, ExerciseType, Material } from '../contract.ts';
import type { Spec } from './schema.ts';

/** What a card can do for a claim, in the order in which it is offered; the dossier's own words for it. */
export const stances = ['supports', 'undercuts', 'context'] as const;

/** One of {@link stances}. */
export type Stance = (typeof stances)[number];

/** How the answers about a card are shown. */
export const stanceWords: Readonly<Record<Stance, string>> = {
  supports: 'Supports it',
  undercuts: 'Undercuts it',
  context: 'Beside the point',
};

/** How the answers about a pair are shown. */
export const pairWords = { yes: 'Independent', no: 'Not independent' } as const;

/** A card with what else the dossier of a case may hold for its reader. */
export interface WholeCard extends Card {
  /** Who they are, in a few words. */
  readonly what?: string | undefined;
  /** The answer of the side criticised. */
  readonly reply?: string | undefined;
  /** What to know before relying on it. */
  readonly caveat?: string | undefined;
}

/** What a learner weighs. */
export interface Question {
  readonly claims: readonly {
    readonly passage: Passage;
    readonly point: string;
    readonly cards: readonly WholeCard[];
  }[];
  readonly pairs: readonly {
    readonly id: string;
    readonly about: string;
    readonly cards: readonly WholeCard[];
  }[];
}

type Type = ExerciseType<Spec, Question, WordedMark>;

/** A card or a pair with its key: the one shape in which both are marked and read. */
interface Weighed {
  readonly item: ItemId;
  /** The answers there are, and how they are shown. */
  readonly words: Readonly<Record<string, string>>;
  readonly key: string;
  readonly why: string;
  /** For each other answer, why it tempts and fails. */
  readonly whyNot: Readonly<Partial<Record<string, string>>>;
}

export const main: Type['main'] = 'weigh';

export const claims: Type['claims'] = () => [];

export const items: Type['items'] = (spec) => weighed(spec).map(({ item }) => item);

export const ask: Type['ask'] = (spec, material) => ({
  claims: spec.claims.map(({ claim, point, cards }) => ({
    passage: passage(material.article, claim),
    point,
    cards: cards.map(({ card }) => cardIn(material, card)),
  })),
  pairs: spec.pairs.map(({ id, about, cards }) => ({
    id,
    about,
    cards: cards.map((card) => cardIn(material, card)),
  })),
});

export const mark: Type['mark'] = (spec, _claims, answer) =>
  markOf(
    weighed(spec).map((each) => {
      const chosen = chosenIn(answer, each);
      const right = chosen === each.key;
      const whyNot = chosen !== undefined && !right ? each.whyNot[chosen] : undefined;
      return {
        item: each.item,
        answered: chosen !== undefined,
        scored: true,
        earned: right ? 1 : 0,
        possible: 1,
        yours: chosen === undefined ? undefined : each.words[chosen],
        key: each.words[each.key],
        reasons: whyNot === undefined ? [each.why] : [each.why, whyNot],
      };
    }),
  );

export const keySheet: Type['keySheet'] = (spec, _claims, material) => {
  const titles = (cards: readonly string[]) => cards.map((card) => cardIn(material, card).title);
  const about = [
    ...spec.claims.flatMap(({ point, cards }) =>
      titles(cards.map(({ card }) => card)).map((title) => `${point} ${title}`),
    ),
    ...spec.pairs.map(({ cards }) => titles(cards).join(' · ')),
  ];
  return weighed(spec).map(({ item, words, key, why, whyNot }, at) => ({
    item,
    about: about[at]!,
    key: words[key],
    reasons: [why, ...Object.entries(whyNot).map(([other, reason]) => `Not “${words[other]!}”: ${reason!}`)],
  }));
};

/** The cards, claim by claim, and then the pairs. */
function weighed({ claims, pairs }: Spec): Weighed[] {
  return [
    ...claims.flatMap(({ cards }) =>
      cards.map(({ card, stance, why, whyNot }) => ({
        item: card,
        words: stanceWords,
        key: stance,
        why,
        whyNot,
      })),
    ),
    ...pairs.map(({ id, independent, why, whyNot }) => ({
      item: id,
      words: pairWords,
      key: independent ? 'yes' : 'no',
      why,
      whyNot: { [independent ? 'no' : 'yes']: whyNot },
    })),
  ];
}

function chosenIn(answer: Answer, { item, words }: Weighed): string | undefined {
  const value = answer[field(main, item)];
  return value !== undefined && Object.hasOwn(words, value) ? value : undefined;
}

/** Only what a reader is meant to see: the case's own card also says what it does for which claim. */
function cardIn({ dossier }: Material, card: string): WholeCard {
  const found: WholeCard | undefined = dossier.find((each) => each.id === card);
  if (!found) throw new RangeError(`The dossier has no card "${card}".`);
  const { id, who, what, date, title, says, reply, limits, caveat } = found;
  return { id, who, what, date, title, says, reply, limits, caveat };
}

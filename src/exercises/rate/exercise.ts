import { field, type Answer } from '#domain/answer.ts';
import { claimIds, plainText, type Article, type Block } from '#domain/article.ts';
import type { ClaimId } from '#domain/claim.ts';
import { markOf, type ItemId, type WordedMark } from '#domain/mark.ts';
import type { ExerciseType } from '../contract.ts';
import type { Spec } from './schema.ts';

/** What a learner rates. */
export interface Question {
  readonly ratings: readonly {
    readonly id: ItemId;
    readonly name: string;
    readonly ask: string;
    readonly blocks: readonly (Pick<Block, 'id' | 'kind' | 'byline'> & { readonly text: string })[];
  }[];
}

/** A rating, which is neither right nor wrong. */
export interface RatingMark extends WordedMark {
  /** From 0 to 100; undefined when the item was left out. */
  readonly rating: number | undefined;
}

type Type = ExerciseType<Spec, Question, RatingMark>;

export const main: Type['main'] = 'trust';

export const claims: Type['claims'] = () => [];

export const items: Type['items'] = (spec) => spec.ratings.map(({ id }) => id);

export const ask: Type['ask'] = (spec, { article }) => ({
  ratings: spec.ratings.map(({ id, name, ask, show }) => ({
    id,
    name,
    ask,
    blocks: show.flatMap((claim) => {
      const block = blockOf(article, claim);
      return block
        ? [{ id: block.id, kind: block.kind, byline: block.byline, text: plainText(block.parts) }]
        : [];
    }),
  })),
});

export const mark: Type['mark'] = (spec, _claims, answer) =>
  markOf(
    spec.ratings.map(({ id, think }) => {
      const rating = ratingIn(answer, id);
      return {
        item: id,
        answered: rating !== undefined,
        scored: false,
        earned: 0,
        possible: 0,
        yours: rating === undefined ? undefined : String(rating),
        key: undefined,
        reasons: think,
        rating,
      };
    }),
  );

export const keySheet: Type['keySheet'] = (spec) =>
  spec.ratings.map(({ id, name, think }) => ({ item: id, about: name, key: undefined, reasons: think }));

/** The block of `article` that `claim` stands in. */
export function blockOf(article: Article, claim: ClaimId): Block | undefined {
  return article.find((block) => claimIds([block]).includes(claim));
}

/** How a rating stands to the one before it, in plain words. */
export function shift(before: number, now: number): string {
  if (now === before) return 'the same as before';
  return `${Math.abs(now - before)} ${now > before ? 'higher' : 'lower'} than before`;
}

/** A whole number from 0 to 100; anything else is no rating. */
function ratingIn(answer: Answer, item: ItemId): number | undefined {
  const text = answer[field('trust', item)]?.trim();
  const rating = text ? Math.round(Number(text)) : NaN;
  return rating >= 0 && rating <= 100 ? rating : undefined;
}

import { field } from '#domain/answer.ts';
import { passage } from '#domain/article.ts';
import { markOf, type ItemId, type ItemMark } from '#domain/mark.ts';
import type { ExerciseType } from '../contract.ts';
import type { Spec } from './schema.ts';

/** What a learner writes a headline from. */
export interface Question {
  readonly headlines: readonly {
    readonly id: ItemId;
    readonly ask: string;
    /** The headline that the article has. */
    readonly instead: string | undefined;
    readonly evidence: readonly string[];
    readonly checklist: readonly { readonly id: string; readonly text: string }[];
  }[];
}

/** What a learner may compare a headline of their own with. Nothing here is a mark. */
export interface HeadlineMark extends ItemMark {
  /** What a search for words saw; none where it does not know the writing. */
  readonly hints: readonly { readonly ask: string; readonly says: string }[];
  readonly samples: Asked['samples'];
}

type Asked = Spec['headlines'][number];
type Type = ExerciseType<Spec, Question, HeadlineMark>;

export const main: Type['main'] = 'headline';

export const claims: Type['claims'] = () => [];

export const items: Type['items'] = (spec) => spec.headlines.map(({ id }) => id);

export const ask: Type['ask'] = (spec, { article }) => ({
  headlines: spec.headlines.map(({ id, ask, instead, evidence, checklist }) => ({
    id,
    ask,
    instead: instead && wholeBlock(passage(article, instead)),
    evidence,
    checklist,
  })),
});

export const mark: Type['mark'] = (spec, _claims, answer) =>
  markOf(
    spec.headlines.map(({ id, hints, samples }) => {
      const written = answer[field('headline', id)] ?? '';
      return {
        item: id,
        answered: written !== '',
        scored: false,
        earned: 0,
        possible: 0,
        hints: hintsOn(written, hints),
        samples,
      };
    }),
  );

export const keySheet: Type['keySheet'] = (spec) =>
  spec.headlines.map(({ id, ask, samples }) => ({
    item: id,
    about: ask,
    key: undefined,
    reasons: samples.map(({ level, text, comment }) => `${level}: “${text}” ${comment}`),
  }));

/**
 * What a search for the words of `hints` in a headline says, hint by hint. Nothing where the headline shares no letter
 * with them: then it is written in another script, and a word that is not found means nothing.
 */
function hintsOn(headline: string, hints: Asked['hints']): HeadlineMark['hints'] {
  const known = new Set(hints.flatMap(({ words }) => words.flatMap(letters)));
  if (!letters(headline).some((letter) => known.has(letter))) return [];
  const text = spaced(headline);
  return hints.map(({ ask, words, found, missing }) => {
    const seen = words.filter((word) => text.includes(spaced(word)));
    return { ask, says: seen.length > 0 ? `We saw “${seen.join('”, “')}”. ${found}` : missing };
  });
}

function letters(text: string): string[] {
  return text.toLowerCase().match(/\p{L}/gu) ?? [];
}

/** A text as lower-case words between single spaces, so that whole words are found and no parts of words. */
function spaced(text: string): string {
  return ` ${(text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ')} `;
}

function wholeBlock({ before, text, after }: ReturnType<typeof passage>): string {
  return `${before}${text}${after}`;
}

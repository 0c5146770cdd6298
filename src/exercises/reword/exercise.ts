import { field, type Answer } from '#domain/answer.ts';
import { passage, type Passage } from '#domain/article.ts';
import { markOf, type WordedMark } from '#domain/mark.ts';
import type { ExerciseType } from '../contract.ts';
import { quoted } from '../quoted.ts';
import { own } from './own.ts';
import type { Spec } from './schema.ts';

/** What a learner rewords: loaded words in their paragraphs, and what is offered instead. */
export interface Question {
  readonly words: readonly {
    readonly id: string;
    readonly word: string;
    readonly passage: Passage;
    readonly options: readonly { readonly id: string; readonly text: string }[];
  }[];
}

type Type = ExerciseType<Spec, Question, WordedMark>;
type Asked = Spec['words'][number];

export const main: Type['main'] = 'word';

/** The exercise file holds the key; it is held against the loaded words of these claims. */
export const claims: Type['claims'] = (spec) => [...new Set(spec.words.map(({ claim }) => claim))];

export const items: Type['items'] = (spec) => spec.words.map(({ id }) => id);

export const ask: Type['ask'] = (spec, { article }) => ({
  words: spec.words.map(({ id, claim, word, options }) => ({
    id,
    word,
    passage: passage(article, claim),
    options: options.map(({ id, text }) => ({ id, text })),
  })),
});

/** An offered word is marked. A word of the learner's own is not: it stands beside the key, to compare. */
export const mark: Type['mark'] = (spec, _claims, answer) =>
  markOf(
    spec.words.map((asked) =>
      answer[field('word', asked.id)] === own ? compared(asked, answer) : chosen(asked, answer),
    ),
  );

export const keySheet: Type['keySheet'] = (spec, _claims, { article }) =>
  spec.words.map(({ id, claim, word, options }) => ({
    item: id,
    about: passage(article, claim).text,
    key: `Instead of “${word}”: ${neutral(options).text}`,
    reasons: options.map(({ text, right, why }) => `${right ? '' : 'Not '}${quoted(text)}: ${why}`),
  }));

function chosen({ id, options }: Asked, answer: Answer): WordedMark {
  const right = neutral(options);
  const option = options.find((each) => each.id === answer[field('word', id)]);
  return {
    item: id,
    answered: option !== undefined,
    scored: true,
    earned: option === right ? 1 : 0,
    possible: 1,
    yours: option?.text,
    key: right.text,
    reasons: option && option !== right ? [right.why, `“${option.text}”: ${option.why}`] : [right.why],
  };
}

function compared({ id, options }: Asked, answer: Answer): WordedMark {
  const right = neutral(options);
  const yours = (answer[field('own', id)] ?? '').trim();
  const offered = options.find(({ text }) => text.toLowerCase() === yours.toLowerCase());
  const invitation =
    yours === ''
      ? 'You chose a word of your own, and the line is empty.'
      : `You wrote “${yours}”. Own words are not marked. Read the sentence with yours and then with “${right.text}”: is it still the same fact? Does either push you?`;
  return {
    item: id,
    answered: true,
    scored: false,
    earned: 0,
    possible: 0,
    yours,
    key: right.text,
    reasons: [
      invitation,
      right.why,
      ...(offered && offered !== right ? [`“${offered.text}”: ${offered.why}`] : []),
    ],
  };
}

function neutral(options: Asked['options']): Asked['options'][number] {
  return options.find(({ right }) => right)!;
}

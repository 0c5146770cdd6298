import { field } from '#domain/answer.ts';
import { markOf, type WordedMark } from '#domain/mark.ts';
import type { ExerciseType } from '../contract.ts';
import type { Spec } from './schema.ts';

/** What a learner says in a sentence. */
export interface Question {
  readonly ask: string;
}

type Type = ExerciseType<Spec, Question, WordedMark>;

/** The one thing asked. */
const item = 'sentence';

export const main: Type['main'] = 'say';

export const claims: Type['claims'] = () => [];

export const items: Type['items'] = () => [item];

export const ask: Type['ask'] = ({ ask }) => ({ ask });

/** One's own words are never scored: they are set beside the words of others. */
export const mark: Type['mark'] = ({ samples }, _claims, answer) => {
  const yours = answer[field('say', item)]?.trim() || undefined;
  return markOf([
    {
      item,
      answered: yours !== undefined,
      scored: false,
      earned: 0,
      possible: 0,
      yours,
      key: undefined,
      reasons: [
        'Others have said it like this. What do they have that yours has not, and the other way round?',
        ...samples,
      ],
    },
  ]);
};

export const keySheet: Type['keySheet'] = ({ ask, samples }) => [
  { item, about: ask, key: undefined, reasons: samples },
];

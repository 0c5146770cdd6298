import { field, type Answer } from '#domain/answer.ts';
import { markOf, type WordedMark } from '#domain/mark.ts';
import type { ExerciseType } from '../contract.ts';
import { quoted } from '../quoted.ts';
import type { Spec } from './schema.ts';

/** What a learner chooses from. */
export interface Question {
  readonly questions: readonly {
    readonly id: string;
    readonly ask: string;
    readonly passage: string | undefined;
    readonly several: boolean;
    readonly options: readonly { readonly id: string; readonly text: string }[];
  }[];
}

type Type = ExerciseType<Spec, Question, WordedMark>;
type Asked = Spec['questions'][number];

export const main: Type['main'] = 'choice';

export const claims: Type['claims'] = () => [];

export const items: Type['items'] = (spec) => spec.questions.map(({ id }) => id);

export const ask: Type['ask'] = (spec) => ({
  questions: spec.questions.map(({ id, ask, passage, several, options }) => ({
    id,
    ask,
    passage,
    several,
    options: options.map(({ id, text }) => ({ id, text })),
  })),
});

/** All or nothing: a question is right when exactly its right options are chosen. */
export const mark: Type['mark'] = (spec, _claims, answer) =>
  markOf(
    spec.questions.map((asked) => {
      const given = chosen(asked, answer);
      const right = asked.options.every((option) => option.right === given.includes(option));
      return {
        item: asked.id,
        answered: given.length > 0,
        scored: true,
        earned: right ? 1 : 0,
        possible: 1,
        yours: given.length > 0 ? said(given) : undefined,
        key: said(asked.options.filter((option) => option.right)),
        // The reasons of what is right, and of what tempted.
        reasons: asked.options
          .filter((option) => option.right || given.includes(option))
          .map((option) => (option.right ? option.why : `“${option.text}”: ${option.why}`)),
      };
    }),
  );

export const keySheet: Type['keySheet'] = (spec) =>
  spec.questions.map(({ id, ask, options }) => ({
    item: id,
    about: ask,
    key: said(options.filter((option) => option.right)),
    reasons: options.map(({ text, right, why }) => `${right ? '' : 'Not '}${quoted(text)}: ${why}`),
  }));

function chosen({ id, several, options }: Asked, answer: Answer): Asked['options'] {
  return options.filter((option) =>
    several ? answer[field('choice', id, option.id)] === 'yes' : answer[field('choice', id)] === option.id,
  );
}

function said(options: Asked['options']): string {
  return options.map(({ text }) => text).join(' · ');
}

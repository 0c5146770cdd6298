import { field, type Answer } from '#domain/answer.ts';
import { markOf, type WordedMark } from '#domain/mark.ts';
import type { ExerciseType } from '../contract.ts';
import { roles, roleWords, type Role } from './roles.ts';
import type { Spec } from './schema.ts';

/** Sentences, each cut into parts. */
export interface Question {
  readonly sentences: readonly {
    readonly id: string;
    readonly sentence: string;
    readonly parts: readonly { readonly id: string; readonly text: string }[];
  }[];
}

/** The mark of one sentence, part by part. */
export interface SentenceMark extends WordedMark {
  readonly parts: readonly {
    readonly text: string;
    readonly key: Role;
    /** Undefined where the learner left it open. */
    readonly yours: Role | undefined;
    readonly right: boolean;
    /** Whether it may go either way, so that any answer is right. */
    readonly optional: boolean;
  }[];
}

type Type = ExerciseType<Spec, Question, SentenceMark>;
type Part = Spec['sentences'][number]['parts'][number];

export const main: Type['main'] = 'role';

export const claims: Type['claims'] = () => [];

export const items: Type['items'] = (spec) => spec.sentences.map(({ id }) => id);

export const ask: Type['ask'] = (spec) => ({
  sentences: spec.sentences.map(({ id, sentence, parts }) => ({
    id,
    sentence,
    parts: parts.map(({ id, text }) => ({ id, text })),
  })),
});

/** All or nothing: every part that counts has its role. A part left open counts as “none of these”. */
export const mark: Type['mark'] = (spec, _claims, answer) =>
  markOf(
    spec.sentences.map(({ id, parts, why }) => {
      const given = parts.map((part) => roleIn(answer, id, part));
      const marks = parts.map(({ text, role, optional }, at) => ({
        text,
        key: role,
        yours: given[at],
        right: optional || (given[at] ?? 'none') === role,
        optional,
      }));
      const answered = given.some((role) => role !== undefined);
      return {
        item: id,
        answered,
        scored: true,
        earned: answered && marks.every(({ right }) => right) ? 1 : 0,
        possible: 1,
        yours: answered ? told(parts, (part) => roleIn(answer, id, part)) : undefined,
        key: told(parts, ({ role }) => role),
        // Where a sentence was left out, its parts say enough by their roles.
        reasons: [why, ...parts.filter((_, at) => answered && !marks[at]!.right).map(reason)],
        parts: marks,
      };
    }),
  );

export const keySheet: Type['keySheet'] = (spec) =>
  spec.sentences.map(({ id, sentence, parts, why }) => ({
    item: id,
    about: sentence,
    key: told(parts, ({ role }) => role),
    reasons: [why, ...parts.map(reason)],
  }));

function roleIn(answer: Answer, sentence: string, { id }: Part): Role | undefined {
  const value = answer[field(main, sentence, id)];
  return roles.find((role) => role === value);
}

/** Parts by their roles, in words; a sentence that names no source says so. */
function told(parts: readonly Part[], roleOf: (part: Part) => Role | undefined): string {
  return (['source', 'cue', 'content'] as const)
    .flatMap((role) => {
      const texts = parts.filter((part) => roleOf(part) === role).map(({ text }) => `“${text}”`);
      if (texts.length > 0) return `${roleWords[role]}: ${texts.join(', ')}`;
      return role === 'source' ? `${roleWords.source}: nobody is shown` : [];
    })
    .join(' · ');
}

function reason({ text, why }: Part): string {
  return `“${text}”: ${why}`;
}

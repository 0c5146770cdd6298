import type { Answer } from '#domain/answer.ts';
import type { Article } from '#domain/article.ts';
import type { Assignment } from '#domain/assignment.ts';
import type { ClaimKey } from '#domain/claim.ts';
import { labels } from '#domain/label.ts';
import type { BaseSpec, ExerciseType } from '#exercises/contract.ts';
import * as sayType from '#exercises/say/exercise.ts';
import * as sortType from '#exercises/sort/exercise.ts';
import type { Attempt } from '#storage/attempt.ts';
import { attempt, uuid } from '#storage/samples/attempts.ts';
import { learnersOf, type Learner } from '../learners.ts';
import { markedExercise, type Fetched, type Listed, type MarkedExercise } from '../marking.ts';

/** An assignment of one exercise to sort, save for what `more` sets. */
export function assignmentOf(more: Partial<Assignment> = {}): Assignment {
  return {
    id: 'abc123def456',
    title: 'The 600',
    steps: [{ exercise: 'a-sort' }],
    ...{ feedback: 'each', revise: true, shuffled: false, level: 'standard', name: 'nickname' },
    ...more,
  };
}

/** An exercise as its assignment lists it. */
export function listedAs(exercise: string, more: Partial<Listed> = {}): Listed {
  return { exercise, title: `The ${exercise}`, lesson: undefined, step: { exercise }, ...more };
}

/** What is fetched for an exercise to sort `claims` into four labels. */
export function sorting(claims: readonly ClaimKey[], sealed = false): Fetched {
  const article: Article = [
    {
      id: 'b1',
      kind: 'paragraph',
      parts: claims.map(({ id }) => ({
        kind: 'claim',
        claim: id,
        words: [{ kind: 'text', text: `words of ${id}` }],
      })),
    },
  ];
  const spec = {
    ...{ type: 'sort', case: 'a-case', title: 'A sort', task: 'Sort.', minutes: 3, sealed, sure: false },
    labels: [...labels],
    claims: claims.map(({ id }) => id),
  };
  return {
    type: sortType as unknown as ExerciseType<BaseSpec, unknown>,
    mark: sortType.mark as Fetched['mark'],
    key: { spec, claims, sources: [], texts: {} },
    material: { article, sources: [], dossier: [] },
  };
}

/** What is fetched for an exercise in which learners say something in a sentence. */
export function saying(): Fetched {
  const spec = {
    ...{ type: 'say', case: 'a-case', title: 'A say', task: 'Say.', minutes: 2 },
    ask: 'Who says so?',
    samples: ['Somebody.'],
  };
  return {
    type: sayType as unknown as ExerciseType<BaseSpec, unknown>,
    mark: sayType.mark as Fetched['mark'],
    key: { spec, claims: [], sources: [], texts: {} },
    material: { article: [], sources: [], dossier: [] },
  };
}

/** The answers of a learner to one exercise: each a go of its own, or a go and its second look. */
export type Given = Answer | readonly [first: Answer, second: Answer];

/** Learners who each gave some answers to `exercise` for the assignment. @param who a name for each, or none; @param assignment null for what was done on a lesson's own page */
export function learnersWith(
  exercise: string,
  all: readonly (readonly Given[])[],
  who: (at: number) => string | undefined = (at) => `Learner ${at + 1}`,
  assignment: string | null = assignmentOf().id,
): Learner[] {
  let next = 1;
  const made = (answer: Answer, revises?: Attempt): Attempt => {
    next += 1;
    return attempt(uuid(next), {
      exercise,
      answer,
      at: new Date(Date.UTC(2026, 10, 22, 10, 0, next)).toISOString(),
      ...(assignment === null ? {} : { assignment }),
      ...(revises ? { revises: revises.id } : {}),
    });
  };
  return learnersOf(
    all.map((given, at) => {
      const name = who(at);
      const attempts = given.flatMap((each) => {
        if (!isTwice(each)) return [made(each)];
        const first = made(each[0]);
        return [first, made(each[1], first)];
      });
      const from = uuid(5000 + at);
      const submission = {
        id: uuid(6000 + at),
        assignment: 'abc123def456',
        from,
        at: '2026-11-22T11:00:00.000Z',
        attempts,
      };
      return {
        from,
        ...(name === undefined ? {} : { who: name }),
        number: at + 1,
        newest: { submission, receivedAt: submission.at },
        older: [],
      };
    }),
  );
}

function isTwice(given: Given): given is readonly [Answer, Answer] {
  return Array.isArray(given);
}

/** An exercise with the answers of these learners, as its assignment sets it. */
export function exerciseOf(
  fetched: Fetched,
  learners: readonly Learner[],
  listed: Listed = listedAs('a-sort'),
  assignment: Assignment = assignmentOf(),
): MarkedExercise {
  return markedExercise(listed, fetched, assignment, learners);
}

import { expect, test } from 'vitest';
import { claimKey } from '#domain/samples/claims.ts';
import type { Catalogue } from '../assigned.ts';
import { marksAt } from './figures.ts';
import { contentsOf, unasked } from './marking.ts';
import { assignmentOf, exerciseOf, learnersWith, listedAs, sorting } from './samples/class.ts';

const catalogue: Catalogue = {
  exercises: {
    'a-sort': { title: 'A sort', minutes: 3, case: 'a-case' },
    'a-say': { title: 'A say', minutes: 2, case: 'a-case' },
  },
  lessons: { '01-first': { title: 'Lesson 1: First', minutes: 5, exercises: ['a-say', 'a-sort'] } },
  notes: {},
};
const key = [
  claimKey('a', 'opinion'),
  claimKey('b', 'sourced-claim'),
  claimKey('c', 'opinion', { scored: false }),
];

test('an assignment is made of its exercises and those of its lessons; what the site no longer has is named', () => {
  const step = { exercise: 'a-sort', claims: ['a'] };
  expect(
    contentsOf(
      assignmentOf({ steps: [step, { lesson: '01-first' }, { lesson: '09-gone' }, { exercise: 'gone' }] }),
      catalogue,
    ),
  ).toEqual({
    exercises: [
      { exercise: 'a-sort', title: 'A sort', lesson: undefined, step },
      { exercise: 'a-say', title: 'A say', lesson: 'Lesson 1: First', step: { exercise: 'a-say' } },
      { exercise: 'a-sort', title: 'A sort', lesson: 'Lesson 1: First', step: { exercise: 'a-sort' } },
    ],
    gone: ['09-gone', 'gone'],
  });
});

test('an exercise that two lessons share stands once', () => {
  const shared = {
    ...catalogue.lessons,
    '02-next': { title: 'Lesson 2', minutes: 5, exercises: ['a-sort'] },
  };
  const { exercises } = contentsOf(assignmentOf({ steps: [{ lesson: '01-first' }, { lesson: '02-next' }] }), {
    ...catalogue,
    lessons: shared,
  });
  expect(exercises.map(({ exercise, lesson }) => [exercise, lesson])).toEqual([
    ['a-say', 'Lesson 1: First'],
    ['a-sort', 'Lesson 1: First'],
  ]);
});

test('claims beyond those that are set are not marked, and said; claims that are gone are said', () => {
  const learners = learnersWith('a-sort', [
    [{ 'label:a': 'opinion', 'label:b': 'opinion', 'label:old': 'opinion' }],
  ]);
  const exercise = exerciseOf(
    sorting(key),
    learners,
    listedAs('a-sort', { step: { exercise: 'a-sort', claims: ['a', 'gone'] } }),
  );
  expect(exercise.items).toEqual(['a']);
  expect(marksAt(exercise.works[0]!, 'first').map(({ item }) => item)).toEqual(['a']);
  expect(exercise.missing).toEqual(['gone']);
  expect(exercise.strays).toEqual(['b', 'old']);
  expect(exercise.lines).toEqual([{ about: 'words of a', key: expect.stringContaining('Opinion') }]);
});

test('with three labels “no source shown” is not on offer', () => {
  const exercise = exerciseOf(
    sorting(key),
    [],
    listedAs('a-sort', { step: { exercise: 'a-sort', labels: 3 } }),
  );
  expect(exercise.labels).toEqual(['sourced-claim', 'unverified-figure', 'opinion']);
});

test('the first look and the second stand apart; a go begun anew is kept behind the first', () => {
  const learners = learnersWith('a-sort', [
    [[{ 'label:a': 'sourced-claim' }, { 'label:a': 'opinion' }], { 'label:a': 'unverified-figure' }],
  ]);
  const [works] = exerciseOf(sorting(key), learners).works;
  expect(works).toHaveLength(2);
  expect(marksAt(works!, 'first').map(({ earned }) => earned)).toEqual([0, 0, 0]);
  expect(marksAt(works!, 'last').map(({ earned }) => earned)).toEqual([1, 0, 0]);
});

test('what was done on a lesson’s own page counts for the lesson, and what was set for what is set', () => {
  const lesson = listedAs('a-sort', { lesson: 'Lesson 1: First' });
  const set = listedAs('a-sort');
  const own = learnersWith('a-sort', [[{ 'label:a': 'opinion' }]], () => 'Ana', null);
  const assigned = learnersWith('a-sort', [[{ 'label:a': 'opinion' }]]);
  const done = (learners: typeof own, listed: typeof set) =>
    exerciseOf(sorting(key), learners, listed).works[0]!.length;
  expect([done(own, lesson), done(own, set), done(assigned, lesson), done(assigned, set)]).toEqual([
    1, 0, 0, 1,
  ]);
  const contents = { exercises: [set], gone: [] };
  expect(unasked(assignmentOf(), contents, own)).toEqual(['a-sort']);
  expect(unasked(assignmentOf(), contents, assigned)).toEqual([]);
});

test('an answer of which nothing is asked any more marks nothing', () => {
  const learners = learnersWith('a-sort', [[{ 'label:old': 'opinion' }]]);
  const exercise = exerciseOf(sorting(key), learners);
  expect(marksAt(exercise.works[0]!, 'first')).toEqual([]);
  expect(exercise.strays).toEqual(['old']);
});

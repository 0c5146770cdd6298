import { describe, expect, test } from 'vitest';
import { mulberry32 } from '#domain/chance.ts';
import type { Label } from '#domain/label.ts';
import { claimKey, labelEach } from '#domain/samples/claims.ts';
import { classOfSkill, keyWith, random } from '#domain/samples/learners.ts';
import {
  claimFigures,
  itemFigures,
  revisionOf,
  standingsOf,
  surerAnswers,
  testsFigures,
  toDiscussFirst,
  type Discussion,
} from './figures.ts';
import { wordsOf } from './own-words.ts';
import { exerciseOf, learnersWith, listedAs, saying, sorting } from './samples/class.ts';

const key = [
  claimKey('a', 'opinion'),
  claimKey('b', 'sourced-claim', { says: 'shoigu' }),
  claimKey('c', 'unverified-figure', { scored: false }),
];
const gave = (...given: (Label | undefined)[]) => labelEach(key, (_, at) => given[at]);

test('a claim has its votes, who gave which, and how many as the key has it; left out and not handed in count nowhere', () => {
  const learners = learnersWith('a-sort', [
    [gave('opinion', 'sourced-claim')],
    [gave('sourced-claim', undefined, 'opinion')],
    [],
    [gave('opinion', 'opinion')],
  ]);
  const [a, b, c] = claimFigures(exerciseOf(sorting(key), learners), learners, 'first');
  expect(a).toMatchObject({ number: 1, answered: 3, scored: true, facility: { right: 2, of: 3 } });
  expect(a!.votes).toEqual({ opinion: 2, 'sourced-claim': 1, 'unverified-figure': 0, 'no-source-shown': 0 });
  expect(
    a!.given.map(({ words, right, learners: who }) => [words, right, who.map((one) => one.who)]),
  ).toEqual([
    ['Sourced claim', false, ['Learner 2']],
    ['Unverified figure', false, []],
    ['Opinion', true, ['Learner 1', 'Learner 4']],
    ['No source shown', false, []],
  ]);
  expect(b).toMatchObject({ answered: 2, facility: { right: 1, of: 2 }, discrimination: undefined });
  expect(c).toMatchObject({ answered: 1, scored: false, facility: { right: 0, of: 0 } });
});

test('who says it is counted where it was asked', () => {
  const learners = learnersWith('a-sort', [
    [{ ...gave('opinion', 'sourced-claim'), 'says:b': 'shoigu' }],
    [{ ...gave('opinion', 'opinion'), 'says:b': 'writer' }],
    [gave('opinion', 'opinion')],
  ]);
  const figures = claimFigures(exerciseOf(sorting(key), learners), learners, 'first');
  expect(figures.map(({ says }) => says)).toEqual([
    { n: 0, of: 0 },
    { n: 1, of: 2 },
    { n: 0, of: 0 },
  ]);
});

test('after the second look, those who took none count with their first answers', () => {
  const learners = learnersWith('a-sort', [
    [[gave('sourced-claim'), gave('opinion')]],
    [gave('sourced-claim')],
  ]);
  const exercise = exerciseOf(sorting(key), learners);
  const right = (look: 'first' | 'last') => itemFigures(exercise, learners, look)[0]!.facility;
  expect([right('first'), right('last')]).toEqual([
    { right: 0, of: 2 },
    { right: 1, of: 2 },
  ]);
});

test('a second look mends some answers and loses others; nobody’s second look is none', () => {
  const learners = learnersWith('a-sort', [
    [[gave('sourced-claim', 'sourced-claim', 'opinion'), gave('opinion', 'opinion', 'opinion')]],
    [[gave('sourced-claim', 'sourced-claim'), gave('sourced-claim', 'sourced-claim')]],
    [gave('sourced-claim', 'sourced-claim')],
  ]);
  expect(revisionOf(exerciseOf(sorting(key), learners))).toEqual({
    learners: 2,
    mended: { n: 1, of: 2 },
    lost: { n: 1, of: 2 },
  });
  expect(revisionOf(exerciseOf(sorting(key), learners.slice(2)))).toBeUndefined();
});

describe('what to discuss first', () => {
  const items = ({ claims }: Discussion) => claims.map(({ figures }) => figures.item);
  const votesOn = (exercise: string, all: readonly (Label | undefined)[][], sealed = false) => {
    const learners = learnersWith(
      exercise,
      all.map((given) => [gave(...given)]),
    );
    const its = exerciseOf(sorting(key, sealed), learners, listedAs(exercise));
    return { exercise: its, claims: claimFigures(its, learners, 'first') };
  };

  test('is what splits the class most, claims without a right answer among it; not what all agree on or few answered', () => {
    const four: (Label | undefined)[][] = [
      ['opinion', 'opinion', 'opinion'],
      ['opinion', 'sourced-claim', 'opinion'],
      ['opinion', 'no-source-shown', 'sourced-claim'],
      ['opinion', 'unverified-figure', 'opinion'],
    ];
    expect(items(toDiscussFirst([votesOn('x', four)]))).toEqual(['b', 'c']);
    expect(items(toDiscussFirst([votesOn('x', four.slice(0, 3))]))).toEqual([]);
    expect(items(toDiscussFirst([votesOn('x', four)], 1))).toEqual(['b']);
  });

  test('says how many claims too few have answered, each once', () => {
    const all: (Label | undefined)[][] = [
      ['opinion', 'opinion', 'opinion'],
      ['opinion', undefined, 'opinion'],
      ['opinion', 'opinion'],
      ['opinion', 'opinion'],
    ];
    expect(toDiscussFirst([votesOn('x', all)])).toEqual({ claims: [], leftOut: 2, of: 3 });
    const enough = votesOn('y', [...all, ['opinion', 'opinion', 'opinion']]);
    expect(toDiscussFirst([votesOn('x', all), enough])).toEqual({ claims: [], leftOut: 1, of: 3 });
    expect(toDiscussFirst([votesOn('x', all, true)])).toEqual({ claims: [], leftOut: 0, of: 0 });
  });

  test('names a claim once, where it split the class more, and none of a test', () => {
    const split: Label[][] = [['opinion'], ['sourced-claim'], ['no-source-shown'], ['unverified-figure']];
    const less: Label[][] = [['opinion'], ['opinion'], ['no-source-shown'], ['opinion']];
    const found = toDiscussFirst([votesOn('less', less), votesOn('more', split)]);
    expect(found.claims.map(({ exercise, figures }) => [exercise.exercise, figures.item])).toEqual([
      ['more', 'a'],
    ]);
    expect(items(toDiscussFirst([votesOn('more', split, true)]))).toEqual([]);
  });

  test('finds the claim that a simulated class answers by lot among those that it knows', () => {
    const claims = keyWith({ 'sourced-claim': 5, 'unverified-figure': 5, opinion: 5, 'no-source-shown': 5 });
    const chance = mulberry32(11);
    const skills = Array.from({ length: 30 }, (_, at) => 1 + at / 15);
    const lot = claims[7]!.id;
    const answers = classOfSkill(
      skills,
      claims.map(() => -1),
      claims,
      chance,
    ).map((answer) => ({
      ...answer,
      [`label:${lot}`]: random.answer(claims, chance)[`label:${lot}`]!,
    }));
    const learners = learnersWith(
      'a-sort',
      answers.map((answer) => [answer]),
    );
    const exercise = exerciseOf(sorting(claims), learners);
    const { claims: found } = toDiscussFirst([
      { exercise, claims: claimFigures(exercise, learners, 'first') },
    ]);
    expect(found[0]!.figures.item).toBe(lot);
  });
});

test('each learner stands with what they did, the two ways to be wrong apart', () => {
  const learners = learnersWith('a-sort', [
    [gave('sourced-claim', 'opinion', 'opinion')],
    [gave('opinion')],
    [],
  ]);
  const sort = exerciseOf(sorting(key), learners);
  const say = exerciseOf(saying(), learners, listedAs('a-say'));
  expect(
    standingsOf([sort, say], learners, 'first').map(({ learner, ...rest }) => [learner.who, rest]),
  ).toEqual([
    [
      'Learner 1',
      {
        done: { n: 1, of: 2 },
        share: { right: 0, of: 2 },
        leftOut: 0,
        trusted: { n: 1, of: 1 },
        doubted: { n: 1, of: 1 },
      },
    ],
    [
      'Learner 2',
      {
        done: { n: 1, of: 2 },
        share: { right: 1, of: 1 },
        leftOut: 1,
        trusted: { n: 0, of: 1 },
        doubted: { n: 0, of: 0 },
      },
    ],
    [
      'Learner 3',
      {
        done: { n: 0, of: 2 },
        share: { right: 0, of: 0 },
        leftOut: 0,
        trusted: { n: 0, of: 0 },
        doubted: { n: 0, of: 0 },
      },
    ],
  ]);
});

test('before against after is each learner’s first test against the last, whichever they are', () => {
  const one = keyWith({ opinion: 2, 'sourced-claim': 2 });
  const allRight = labelEach(one, ({ label }) => label);
  const halfRight = labelEach(one, () => 'opinion');
  const learners = learnersWith('test-a', [[halfRight], [allRight], [allRight]]);
  // The first takes test b after a, the second before it, the third not at all.
  const timed = learners.map((learner, at) => ({
    ...learner,
    attempts: [
      ...learner.attempts,
      ...(at === 2
        ? []
        : [
            {
              ...learner.attempts[0]!,
              id: `${learner.attempts[0]!.id.slice(0, -1)}f`,
              exercise: 'test-b',
              answer: at === 0 ? allRight : halfRight,
              at: at === 0 ? '2026-11-29T10:00:00.000Z' : '2026-11-15T10:00:00.000Z',
            },
          ]),
    ],
  }));
  const tests = ['test-a', 'test-b'].map((id) => exerciseOf(sorting(one, true), timed, listedAs(id)));
  const found = testsFigures(tests, timed)!;
  expect(found.pairs.map(({ learner, before, after }) => [learner.who, before.right, after.right])).toEqual([
    ['Learner 1', 2, 4],
    ['Learner 2', 2, 4],
  ]);
  expect(found).toMatchObject({
    single: 1,
    before: { right: 4, of: 8 },
    after: { right: 8, of: 8 },
    gain: undefined,
    sameOrder: false,
  });
  expect(testsFigures(tests.slice(1), timed)).toBeUndefined();
});

test('surer answers are those above the cut that leaves most on the smaller side, if that is enough', () => {
  const steps = (...of: readonly number[]) =>
    ([1, 2, 3, 4] as const).map((sure, at) => ({ sure, right: 1, of: of[at]! }));
  expect(surerAnswers(steps(4, 5, 6, 7))).toEqual({
    from: 3,
    surer: { right: 2, of: 13 },
    lessSure: { right: 2, of: 9 },
  });
  expect(surerAnswers(steps(1, 1, 8, 20))).toMatchObject({ from: 4, lessSure: { of: 10 } });
  expect(surerAnswers(steps(0, 0, 7, 20))).toBeUndefined();
});

test('own words are the last that stand, with what stood there first', () => {
  const learners = learnersWith('a-say', [
    [[{ 'say:sentence': 'A name is a check.' }, { 'say:sentence': 'A name is no check.' }]],
    [{ 'say:sentence': '  لا أحد  ' }],
    [],
  ]);
  const exercise = exerciseOf(saying(), learners, listedAs('a-say'));
  expect(learners.flatMap((_, at) => wordsOf(exercise, at))).toEqual([
    { item: 'sentence', text: 'A name is no check.', before: 'A name is a check.', learner: 0 },
    { item: 'sentence', text: 'لا أحد', before: undefined, learner: 1 },
  ]);
});

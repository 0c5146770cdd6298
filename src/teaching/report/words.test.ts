import { describe, expect, test } from 'vitest';
import type { Label } from '#domain/label.ts';
import { claimKey, labelEach } from '#domain/samples/claims.ts';
import { keyWith } from '#domain/samples/learners.ts';
import { claimFigures, classMarks, standingsOf } from './figures.ts';
import { labelMarks } from './marking.ts';
import { exerciseOf, learnersWith, sorting } from './samples/class.ts';
import {
  howTheClassDid,
  leftOutWords,
  listed,
  notesOn,
  questionOn,
  splitWords,
  surenessSentences,
} from './words.ts';

test('names are listed as in a sentence', () => {
  expect([listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
    'a',
    'a and b',
    'a, b and c',
  ]);
});

test('what has to be known before the figures is said, and nothing where all is well', () => {
  expect(notesOn([], [], [])).toEqual([]);
  expect(notesOn(['Sam'], [], []).join(), 'a name that may be hidden').not.toContain('Sam');
  expect(notesOn(['Sam'], ['a', 'b'], ['c'])).toEqual([
    expect.stringMatching(/^Some learners go by the same name\. If it is one learner on two devices, /),
    expect.stringMatching(/^This site no longer has “a” and “b”, which you set\./),
    'There are answers to “c”, which this assignment does not ask for, or no longer. They are not marked.',
  ]);
});

describe('how the class did', () => {
  const key = keyWith({ 'sourced-claim': 4, opinion: 4 });
  const told = (all: readonly (Label | undefined)[][]) => {
    const learners = learnersWith(
      'a-sort',
      all.map((given) => [labelEach(key, (_, at) => given[at])]),
    );
    const exercise = exerciseOf(sorting(key), learners);
    return howTheClassDid(
      standingsOf([exercise], learners, 'first'),
      labelMarks(classMarks(exercise, 'first')),
    ).join(' ');
  };
  const [s, o] = ['sourced-claim', 'opinion'] as const;

  test('says who handed in, what was recognised, and the two ways to be wrong', () => {
    expect(told(Array.from({ length: 10 }, () => [s, s, s, o, o, o, s, s]))).toBe(
      '10 learners handed in. Of their answers 63\u00a0% (50 of 80) are as the key has them.' +
        ' Sourced claims were recognised best: 75\u00a0% (30 of 40).' +
        ' Opinions least: 50\u00a0% (20 of 40); most often they were called “sourced claim”.' +
        ' Of what nobody stands behind or has checked, they took 50\u00a0% (20 of 40) for sourced;' +
        ' of what was sourced, they doubted 25\u00a0% (10 of 40).' +
        ' On the whole they trust too readily.',
    );
  });

  test('counts and concludes nothing of few learners, and says what to watch', () => {
    expect(told(Array.from({ length: 9 }, () => [s, s, s, o, o, o, s, s]))).toBe(
      '9 learners handed in. Of their answers 45 of 72 are as the key has them.' +
        ' Of what nobody stands behind or has checked, they took 18 of 36 for sourced;' +
        ' of what was sourced, they doubted 9 of 36.' +
        ' Worth watching: opinions that are called “sourced claim”, so far 18 of 36.',
    );
  });

  test('says no more of one learner than can be said', () => {
    expect(told([[s, o, undefined]])).toBe(
      '1 learner handed in; one has left something out. Of their answers 1 of 2 are as the key has them.',
    );
  });

  test('says that nothing is right or wrong where nothing is', () => {
    expect(howTheClassDid([], [])).toEqual([
      '0 learners handed in.',
      'There is nothing in it that is right or wrong.',
    ]);
  });
});

describe('how sureness went with being right', () => {
  const told = (learners: number, ...counts: readonly (readonly [right: number, of: number])[]) =>
    surenessSentences(
      ([1, 2, 3, 4] as const).map((sure, at) => ({ sure, right: counts[at]![0], of: counts[at]![1] })),
      learners,
    ).join(' ');

  test('is said with the figures, and plainly where surer answers were not more often right', () => {
    expect(told(12, [3, 10], [6, 10], [5, 10], [4, 10])).toBe(
      'On the whole the class felt surer than it was right: their sureness comes to 61\u00a0%; of these answers' +
        ' 45\u00a0% (18 of 40) are as the key has them. That is how most people are.' +
        ' Surer answers (“Fairly” and “Very”) were no more often right: 45\u00a0% (9 of 20),' +
        ' and of the less sure 45\u00a0% (9 of 20).',
    );
    expect(told(12, [3, 10], [6, 10], [7, 10], [9, 10])).toMatch(
      /^On the whole the class was right about as often as it felt: .* Surer answers .* were more often right: /,
    );
    expect(told(12, [5, 10], [6, 10], [6, 10], [6, 10]), 'in step on average').toMatch(
      /^On the whole the class was right about as often as it felt: .* were hardly more often right: /,
    );
  });

  test('describes few learners and draws no conclusion; says little of few answers, and nothing of none', () => {
    expect(told(4, [1, 4], [2, 4], [1, 4], [1, 4])).toBe(
      'With fewer than 10 learners this describes them, not a class: their sureness comes to 61\u00a0%;' +
        ' of these answers 5 of 16 are as the key has them.' +
        ' Surer answers (“Fairly” and “Very”) were no more often right here: 2 of 8, and of the less sure 3 of 8.',
    );
    expect(told(4, [0, 0], [1, 2], [1, 2], [1, 2])).toBe('Too few answers to say more.');
    expect(told(4, [0, 0], [0, 0], [0, 0], [0, 0])).toBe('');
  });
});

test('what is left out of the discussion is said, with how many', () => {
  const left = (leftOut: number, of: number) => leftOutWords({ claims: [], leftOut, of });
  expect(left(0, 6)).toBeUndefined();
  expect(left(1, 6)).toBe('1 of the 6 claims is left out here: fewer than 4 learners answered it.');
  expect(left(3, 6)).toBe('3 of the 6 claims are left out here: fewer than 4 learners answered them.');
  expect(left(6, 6)).toBe('No claim has the 4 answers yet that it takes to split a class.');
});

describe('the question to ask about a claim', () => {
  const figuresOf = (claim: ReturnType<typeof claimKey>, given: readonly Label[]) => {
    const learners = learnersWith(
      'a-sort',
      given.map((label) => [{ 'label:a': label }]),
    );
    return claimFigures(exerciseOf(sorting([claim]), learners), learners, 'first')[0]!;
  };
  const given: Label[] = ['opinion', 'sourced-claim', 'opinion'];

  test('is the claim’s own, else the plan’s, else which of the two commonest answers it is', () => {
    expect(questionOn(figuresOf(claimKey('a', 'opinion', { ask: 'Who counted?' }), given), 'planned')).toBe(
      'Who counted?',
    );
    expect(questionOn(figuresOf(claimKey('a', 'opinion'), given), 'Which drawer?')).toBe('Which drawer?');
    expect(questionOn(figuresOf(claimKey('a', 'opinion'), given), undefined)).toBe(
      '“Opinion” or “sourced claim”? Each side names the word in the sentence that decides it.',
    );
    expect(questionOn(figuresOf(claimKey('a', 'opinion'), ['opinion']), undefined)).toBe(
      'Which word in the sentence decides it?',
    );
  });

  test('comes after how the class is split', () => {
    expect(splitWords(figuresOf(claimKey('a', 'opinion'), given))).toBe('2 said opinion, 1 sourced claim');
  });
});

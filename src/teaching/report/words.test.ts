import { describe, expect, test } from 'vitest';
import type { Label } from '#domain/label.ts';
import { claimKey, labelEach } from '#domain/samples/claims.ts';
import { keyWith } from '#domain/samples/learners.ts';
import { claimFigures, classMarks, standingsOf } from './figures.ts';
import { labelMarks } from './marking.ts';
import { exerciseOf, learnersWith, sorting } from './samples/class.ts';
import { howTheClassDid, listed, notesOn, questionOn, shareWords, splitWords } from './words.ts';

test.each([
  [{ right: 0, of: 0 }, '–'],
  [{ right: 3, of: 5 }, '3 of 5'],
  [{ right: 7, of: 10 }, '70\u00a0% (7 of 10)'],
  [{ right: 842, of: 1408 }, '60\u00a0% (842 of 1,408)'],
])('%j in words: %s', (share, words) => {
  expect(shareWords(share)).toBe(words);
});

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
    expect(told(Array.from({ length: 6 }, () => [s, s, s, o, o, o, s, s]))).toBe(
      '6 learners handed in. Of their answers 63\u00a0% (30 of 48) are as the key has them.' +
        ' Sourced claims were recognised best: 75\u00a0% (18 of 24).' +
        ' Opinions least: 50\u00a0% (12 of 24); most often they were called “sourced claim”.' +
        ' Of what nobody stands behind or has checked, they took 50\u00a0% (12 of 24) for sourced;' +
        ' of what was sourced, they doubted 25\u00a0% (6 of 24).' +
        ' On the whole they trust too readily.',
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

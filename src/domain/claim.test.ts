import { expect, test } from 'vitest';
import { independentlyChecked, ladder } from './check.ts';
import { keyTo, type Claim } from './claim.ts';
import { claimKey } from './samples/claims.ts';

test('what marking takes of a claim leaves out all that the page of an exercise does not need', () => {
  const key = claimKey('toll', 'opinion', {
    scored: false,
    says: 'shoigu',
    whyNot: { 'sourced-claim': 'no' },
    otherView: 'some say',
    ask: 'what do you say?',
  });
  const claim: Claim = {
    ...key,
    cue: 'said',
    check: 2,
    figures: { '600': 'event' },
    hedges: ['may'],
    loaded: {},
  };
  expect(keyTo(claim)).toStrictEqual(key);
});

test('from two independent sources up a claim counts as checked', () => {
  expect(ladder.slice(independentlyChecked)).toEqual([
    'two or more independent sources',
    'the outlet checked it itself',
  ]);
});

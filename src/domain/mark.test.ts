import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labels } from './label.ts';
import { differs, outcome } from './mark.ts';
import { markLabels } from './mark-labels.ts';
import { claimKey, labelEach, marksOf } from './samples/claims.ts';

const whyNot = {
  'sourced-claim': 'Nobody is named.',
  'unverified-figure': 'Not for a right answer.',
  opinion: 'It can be counted.',
};
const toll = claimKey('toll', 'unverified-figure', {
  says: 'shoigu',
  whyNot,
  otherView: 'Some say so.',
  ask: 'And you?',
});
const capital = claimKey('capital', 'no-source-shown');
const disputed = claimKey('disputed', 'opinion', { scored: false, whyNot: { 'sourced-claim': 'Tempting.' } });

describe('an answer', () => {
  test.each([
    ['nothing at all', {}],
    ['no label', { 'says:toll': 'shoigu', 'sure:toll': '4' }],
    ['no label that exists', { 'label:toll': 'fact' }],
    ['labels of other claims alone', { 'label:tonnage': 'opinion' }],
  ])('with %s is not ready', (_, answer) => {
    expect(markLabels([toll, capital], answer)).toEqual({ kind: 'not-ready', missing: ['toll', 'capital'] });
  });

  test('to some of the claims is marked, and says what is missing', () => {
    const mark = markLabels([toll, capital, disputed], { 'label:capital': 'opinion' });
    expect(mark).toMatchObject({ kind: 'marked', missing: ['toll', 'disputed'] });
  });

  test('to no claim is not ready', () => {
    expect(markLabels([], { 'label:toll': 'opinion' })).toEqual({ kind: 'not-ready', missing: [] });
  });
});

describe('the mark of a claim', () => {
  test('carries the key, the answer and every reason', () => {
    const answer = { 'label:toll': 'opinion', 'says:toll': 'writer', 'sure:toll': '3' };
    expect(marksOf([toll], answer)).toEqual([
      {
        item: 'toll',
        answered: true,
        key: 'unverified-figure',
        label: 'opinion',
        scored: true,
        earned: 0,
        possible: 1,
        says: { key: 'shoigu', chosen: 'writer' },
        sure: 3,
        why: 'why toll',
        whyNot: 'It can be counted.',
        otherView: 'Some say so.',
        ask: 'And you?',
      },
    ]);
  });

  test.each([
    ['right', toll, 'unverified-figure', { earned: 1, possible: 1, whyNot: undefined }, false],
    ['wrong', toll, 'sourced-claim', { earned: 0, possible: 1, whyNot: 'Nobody is named.' }, true],
    [
      'wrong without a written reason',
      toll,
      'no-source-shown',
      { earned: 0, possible: 1, whyNot: undefined },
      true,
    ],
    ['left out', toll, undefined, { earned: 0, possible: 1, label: undefined, whyNot: undefined }, false],
    [
      'as the key of a disputed claim',
      disputed,
      'opinion',
      { earned: 0, possible: 0, whyNot: undefined },
      false,
    ],
    [
      'unlike the key of a disputed claim',
      disputed,
      'sourced-claim',
      { earned: 0, possible: 0, whyNot: undefined },
      false,
    ],
  ] as const)('for a label that is %s', (_, claim, label, expected, isDifferent) => {
    const [, mark] = marksOf(
      [capital, claim],
      labelEach([capital, claim], ({ id }) => (id === claim.id ? label : 'opinion')),
    );
    expect(mark).toMatchObject(expected);
    expect(differs(mark!)).toBe(isDifferent);
    expect(outcome(mark!) === 'differs').toBe(isDifferent);
  });
});

test('marks come one to a claim in the order of the claims, whatever the order of the answer', () => {
  const keys = fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom(...labels)), {
    selector: ([id]) => id,
    minLength: 1,
  });
  fc.assert(
    fc.property(keys, fc.constantFrom(...labels), (pairs, label) => {
      const key = pairs.map(([id, right]) => claimKey(id, right));
      const answer = labelEach(key, () => label);
      const backwards = Object.fromEntries(Object.entries(answer).reverse());
      const marks = marksOf(key, backwards);
      expect(marks.map((mark) => mark.item)).toEqual(key.map((claim) => claim.id));
      expect(marks).toEqual(marksOf(key, answer));
      for (const mark of marks) expect(mark.earned === 1).toBe(!differs(mark));
    }),
  );
});

test.each([
  ['discuss', { scored: false, answered: true, earned: 0, possible: 0 }],
  ['discuss', { scored: false, answered: false, earned: 0, possible: 0 }],
  ['left-out', { scored: true, answered: false, earned: 0, possible: 1 }],
  ['agrees', { scored: true, answered: true, earned: 1, possible: 1 }],
  ['differs', { scored: true, answered: true, earned: 0, possible: 1 }],
] as const)('an item comes out as "%s" for %j', (word, mark) => {
  expect(outcome({ item: 'toll', ...mark })).toBe(word);
});

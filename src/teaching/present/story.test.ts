import { expect, test } from 'vitest';
import { claimKey } from '#domain/samples/claims.ts';
import type { Article } from '#domain/article.ts';
import type { Key } from '#exercises/contract.ts';
import type { Spec } from '#exercises/mark/schema.ts';
import { fits, storyOf, tempting } from './story.ts';

const article: Article = [
  {
    id: 'b1',
    kind: 'paragraph',
    parts: ['toll', 'place', 'motive'].map((claim) => ({
      kind: 'claim',
      claim,
      words: [{ kind: 'text', text: claim }],
    })),
  },
];
const material = { article, sources: [], dossier: [] };
const toll = claimKey('toll', 'unverified-figure', {
  whyNot: { 'sourced-claim': 'a name is no check', opinion: 'a count' },
});
const place = claimKey('place', 'no-source-shown');
const motive = claimKey('motive', 'opinion');

function key(claims: Key<Spec>['claims'], discuss: string[] = []): Key<Spec> {
  return {
    spec: {
      type: 'mark',
      case: 'a',
      title: '',
      task: '',
      minutes: 1,
      labels: [],
      says: true,
      sure: false,
      discuss,
    },
    claims,
    sources: [],
    texts: {},
  };
}

test('the claims of several exercises come together, each once, in the order of the article', () => {
  const { claims } = storyOf(material, [key([motive, place]), key([toll, place])]);
  expect(claims.map(({ id }) => id)).toEqual(['toll', 'place', 'motive']);
});

test('what the exercise discusses has no right answer here either', () => {
  const { claims } = storyOf(material, [key([toll, motive], ['motive'])]);
  expect(claims.map(({ scored }) => scored)).toEqual([true, false]);
});

test('a claim that is not in the article any more is left out', () => {
  expect(storyOf(material, [key([claimKey('gone', 'opinion'), toll])]).claims).toEqual([toll]);
});

test('with three answers a claim without a source is not put to the class, unless it is to be discussed', () => {
  expect([toll, place, motive].map((claim) => fits(claim, false))).toEqual([true, false, true]);
  expect(fits(place, true)).toBe(true);
  expect(fits({ ...place, scored: false }, false)).toBe(true);
});

test('the tempting answer is the wrong one that most hands chose, of the last vote if it has one', () => {
  const first = { 'sourced-claim': 9, opinion: 3, 'unverified-figure': 12 };
  expect(tempting(toll, { opinion: 2, 'unverified-figure': 20 }, first)).toEqual({
    label: 'opinion',
    why: 'a count',
  });
  expect(tempting(toll, { 'unverified-figure': 22 }, first)).toEqual({
    label: 'sourced-claim',
    why: 'a name is no check',
  });
  expect(tempting(toll, { 'unverified-figure': 22 })).toBeUndefined();
  // A wrong answer about which there is nothing to say is passed over.
  expect(tempting(toll, { 'no-source-shown': 9, opinion: 1 })?.label).toBe('opinion');
});

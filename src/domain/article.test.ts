import { describe, expect, test } from 'vitest';
import { claimIds, passage, plainText, type Article } from './article.ts';

const byline = { by: 'Embassy', handle: '@embassy', date: '20 November 2015' };
const article: Article = [
  {
    id: 'b1',
    kind: 'headline',
    parts: [{ kind: 'claim', claim: 'headline', words: [{ kind: 'text', text: 'Missiles hit' }] }],
  },
  {
    id: 'b2',
    kind: 'post',
    byline,
    parts: [
      { kind: 'text', text: 'He said ' },
      {
        kind: 'claim',
        claim: 'toll',
        words: [
          { kind: 'text', text: '600 ' },
          { kind: 'term', term: 'militant', text: 'militants' },
          { kind: 'text', text: ' died' },
        ],
      },
      { kind: 'text', text: ' and ' },
      { kind: 'claim', claim: 'launch', words: [{ kind: 'text', text: '18 missiles flew' }] },
      { kind: 'term', term: 'cruise', text: ', cruising' },
      { kind: 'text', text: '.' },
    ],
  },
  { id: 'b3', kind: 'credit', parts: [{ kind: 'text', text: 'By a reporter' }] },
];

test('plain text is every character of text, terms and claims, in order', () => {
  expect(plainText(article[1]!.parts)).toBe('He said 600 militants died and 18 missiles flew, cruising.');
  expect(plainText([])).toBe('');
});

test('claim ids come in reading order', () => {
  expect(claimIds(article)).toEqual(['headline', 'toll', 'launch']);
});

describe('a passage', () => {
  test.each([
    ['headline', { before: '', text: 'Missiles hit', after: '', kind: 'headline', byline: undefined }],
    [
      'toll',
      {
        before: 'He said ',
        text: '600 militants died',
        after: ' and 18 missiles flew, cruising.',
        kind: 'post',
        byline,
      },
    ],
    [
      'launch',
      {
        before: 'He said 600 militants died and ',
        text: '18 missiles flew',
        after: ', cruising.',
        kind: 'post',
        byline,
      },
    ],
  ])('holds the claim "%s" and its whole block, other claims included', (claim, expected) => {
    expect(passage(article, claim)).toEqual({ claim, ...expected });
  });

  test('of a claim that the article does not wrap is refused', () => {
    expect(() => passage(article, 'tonnage')).toThrow(new RangeError('The article has no claim "tonnage".'));
  });
});

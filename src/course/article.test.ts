import { describe, expect, test } from 'vitest';
import type { Block } from '#domain/article.ts';
import { readArticle } from './article.ts';
import type { Problem } from './problem.ts';

const text = (words: string) => ({ kind: 'text', text: words }) as const;
const claim = (id: string, words: string) => ({ kind: 'claim', claim: id, words: [text(words)] }) as const;

/** The blocks after a headline, from an article without faults. */
function blocksOf(body: string): Omit<Block, 'id'>[] {
  const problems: Problem[] = [];
  const read = readArticle('article.mdx', `# Headline\n\n${body}\n`, problems);
  expect(problems).toEqual([]);
  return read!.article.slice(1).map(({ id: _, ...block }) => block);
}

test.each<[string, string, Omit<Block, 'id'>[]]>([
  ['a paragraph', 'Just words.', [{ kind: 'paragraph', parts: [text('Just words.')] }]],
  [
    'a paragraph with claims and words between them',
    '<Claim id="a">It rained</Claim>, she said. <Claim id="b">It stopped.</Claim>',
    [
      {
        kind: 'paragraph',
        parts: [claim('a', 'It rained'), text(', she said. '), claim('b', 'It stopped.')],
      },
    ],
  ],
  [
    'a paragraph that is one claim on one line',
    '<Claim id="a">It rained.</Claim>',
    [{ kind: 'paragraph', parts: [claim('a', 'It rained.')] }],
  ],
  [
    'a paragraph that is one claim on lines of its own',
    '<Claim id="a">\nIt rained.\n</Claim>',
    [{ kind: 'paragraph', parts: [claim('a', 'It rained.')] }],
  ],
  [
    'a paragraph broken into lines, with single spaces for the breaks',
    'It\nrained <Claim id="a">all\nday</Claim>.',
    [{ kind: 'paragraph', parts: [text('It rained '), claim('a', 'all day'), text('.')] }],
  ],
  [
    'terms, within a claim and outside one',
    'The <Term id="green">green</Term> <Claim id="a">is a <Term id="park">park</Term></Claim>.',
    [
      {
        kind: 'paragraph',
        parts: [
          text('The '),
          { kind: 'term', term: 'green', text: 'green' },
          text(' '),
          { kind: 'claim', claim: 'a', words: [text('is a '), { kind: 'term', term: 'park', text: 'park' }] },
          text('.'),
        ],
      },
    ],
  ],
  ...[
    '<Post by="Ann" handle="@ann" date="2024-10-06"><Claim id="a">Open!</Claim></Post>',
    '<Post by="Ann" handle="@ann" date="2024-10-06">\n<Claim id="a">Open!</Claim>\n</Post>',
  ].map((body): [string, string, Omit<Block, 'id'>[]] => [
    'a post with its byline, on one line or several',
    body,
    [
      {
        kind: 'post',
        byline: { by: 'Ann', handle: '@ann', date: '6 October 2024' },
        parts: [claim('a', 'Open!')],
      },
    ],
  ]),
  [
    'related headlines, each a block',
    '<Related>\n- <Claim id="a">One story</Claim>\n- <Claim id="b">Another</Claim> <Claim id="c">With More</Claim>\n</Related>',
    [
      { kind: 'related', parts: [claim('a', 'One story')] },
      { kind: 'related', parts: [claim('b', 'Another'), text(' '), claim('c', 'With More')] },
    ],
  ],
  ['a credit', '<Credit>Photo: us</Credit>', [{ kind: 'credit', parts: [text('Photo: us')] }]],
])('an article can hold %s', (_, body, blocks) => {
  expect(blocksOf(body)).toEqual(blocks);
});

test('blocks are numbered from b1, the headline', () => {
  const problems: Problem[] = [];
  const { article } = readArticle('article.mdx', '# <Claim id="a">News</Claim>\n\nOne.\n\nTwo.\n', problems)!;
  expect(article.map(({ id, kind }) => [id, kind])).toEqual([
    ['b1', 'headline'],
    ['b2', 'paragraph'],
    ['b3', 'paragraph'],
  ]);
  expect(article[0]!.parts).toEqual([claim('a', 'News')]);
});

describe('the lines on which things first stand', () => {
  const source =
    '# News\n\n<Post by="Ann" handle="@ann" date="2024-10-06">\n<Claim id="a">The <Term id="a">green</Term></Claim>\n</Post>\n\nA <Term id="a">green</Term>.\n';
  const { lineOf } = readArticle('article.mdx', source, [])!;

  test.each([
    ['block', 'b1', 1],
    ['block', 'b2', 3],
    ['claim', 'a', 4],
    ['term', 'a', 4],
    ['claim', 'b', undefined],
  ] as const)('are known: %s %s', (kind, id, line) => {
    expect(lineOf(kind, id)).toBe(line);
  });
});

test('words in bold or italics are reported, and read all the same, so that one fault stays one', () => {
  const problems: Problem[] = [];
  const read = readArticle('article.mdx', '# News\n\n**<Claim id="a">It *rained*</Claim>**\n', problems)!;
  expect(problems.map(({ found }) => found)).toEqual(['bold type', 'italics']);
  expect(read.article[1]!.parts).toEqual([
    { kind: 'claim', claim: 'a', words: [text('It '), text('rained')] },
  ]);
});

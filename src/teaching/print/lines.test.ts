import { describe, expect, test } from 'vitest';
import { claimIds, passage, plainText, type Article } from '#domain/article.ts';
import { readFolder } from '#course/files.ts';
import { readContent } from '#course/content.ts';
import { registry } from '#exercises/registry.ts';
import { linesOfClaims, setInLines, type SetBlock } from './lines.ts';

const { cases } = readContent(readFolder('content'), registry);

const textOf = ({ lines }: Pick<SetBlock, 'lines'>) =>
  lines.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join(' ');

describe.each(cases.filter(({ bank }) => !bank).map((each) => [each.slug, each.article] as const))(
  'the article of %s in lines',
  (_, article) => {
    const set = setInLines(article);

    test('has all its words, block by block', () => {
      expect(set.map(textOf)).toEqual(article.map(({ parts }) => plainText(parts).trim()));
    });

    test('is numbered from 1 without a gap', () => {
      const numbers = set.flatMap(({ lines }) => lines.map(({ number }) => number));
      expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    });

    test('has each claim in its own words and under its number, begun once and ended once', () => {
      const pieces = set.flatMap(({ lines }) => lines.flatMap(({ pieces }) => pieces));
      for (const [at, id] of claimIds(article).entries()) {
        const its = pieces.filter(({ claim }) => claim?.id === id);
        expect(its.map(({ text }) => text).join(' ')).toBe(passage(article, id).text);
        expect(its.every(({ claim }) => claim!.number === at + 1)).toBe(true);
        expect(its.map(({ claim }) => claim!.begins)).toEqual(its.map((_, at) => at === 0));
        expect(its.map(({ claim }) => claim!.ends)).toEqual(its.map((_, at) => at === its.length - 1));
      }
    });

    test('has no line of its paragraphs much longer than another', () => {
      const lengths = set
        .filter(({ kind }) => kind === 'paragraph')
        .flatMap(({ lines }) => lines.slice(0, -1).map((line) => textOf({ lines: [line] }).length));
      expect(Math.max(...lengths)).toBeLessThanOrEqual(85);
      expect(Math.min(...lengths)).toBeGreaterThan(40);
    });
  },
);

const paragraph = (parts: Article[number]['parts']): Article => [{ id: 'b1', kind: 'paragraph', parts }];

test('a claim that runs over the end of a line is cut there, and its line is the one on which it begins', () => {
  const words = 'many words that are one claim and go on '.repeat(4).trim();
  const article = paragraph([
    { kind: 'text', text: 'Here it begins after '.repeat(5) },
    { kind: 'claim', claim: 'long', words: [{ kind: 'text', text: words }] },
    { kind: 'text', text: '.' },
  ]);
  const [block] = setInLines(article);
  expect(block!.lines.length).toBeGreaterThan(2);
  expect(linesOfClaims(article).get('long')).toBe(2);
  expect(block!.lines.at(-1)!.pieces.at(-1)).toEqual({ text: '.' });
});

test('a word that is wider than the column has a line of its own', () => {
  const long = 'w'.repeat(120);
  expect(setInLines(paragraph([{ kind: 'text', text: `a ${long} b` }]))[0]!.lines).toHaveLength(3);
});

test('the same words by two claims side by side stay two claims', () => {
  const words = [{ kind: 'text', text: 'six' }] as const;
  const [block] = setInLines(
    paragraph([
      { kind: 'claim', claim: 'one', words },
      { kind: 'text', text: ' ' },
      { kind: 'claim', claim: 'two', words },
    ]),
  );
  expect(block!.lines[0]!.pieces.map(({ text, claim }) => [text, claim?.number])).toEqual([
    ['six', 1],
    [' ', undefined],
    ['six', 2],
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from './csv.ts';

/** The cells of one row after the byte order mark, as a spreadsheet reads them (RFC 4180). */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

test('a table begins with a byte order mark and ends each row as RFC 4180 has it', () => {
  expect(
    csv([
      ['learner', 'right'],
      ['Ana', 3],
      ['say "so", then', undefined],
    ]),
  ).toBe('\uFEFFlearner,right\r\nAna,3\r\n"say ""so"", then",\r\n');
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\rx',
  '\n=1',
  '  =HYPERLINK("http://x")',
  '\u200B=1',
  '\uFEFF=1',
  '＝1',
  '＋1',
  '－1',
  '＠x',
])('text that a spreadsheet may calculate is made harmless: %j', (text) => {
  expect(read(csv([[text]]))).toEqual([[`'${text}`]]);
});

test('numbers are not text: a negative one stays', () => {
  expect(csv([[-0.25, 'a - b', 'a=b']])).toBe('\uFEFF-0.25,a - b,a=b\r\n');
});

test('whatever the cells say, the table has as many rows and cells, and no text begins a formula', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('=', '"', ',', '\r\n', 'عربي', '-x,"'),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1 }), (rows) => {
      const found = read(csv(rows));
      expect(found.map((row) => row.length)).toEqual(rows.map(() => 2));
      for (const [at, row] of found.entries())
        for (const [where, cell] of row.entries()) {
          expect(cell).not.toMatch(/^[=+\-@]/);
          expect([rows[at]![where], `'${rows[at]![where]}`]).toContain(cell);
        }
    }),
  );
});

import { expect, test } from 'vitest';
import { deflateSync, inflateSync } from 'node:zlib';
import { finished, objectsIn } from './pdf-file.ts';

/** A PDF of one page as Chromium writes it, made at a certain time on a certain machine. */
function pdfOf(date = 'D:20260102030405', machine = 'X11; Linux x86_64'): Buffer {
  const content = deflateSync(Buffer.from('BT (Words) Tj ET'.repeat(50)), { level: 1 });
  const objects: (string | [string, Buffer])[] = [
    `<</Title (A \\(good\\) title)\n/Creator (Mozilla/5.0 \\(${machine}\\) Chrome)\n/Producer (Skia/PDF m1)\n/CreationDate (${date}+00'00')\n/ModDate (${date}+00'00')>>`,
    '<</Type /Page\n/MediaBox [0 0 595 842]\n/Contents 3 0 R\n/Parent 4 0 R>>',
    [`<</Filter /FlateDecode\n/Length ${content.length}>>`, content],
    '<</Type /Pages\n/Count 1\n/Kids [2 0 R]>>',
    '<</Type /Catalog\n/Pages 4 0 R\n/Lang (en)>>',
    '[0 1 2]',
  ];
  let file = Buffer.from('%PDF-1.4\n%\xD3\xEB\xE9\xE1\n', 'latin1');
  const offsets = objects.map((object, at) => {
    const from = file.length;
    const [dictionary, stream] = typeof object === 'string' ? [object, undefined] : object;
    file = Buffer.concat([
      file,
      Buffer.from(`${at + 1} 0 obj\n${dictionary}`),
      ...(stream ? [Buffer.from(' stream\n'), stream, Buffer.from('\nendstream')] : []),
      Buffer.from('\nendobj\n'),
    ]);
    return `${String(from).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<</Size ${objects.length + 1}\n/Root 5 0 R\n/Info 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.concat([file, Buffer.from(table + trailer)]);
}

test('it keeps every object, and says who wrote it instead of where and when it was made', () => {
  const objects = objectsIn(finished(pdfOf(), 'Who (really) says?'));
  expect(objects).toEqual(
    expect.arrayContaining([
      '<</Title (A \\(good\\) title)\n/Producer (Skia/PDF m1)\n/Author (Who \\(really\\) says?)>>',
      '<</Type /Page\n/MediaBox [0 0 595 842]\n/Contents 3 0 R\n/Parent 4 0 R>>',
      '<</Type /Catalog\n/Pages 4 0 R\n/Lang (en)>>',
      '[0 1 2]',
    ]),
  );
});

test('made at another time on another machine, it is the same, byte by byte', () => {
  const other = finished(pdfOf('D:20301112131415', 'Macintosh; Intel Mac OS X'), 'Us');
  expect(other.equals(finished(pdfOf(), 'Us'))).toBe(true);
});

test('its table says where every object stands', () => {
  const pdf = finished(pdfOf(), 'Us');
  const text = pdf.toString('latin1');
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)![1]);
  const [, length] = /^\d+ 0 obj\n<<\/Type \/XRef[\s\S]*?\/Length (\d+)>> stream\n/.exec(text.slice(start))!;
  const from = text.indexOf(' stream\n', start) + 8;
  const table = inflateSync(pdf.subarray(from, from + Number(length)));
  const row = (object: number) => [
    table[object * 7],
    table.readUInt32BE(object * 7 + 1),
    table.readUInt16BE(object * 7 + 5),
  ];
  expect(row(0)).toEqual([0, 0, 0]);
  // In a pack: the fourth object is the third in it, for the one with a stream stands by itself.
  expect(row(4)).toEqual([2, 7, 2]);
  for (const alone of [3, 7, 8]) {
    const [kind, offset] = row(alone);
    expect(kind).toBe(1);
    expect(text.slice(offset!).startsWith(`${alone} 0 obj\n`)).toBe(true);
  }
});

test('what is no PDF by Chromium is refused', () => {
  expect(() => finished(Buffer.from('not a PDF'), 'Us')).toThrow(
    'This is not a PDF as Chromium writes it: no trailer.',
  );
});

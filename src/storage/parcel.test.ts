import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignment } from '#domain/samples/assignments.ts';
import { findParcels, pack, unpack } from './parcel.ts';

const task = { title: 'The 600', steps: [{ lesson: '02-three-drawers' }] };

test('what is packed is unpacked as it was, whatever it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.jsonValue(), async (value) => {
      const data = JSON.parse(JSON.stringify(value)) as unknown;
      expect(await unpack('submission', await pack('submission', data))).toEqual({ data });
    }),
  );
  await fc.assert(
    fc.asyncProperty(assignment, async (data) => {
      expect(await unpack('assignment', await pack('assignment', data))).toEqual({ data });
    }),
    { numRuns: 30 },
  );
});

test('a parcel is letters, digits, hyphens, underscores and full stops: a link carries it as it is', async () => {
  const parcel = await pack('assignment', { title: 'ÄÖ – 600 ü 日本' });
  expect(parcel).toMatch(/^WSA1\.[\w-]+\.[0-9a-f]{8}$/);
  expect(encodeURIComponent(parcel)).toBe(parcel);
});

test('the kept parcel of version 1 is still read', async () => {
  const kept = 'WSA1.q1YqySzJSVWyUgrJSFUwMzBQqgUA.b727d642';
  expect(await unpack('assignment', kept)).toEqual({ data: { title: 'The 600' } });
});

test('line breaks, spaces and the marks of a reply change nothing', async () => {
  const parcel = await pack('submission', task);
  const mailed = `> ${parcel.slice(0, 20)}\r\n> ${parcel.slice(20, 31)} \n >${parcel.slice(31)}\n`;
  expect(await unpack('submission', mailed)).toEqual({ data: task });
});

test('what a program escapes is read as it was', async () => {
  const parcel = await pack(
    'submission',
    Array.from({ length: 40 }, (_, n) => Math.sin(n)),
  );
  expect(parcel).toMatch(/_/);
  expect(parcel).toMatch(/-/);
  const escaped = parcel.replace(/[_.-]/g, '\\$&');
  expect(await unpack('submission', escaped)).toEqual(await unpack('submission', parcel));
  expect(findParcels('submission', `Mine: ${escaped}`)).toEqual([parcel]);
});

test('what a sentence ends with behind a link does no harm', async () => {
  const parcel = await pack('assignment', task);
  for (const end of ['.', ').', '”', '>', '!', ';'])
    expect(await unpack('assignment', parcel + end), end).toEqual({ data: task });
  expect(await unpack('assignment', `${parcel}.x`)).toHaveProperty('refused');
});

test('one wrong letter, wherever it stands, is refused with a reason', async () => {
  const parcel = await pack('submission', task);
  for (let at = 0; at < parcel.length; at += 1) {
    const wrong = parcel[at] === 'a' ? 'b' : 'a';
    const read = await unpack('submission', parcel.slice(0, at) + wrong + parcel.slice(at + 1));
    expect(read).toHaveProperty('refused');
  }
});

test.each([
  ['something else', 'assignment', 'hello', /not the link of an assignment/],
  ['of the other kind', 'assignment', 'WSS1.aa.00000000', /work that somebody handed in/],
  ['of the other kind', 'submission', 'WSA1.aa.00000000', /an assignment, not what a learner handed in/],
  ['of a newer version', 'assignment', 'WSA2.aa.00000000', /from a newer Who Says\?/],
  ['cut off', 'assignment', 'WSA1.q1YqySzJ', /end of this link is missing/],
  ['cut off in its checksum', 'submission', 'WSS1.q1YqySzJ.1512', /The end is missing/],
  ['changed', 'assignment', 'WSA1.q1YqySzJSVWyUgrJSFUwMzBQqgUA.00000000', /has been changed/],
] as const)('a parcel that is %s is refused with the reason', async (_, kind, text, reason) => {
  expect(await unpack(kind, text)).toEqual({ refused: expect.stringMatching(reason) as string });
});

test('what unpacks to more than any page of ours writes is refused', async () => {
  const bomb = await pack('submission', 'a'.repeat(3_000_000));
  expect(bomb.length).toBeLessThan(10_000);
  expect(await unpack('submission', bomb)).toHaveProperty('refused');
});

test('any text is unpacked or refused, and nothing throws', async () => {
  const like = fc
    .tuple(fc.constantFrom('WSA1.', 'WSS1.', 'WSS'), fc.string(), fc.string())
    .map(([a, b, c]) => `${a}${b}.${c}`);
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), like), async (text) => {
      const read = await unpack('submission', text);
      expect('data' in read || read.refused.length > 0).toBe(true);
    }),
  );
});

test('every parcel in a mail is found, and nothing else', async () => {
  const [one, two] = [await pack('submission', 1), await pack('submission', task)];
  const mail = `Dear Ms Okoro,\nhere is mine:\n${one}\nAnd Ana's:\n> ${two.slice(0, 25)}\n> ${two.slice(25)}\nWSS1 is what it begins with. ${await pack('assignment', 2)}`;
  expect(findParcels('submission', mail)).toEqual([one, two]);
});

test('a parcel is found wherever its lines are broken', async () => {
  const parcel = await pack('submission', task);
  for (let at = 1; at < parcel.length; at += 1) {
    for (const gap of ['\n', '\r\n> > ', ' ', '\\', '\\\n']) {
      const broken = `Mine: ${parcel.slice(0, at)}${gap}${parcel.slice(at)}\n\nAna`;
      expect(findParcels('submission', broken), `after ${at}`).toEqual([parcel]);
    }
  }
});

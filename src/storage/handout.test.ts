import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignment } from '#domain/samples/assignments.ts';
import { linkTo, readHandout, readLink, writeAll, writeOne } from './handout.ts';
import { pack } from './parcel.ts';
import { saved } from './samples/saved.ts';

const now = '2026-11-25T08:00:00.000Z';
const page = 'https://example.org/who-says/assignment/';

const brought = (any: { readonly title: string }) => ({
  found: [{ assignment: any, name: any.title.trim(), savedAt: now }],
});

test('a link is read as it was made, with words around it and broken into lines', async () => {
  await fc.assert(
    fc.asyncProperty(assignment, async (any) => {
      const link = await linkTo(page, any);
      expect(link.startsWith(`${page}#WSA1.`)).toBe(true);
      expect(await readLink(link, now)).toEqual(brought(any));
      const mailed = `Dear all,\n> ${link.slice(0, 60)}\n> ${link.slice(60)}\n`;
      expect(await readLink(`${mailed}See you.`, now)).toEqual(brought(any));
    }),
    { numRuns: 40 },
  );
});

test('a file is read as it was written: one assignment, or all that is saved', () => {
  fc.assert(
    fc.property(assignment, (any) => {
      expect(readHandout(writeOne(any), now)).toEqual(brought(any));
    }),
  );
  fc.assert(
    fc.property(fc.array(saved, { maxLength: 4 }), (all) => {
      expect(readHandout(writeAll(all), now)).toEqual({ found: all });
    }),
  );
});

test('a file to hand out holds the assignment and nothing of the teacher’s', () => {
  fc.assert(
    fc.property(assignment, (any) => {
      expect(JSON.parse(writeOne(any))).toEqual({
        format: 'who-says-assignment',
        version: 1,
        assignment: any,
      });
    }),
  );
});

test.each([
  [
    'is none',
    'hello',
    'This is not the link of an assignment. Ask for the link again, and copy the whole of it.',
  ],
  [
    'is cut off',
    `${page}#WSA1.q1YqySzJ`,
    'The end of this link is missing. Ask for it again, and copy the whole of it.',
  ],
  [
    'has been changed',
    `${page}#WSA1.q1YqySzJSVWyUgrJSFUwMzBQqgUA.00000000`,
    'Something in this link has been changed. Ask for it again, and copy the whole of it.',
  ],
  [
    'is newer',
    `${page}#WSA2.aa.00000000`,
    'This link comes from a newer Who Says? than this one. Load this page again.',
  ],
])('a link that %s is refused in words for a teacher', async (_, text, refused) => {
  expect(await readLink(text, now)).toEqual({ refused });
});

test('a link that holds no assignment is refused with the reason', async () => {
  const link = `${page}#${await pack('assignment', { id: 'abc123def456', title: 'The 600' })}`;
  expect(await readLink(link, now)).toEqual({
    refused: 'This link cannot be used: what it holds does not say what is to be done. Ask for it again.',
  });
});

test.each([
  [
    'cut off',
    '{"format":',
    'This file is damaged or cut off: it cannot be read. Save it again where it comes from.',
  ],
  [
    'of answers',
    '{"format":"who-says","version":2,"attempts":[]}',
    'This is not a file of assignments. Nothing was changed. Choose one that was saved on this page.',
  ],
  [
    'of a newer version',
    '{"format":"who-says-assignments","version":2}',
    'This file comes from a newer Who Says? (version 2; this one reads up to 1). Nothing was changed. Load this page again, then try once more.',
  ],
  [
    'of no version',
    '{"format":"who-says-assignments"}',
    'This file cannot be used: this file does not say which version it is. Nothing was changed. Save it again where it comes from.',
  ],
  [
    'of an assignment without a title',
    '{"format":"who-says-assignment","version":1,"assignment":{"id":"abc123def456"}}',
    'This file cannot be used: the assignment in this file has no proper title. Nothing was changed. Save it again where it comes from.',
  ],
  [
    'of a list with something else in it',
    '{"format":"who-says-assignments","version":1,"saved":[7]}',
    'This file cannot be used: assignment 1 in this file is not a saved assignment. Nothing was changed. Save it again where it comes from.',
  ],
  [
    'without a list',
    '{"format":"who-says-assignments","version":1}',
    'This file cannot be used: this file has no assignments in it. Nothing was changed. Save it again where it comes from.',
  ],
])('a file %s is refused with the reason', (_, text, refused) => {
  expect(readHandout(text, now)).toEqual({ refused });
});

test('any text is read or refused, as a link and as a file, and nothing throws', async () => {
  const like = fc.oneof(
    fc.string(),
    fc.json(),
    fc.tuple(fc.string(), fc.string()).map(([a, b]) => `${a}#WSA1.${b}`),
    fc.jsonValue().map((any) => JSON.stringify({ format: 'who-says-assignments', version: 1, saved: [any] })),
    fc
      .jsonValue()
      .map((any) => JSON.stringify({ format: 'who-says-assignment', version: 1, assignment: any })),
  );
  await fc.assert(
    fc.asyncProperty(like, async (text) => {
      for (const read of [readHandout(text, now), await readLink(text, now)])
        expect('found' in read || read.refused.length > 0).toBe(true);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileText } from './file-text.ts';

const read = (bytes: Uint8Array | string, type = '') => fileText(new Blob([bytes as BlobPart], { type }));

test('a text is read in the encoding it was saved in', async () => {
  expect(await read('Anä WSS1.')).toEqual({ text: 'Anä WSS1.' });
  const utf16 = Uint8Array.from(Buffer.from('\ufeffAnä', 'utf16le'));
  expect(await read(utf16)).toEqual({ text: 'Anä' });
  expect(await read(Uint8Array.from(Buffer.from(utf16).swap16()))).toEqual({ text: 'Anä' });
});

test.each<[string, string, RegExp]>([
  ['a zip file', 'PK\u0003\u0004rest', /Unpack a zip file, and bring in what is in it/],
  ['a PDF', '%PDF-1.7', /^It is a PDF. Open it, copy its text/],
  ['an empty file', '', /^It is empty/],
])('%s is refused with what to do', async (_, text, reason) => {
  expect(await read(text)).toEqual({ refused: expect.stringMatching(reason) as string });
});

test('what is too large, or cannot be read, is refused', async () => {
  const file = (part: Partial<Blob>) => ({ size: 1, type: '', ...part }) as Blob;
  expect(await fileText(file({ size: 1e9 }))).toEqual({
    refused: 'It is too large to be anything that was handed in here.',
  });
  const folder = file({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) });
  expect(await fileText(folder)).toEqual({
    refused: expect.stringMatching(/If it is a folder, open it/) as string,
  });
});

test('a picture without a code is refused', async () => {
  expect(await read('no picture', 'image/png')).toEqual({
    refused: 'No code could be read from this picture. Bring in the learner’s file or text instead.',
  });
});

test('any bytes are read or refused, and nothing throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), async (bytes) => {
      const got = await read(bytes);
      expect('text' in got || got.refused.length > 0).toBe(true);
    }),
  );
});

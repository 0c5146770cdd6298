import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { qrCode } from './qr.ts';

/** A picture of a code, four pixels a module. */
function picture(code: boolean[][]) {
  const side = code.length * 4;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1)
      if (code[y >> 2]![x >> 2]) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
  return { width: side, height: side, data };
}

test.each([30, 300, 1200])('a code says the text of %i characters it was made of', async (length) => {
  const text = `https://example.org/assignment/#${'aB3-_'.repeat(300)}`.slice(0, length);
  const code = (await qrCode(text))!;
  expect(code[0]!.length).toBe(code.length);
  expect(decodeQR(picture(code))).toBe(text);
});

test('a code has a quiet margin of four modules', async () => {
  const code = (await qrCode('x'))!;
  expect(code.slice(0, 4).flat()).not.toContain(true);
  expect(code.map((row) => row.slice(0, 4)).flat()).not.toContain(true);
  expect(code[4]![4]).toBe(true);
});

test.each([1300, 5000])('a text of %i characters is too long for a code', async (length) => {
  expect(await qrCode('a'.repeat(length))).toBeUndefined();
});

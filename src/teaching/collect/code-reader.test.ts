import { afterEach, expect, test, vi } from 'vitest';
import { openReader } from './code-reader.ts';

/** What reads these kinds of codes, and always the same one. */
const detector = (text: string, formats: string[]) =>
  class {
    static getSupportedFormats = async () => formats;
    detect = async () => [{ rawValue: text }];
  };

vi.mock('qr/decode.js', () => ({ BarcodeDetector: detector('by the library', ['qr_code']) }));
afterEach(() => vi.unstubAllGlobals());

const picture = {} as ImageData;

test('the browser reads codes where it can', async () => {
  vi.stubGlobal('BarcodeDetector', detector('by the browser', ['ean_13', 'qr_code']));
  expect(await (await openReader())(picture)).toEqual(['by the browser']);
});

test.each([
  ['has no such thing', undefined],
  ['reads other codes only', detector('by the browser', ['ean_13'])],
  ['has no service for it', { getSupportedFormats: () => Promise.reject(new Error('No service.')) }],
])('where it %s, the library does', async (_, BarcodeDetector) => {
  vi.stubGlobal('BarcodeDetector', BarcodeDetector);
  expect(await (await openReader())(picture)).toEqual(['by the library']);
});

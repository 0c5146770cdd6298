import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pack } from './parcel.ts';
import { joinSequence, splitSequence } from './qr-sequence.ts';

const parcel = (letters: string, checksum: string) => `WSS1.${letters}.${checksum}`;
const anyParcel = fc
  .tuple(fc.stringMatching(/^[\w-]{0,2000}$/), fc.stringMatching(/^[0-9a-f]{8}$/))
  .map(([letters, checksum]) => parcel(letters, checksum));

describe('a sequence of codes', () => {
  test('gives back the parcel, in whatever order its codes come and however often', () => {
    fc.assert(
      fc.property(
        anyParcel.chain((whole) =>
          fc.tuple(
            fc.constant(whole),
            fc.shuffledSubarray(splitSequence(whole), { minLength: splitSequence(whole).length }),
          ),
        ),
        ([whole, codes]) => {
          expect(joinSequence([...codes, ...codes])).toEqual([expect.objectContaining({ parcel: whole })]);
        },
      ),
    );
  });

  test('holds at most 300 characters of the parcel in a code', async () => {
    const whole = await pack('submission', { words: Array.from({ length: 400 }, (_, n) => Math.sin(n)) });
    const codes = splitSequence(whole);
    expect(codes).toHaveLength(Math.ceil(whole.length / 300));
    for (const code of codes) expect(code.split('.').slice(4).join('.').length).toBeLessThanOrEqual(300);
  });

  test('says which codes are missing as long as some are, and gives no parcel', () => {
    const codes = splitSequence(parcel('x'.repeat(800), '0badcafe'));
    expect(codes).toHaveLength(3);
    expect(joinSequence([codes[2]!, codes[0]!])).toEqual([{ checksum: '0badcafe', missing: [2], of: 3 }]);
  });

  test('of one learner is never put together with that of another', () => {
    const one = splitSequence(parcel('a'.repeat(500), '00000001'));
    const other = splitSequence(parcel('b'.repeat(500), '00000002'));
    const sequences = joinSequence([one[0]!, other[1]!, one[1]!]);
    expect(sequences.map(({ parcel }) => parcel)).toEqual([parcel('a'.repeat(500), '00000001'), undefined]);
  });
});

test('what is no code of a sequence is passed over, whatever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (codes) => {
      expect(joinSequence(codes)).toEqual([]);
    }),
  );
  expect(joinSequence(['WSQ1.3.2.0badcafe.abc', 'WSQ2.1.2.0badcafe.abc', 'WSQ1.1.2.0badcafe.'])).toEqual([]);
});

test('what is no parcel is not split', () => {
  expect(() => splitSequence('hello')).toThrow('it does not end with a checksum');
});

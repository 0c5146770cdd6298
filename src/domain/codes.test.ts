import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawCodes, mostCodes, readCode } from './codes.ts';

const chances = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));

test('codes are as many as asked for, four signs each, and no two are alike in more than two places', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), chances, (count, stream) => {
      const codes = drawCodes(count, () => stream.next().value!);
      expect(codes).toHaveLength(count);
      for (const [at, code] of codes.entries()) {
        expect(code).toMatch(/^[CDFGHJKMNPQRTWXY34679]{4}$/);
        for (const other of codes.slice(0, at)) {
          const wrong = [...code].filter((sign, place) => sign !== other[place]).length;
          expect(wrong).toBeGreaterThanOrEqual(2);
        }
      }
    }),
  );
});

test('codes come by chance, and even one that always gives the same draws no code twice', () => {
  expect(new Set(drawCodes(mostCodes, () => 0)).size).toBe(mostCodes);
  expect(new Set(drawCodes(mostCodes, () => 0.9999999)).size).toBe(mostCodes);
  expect(drawCodes(3, () => 0.5)).not.toEqual(drawCodes(3, () => 0.25));
});

test('no list is longer than a list can be', () => {
  expect(drawCodes(5000, () => 0.5)).toHaveLength(mostCodes);
});

test('a code is read in small letters and with spaces, and with one wrong sign or two changed about it is none', () => {
  fc.assert(
    fc.property(chances, fc.nat(3), fc.nat(20), (stream, place, other) => {
      const [code] = drawCodes(1, () => stream.next().value!);
      expect(readCode(` ${code!.toLowerCase().slice(0, 2)}-${code!.slice(2)} `)).toBe(code);
      const sign = 'CDFGHJKMNPQRTWXY34679'[other]!;
      if (sign !== code![place])
        expect(readCode(code!.slice(0, place) + sign + code!.slice(place + 1))).toBeUndefined();
      const swapped = code![1]! + code![0]! + code!.slice(2);
      if (swapped !== code) expect(readCode(swapped)).toBeUndefined();
    }),
  );
});

test('anything is read or is no code, and nothing throws', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => readCode(typed) === undefined || readCode(typed)!.length === 4),
  );
  for (const typed of ['', 'CCC', 'CCCCC', 'ABCD', '💥💥💥💥']) expect(readCode(typed)).toBeUndefined();
});

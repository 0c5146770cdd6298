import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawCodes, mostCodes } from './codes.ts';

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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mulberry32, seedOf, shuffled } from './chance.ts';

describe('a shuffle', () => {
  test('holds every item exactly once, and leaves what it was given as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer(), (items, seed) => {
        const before = [...items];
        const order = shuffled(items, mulberry32(seed));
        expect([...order].sort()).toEqual([...items].sort());
        expect(items).toEqual(before);
      }),
    );
  });

  test('is the same for the same seed', () => {
    const order = (text: string) => shuffled([1, 2, 3, 4, 5, 6, 7, 8], mulberry32(seedOf(text)));
    expect(order('a learner')).toEqual(order('a learner'));
    expect(order('a learner')).not.toEqual(order('another'));
  });

  test('gives every order of three items about as often as the next', () => {
    const counts = new Map<string, number>();
    const chance = mulberry32(7);
    for (let draw = 0; draw < 6000; draw += 1) {
      const order = shuffled(['a', 'b', 'c'], chance).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // 1,000 each; three standard deviations are 87.
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(87);
  });
});

test('seeds are those of FNV-1a as published for 32 bits', () => {
  expect(seedOf('')).toBe(0x811c9dc5);
  expect(seedOf('a')).toBe(0xe40c292c);
  expect(seedOf('foobar')).toBe(0xbf9cf968);
});

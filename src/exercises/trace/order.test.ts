import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arranged, moved } from './order.ts';

const steps = ['a', 'b', 'c', 'd'];
const open = () => true;

describe('the order of the steps', () => {
  test('is the one shown, as long as nothing is answered', () => {
    expect(arranged(steps, 'at', {})).toEqual(steps);
  });

  test('is the one answered', () => {
    expect(arranged(steps, 'at', { 'at:a': '3', 'at:b': '1', 'at:c': '4', 'at:d': '2' })).toEqual([
      'b',
      'd',
      'a',
      'c',
    ]);
  });

  test('leaves steps without a place where there is room', () => {
    expect(arranged(steps, 'at', { 'at:a': '3' })).toEqual(['b', 'c', 'a', 'd']);
  });

  test('lets the first keep a place that two have', () => {
    expect(arranged(steps, 'at', { 'at:c': '1', 'at:d': '1' })).toEqual(['c', 'a', 'b', 'd']);
  });

  test('holds every step once, whatever the fields say', () => {
    const value = fc.oneof(
      fc.constantFrom('0', '1', '2', '3', '4', '5', '-1', '1.5', 'length', ''),
      fc.string(),
    );
    const answer = fc.dictionary(fc.constantFrom(...steps.map((step) => `at:${step}`)), value);
    fc.assert(
      fc.property(answer, (answer) => {
        expect(arranged(steps, 'at', answer).toSorted()).toEqual(steps);
      }),
    );
  });
});

describe('moving a step', () => {
  test('shifts the steps between', () => {
    expect(moved(steps, 'd', 1, open)).toEqual(['a', 'd', 'b', 'c']);
    expect(moved(steps, 'a', 2, open)).toEqual(['b', 'c', 'a', 'd']);
  });

  test('stops at either end', () => {
    expect(moved(steps, 'a', -1, open)).toEqual(steps);
    expect(moved(steps, 'd', 9, open)).toEqual(steps);
  });

  test('passes over steps that are settled', () => {
    expect(moved(steps, 'd', 0, (step) => step !== 'b')).toEqual(['d', 'b', 'a', 'c']);
  });
});

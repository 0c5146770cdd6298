import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween, moments, testPlan } from './moments.ts';

const forms = ['a', 'b', 'c', 'd', 'e'];
const day = (n: number) => new Date(Date.UTC(2025, 0, n)).toISOString();
const taken = (...ids: string[]) => ids.map((form, at) => ({ form, at: day(at + 1) }));

describe('the plan of tests', () => {
  test('begins where the device’s rotation begins, a form a moment', () => {
    expect(testPlan(forms, 3, []).map(({ form }) => form)).toEqual(['d', 'e', 'a', 'b']);
  });

  test('gives the tests taken their moments in the order of time, however the log lists them', () => {
    const plan = testPlan(forms, 0, taken('c', 'a').reverse());
    expect(plan.map(({ form }) => form)).toEqual(['c', 'a', 'b', 'd']);
    expect(plan.map((test) => test.taken?.at)).toEqual([day(1), day(2), undefined, undefined]);
  });

  test('counts a form once, at its first time, and passes over what is no form', () => {
    const plan = testPlan(forms, 0, taken('a', 'a', 'deir-ez-zor-sort', 'b'));
    expect(plan.map((test) => test.taken?.form)).toEqual(['a', 'b', undefined, undefined]);
  });

  test('is due 7 and 28 days after the second test, and not before there is one', () => {
    expect(testPlan(forms, 0, taken('a')).map(({ due }) => due)).toEqual(Array(4).fill(undefined));
    const [, , week, month] = testPlan(forms, 0, taken('a', 'b'));
    expect(week!.due).toBe(day(2 + 7));
    expect(month!.due).toBe(day(2 + 28));
  });

  test('says so when there are fewer forms than moments', () => {
    expect(testPlan(['a', 'b'], 0, taken('a')).map(({ form }) => form)).toEqual([
      'a',
      'b',
      undefined,
      undefined,
    ]);
  });

  test('leaves a week between the two retests, however late the first of them was', () => {
    const late = [...taken('a', 'b'), { form: 'c', at: day(2 + 40) }];
    expect(testPlan(forms, 0, late)[3]!.due).toBe(day(2 + 40 + 7));
    const early = [...taken('a', 'b'), { form: 'c', at: day(2 + 10) }];
    expect(testPlan(forms, 0, early)[3]!.due).toBe(day(2 + 28));
  });

  test('has no “before” once the lessons are done: the first test then is the one after them', () => {
    const plan = testPlan(forms, 0, [{ form: 'b', at: day(5) }], day(4));
    expect(plan.map(({ missed }) => missed)).toEqual([true, false, false, false]);
    expect(plan.map(({ form }) => form)).toEqual([undefined, 'b', 'a', 'c']);
    expect(plan.map(({ due }) => due)).toEqual([undefined, undefined, day(12), day(33)]);
    expect(testPlan(forms, 0, [], day(4)).map(({ form }) => form)).toEqual([undefined, 'a', 'b', 'c']);
  });

  test('keeps the “before” of whoever took it before the lessons were done', () => {
    const plan = testPlan(forms, 0, taken('a', 'b'), day(2));
    expect(plan.map(({ taken }) => taken?.form)).toEqual(['a', 'b', undefined, undefined]);
    expect(plan.some(({ missed }) => missed)).toBe(false);
  });

  test('counts whole days between two instants', () => {
    expect(daysBetween(day(1), day(8))).toBe(7);
    expect(daysBetween('2025-01-01T20:00:00Z', '2025-01-02T07:00:00Z')).toBe(0);
  });

  test('never gives a form to two moments', () => {
    const some = fc.array(
      fc.record({ form: fc.constantFrom(...forms, 'x'), at: fc.integer({ min: 1, max: 99 }).map(day) }),
    );
    fc.assert(
      fc.property(fc.nat(20), some, (start, tests) => {
        const given = testPlan(forms, start, tests).map(({ form }) => form);
        expect(given).toHaveLength(moments.length);
        expect(new Set(given).size).toBe(moments.length);
      }),
    );
  });
});

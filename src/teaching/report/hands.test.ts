import { expect, test } from 'vitest';
import type { TallyRecord } from '#storage/tallies.ts';
import { handsOn } from './hands.ts';

const record = (at: string, more: Partial<TallyRecord> = {}): TallyRecord => ({
  case: 'a-case',
  claims: ['a', 'b'],
  at,
  rounds: [
    { claim: 'a', first: { opinion: 3 }, second: { opinion: 1, 'sourced-claim': 2 } },
    { claim: 'b', first: { opinion: 4 }, second: {} },
  ],
  ...more,
});

test('the hands on a claim are those of the second vote, or of the only one, record by record', () => {
  const records = [
    record('2026-11-20T09:00:00.000Z'),
    record('2026-11-21T09:00:00.000Z', { rounds: [{ claim: 'a', first: {}, second: {} }] }),
    record('2026-11-22T09:00:00.000Z', { case: 'another' }),
  ];
  expect([...handsOn(records, 'a-case')]).toEqual([
    ['a', [['20 November 2026', { opinion: 1, 'sourced-claim': 2 }]]],
    ['b', [['20 November 2026', { opinion: 4 }]]],
  ]);
});

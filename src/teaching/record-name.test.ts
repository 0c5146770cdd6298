import { expect, test } from 'vitest';
import { recordName } from './record-name.ts';

const names = (...times: string[]) => {
  const records = times.map((at) => ({ at }));
  return records.map((each) => recordName(each, records));
};

test('a record goes by its day, among others of that day by the time', () => {
  expect(names('2026-11-20T09:00:00.000Z', '2026-11-21T09:00:00.000Z')).toEqual([
    '20 November 2026',
    '21 November 2026',
  ]);
  for (const name of names('2026-11-20T09:00:00.000Z', '2026-11-20T11:30:00.000Z'))
    expect(name).toMatch(/^20 November 2026, \d\d:\d\d$/);
});

test('two records of one minute are told apart by the second', () => {
  const [first, then] = names('2026-11-20T09:00:10.000Z', '2026-11-20T09:00:50.000Z');
  expect(first).toMatch(/:10$/);
  expect(then).toMatch(/:50$/);
});

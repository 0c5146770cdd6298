import { describe, expect, test } from 'vitest';
import { dueWords } from './due.ts';

const at = (day: number, hour: number, minute = 0, second = 0) =>
  new Date(2026, 10, day, hour, minute, second);
/** As browsers differ on it, without the comma after the weekday. */
const dayOf = (due: string, now: Date) => dueWords(due, now).day.replace(/(day),/, '$1');

describe('the day by whose end it is due, where the learner is', () => {
  test('is named with its weekday', () => {
    expect(dayOf('2026-12-01', at(25, 12))).toBe('Tuesday 1 December 2026');
  });

  test('is called today and tomorrow, at any hour', () => {
    for (const hour of [0, 12, 23]) {
      expect(dueWords('2026-11-25', at(25, hour)).day).toMatch(/^today, Wednesday,? 25 November 2026$/);
      expect(dueWords('2026-11-26', at(25, hour)).day).toMatch(/^tomorrow, Thursday,? 26 November 2026$/);
      expect(dayOf('2026-11-27', at(25, hour))).toBe('Friday 27 November 2026');
    }
  });

  test('is over with its last second, and not before', () => {
    expect(dueWords('2026-11-25', at(25, 23, 59, 59)).overdue).toBe(false);
    expect(dueWords('2026-11-25', at(26, 0)).overdue).toBe(true);
    expect(dayOf('2026-11-25', at(26, 0))).toBe('Wednesday 25 November 2026');
  });

  test('is right across a change of the clocks, of the month and of the year', () => {
    expect(dueWords('2026-03-29', new Date(2026, 2, 28, 12)).day).toMatch(/^tomorrow, /);
    expect(dueWords('2026-10-26', new Date(2026, 9, 25, 12)).day).toMatch(/^tomorrow, /);
    expect(dueWords('2027-01-01', new Date(2026, 11, 31, 23)).day).toMatch(/^tomorrow, /);
  });
});

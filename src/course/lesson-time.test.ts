import { describe, expect, test } from 'vitest';
import { course } from './course.ts';
import { apartMinutes, leastMinutes, partTimes } from './lesson-time.ts';

const minutes: Readonly<Record<string, number>> = { a: 3, b: 1, c: 20 };
const times = { exercise: (id: string) => minutes[id]!, article: () => 360, test: 5 };
const lesson = {
  text: 'word '.repeat(270),
  exercises: ['a', 'b', 'c'],
  inPlace: ['a', 'b'],
  tests: [],
  reads: undefined,
};

test('a lesson takes its words at 180 a minute, and the minutes of its exercises in place', () => {
  expect(leastMinutes(lesson, times)).toBe(1.5 + 3 + 1);
});

test('the article that it has learners read takes time as well', () => {
  expect(leastMinutes({ ...lesson, reads: 'a-case' }, times)).toBe(1.5 + 2 + 3 + 1);
});

test('a test before or after the lessons is part of the lesson, and a retest waits for its day', () => {
  expect(leastMinutes({ ...lesson, tests: ['after', 'week', 'month'] }, times)).toBe(1.5 + 5 + 3 + 1);
});

test('what is apart comes on top', () => {
  expect(apartMinutes(lesson, times)).toBe(20);
});

describe('the lessons of the course', () => {
  const { exercise, article, test: minutesOfTest } = partTimes(course);

  test('are asked of parts that are there', () => {
    expect(() => exercise('no-such')).toThrow(RangeError);
    expect(() => article('no-such')).toThrow(RangeError);
    expect(minutesOfTest).toBe(5);
  });

  test.each(course.lessons)('take 8 to 12 minutes, and not more than they say: $slug', (each) => {
    expect(each.minutes).toBeGreaterThanOrEqual(8);
    expect(each.minutes).toBeLessThanOrEqual(12);
    expect(leastMinutes(each, partTimes(course))).toBeLessThanOrEqual(each.minutes);
  });
});

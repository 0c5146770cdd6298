import { expect, test } from 'vitest';
import type { StandardSet } from '#course/content.ts';
import { course } from '#course/course.ts';
import { clock, keyLine, lessonPlans, routePlans, standardsOf } from './plans.ts';

test('the clock runs through a session and starts again with the next', () => {
  expect(clock([{ minutes: 3 }, { minutes: 7 }, { minutes: 5, session: 'Second' }, { minutes: 2 }])).toEqual([
    '0–3',
    '3–10',
    '0–5',
    '5–7',
  ]);
});

test('the standards of some lessons are each named once, and sets without any are left out', () => {
  const code = (...lessons: string[]) => ({ means: 'Read.', lessons, cases: [] });
  const standards: Pick<StandardSet, 'name' | 'codes'>[] = [
    { name: 'One', codes: { A: code('a', 'b'), B: code('c') } },
    { name: 'Two', codes: { C: code('c') } },
    { name: 'Three', codes: { D: { ...code(), cases: 'all' } } },
  ];
  expect(standardsOf(standards, ['a', 'b'])).toEqual([
    { name: 'One', codes: [{ code: 'A', means: 'Read.' }] },
  ]);
});

test('the line on a claim says its label and who says it, and of a disputed one only that it is not marked', () => {
  expect(keyLine('deir-ez-zor-600/toll-ministry')).toBe('Unverified figure · says: Defence Ministry');
  expect(keyLine('deir-ez-zor-600/pounding')).toBe('Not marked: careful readers differ');
});

test('there is a plan for every lesson and every route, the routes from the shortest to the longest', () => {
  expect(lessonPlans.map(({ id }) => id)).toEqual(course.lessons.map(({ slug }) => slug));
  expect(routePlans.map(({ plan }) => plan.minutes)).toEqual([15, 45, 90]);
});

test('a plan of more than one session fills each with no more than 45 minutes', () => {
  for (const { id, plan } of routePlans.filter(({ plan }) => plan.steps.some(({ session }) => session)))
    for (const time of clock(plan.steps)) expect(Number(time.split('–')[1]), id).toBeLessThanOrEqual(45);
});

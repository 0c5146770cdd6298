import { expect, test } from 'vitest';
import { cases, exercises, routes } from '#course/course.ts';
import {
  booklets,
  caseBooklets,
  exerciseSheets,
  isOnWhole,
  needsTests,
  furtherMinutes,
  routeBooklets,
  type Booklet,
} from './booklets.ts';

const idsIn = ({ chapters }: Booklet) => chapters.flatMap(({ exercises }) => exercises.map(({ id }) => id));

test('each case has a booklet with its own article, and all of its exercises are on that case', () => {
  expect(caseBooklets.map(({ path }) => path)).toEqual(cases.map(({ slug }) => `cases/${slug}`));
  for (const { story, chapters } of caseBooklets) {
    const specs = chapters.flatMap(({ exercises }) => exercises.map(({ spec }) => spec));
    expect(specs.length).toBeGreaterThan(0);
    expect(specs.every((spec) => spec.case === story!.slug && !spec.sealed)).toBe(true);
  }
});

test('a booklet of a route has the exercises of its pages: those of short lessons where it shortens them', () => {
  expect(routeBooklets).toHaveLength(routes.length);
  const ids = idsIn(routeBooklets.find(({ path }) => path === 'routes/forty-five')!);
  expect(ids).toContain('deir-ez-zor-how-sure');
  expect(ids).not.toContain('deir-ez-zor-mark');
  const whole = idsIn(routeBooklets.find(({ path }) => path === 'routes/two-times-forty-five')!);
  expect(whole).toContain('deir-ez-zor-mark');
  expect(whole).not.toContain('deir-ez-zor-how-sure');
});

test('exercises for which a lesson has no time come last, under a heading of their own', () => {
  for (const { path, chapters } of routeBooklets) {
    const further = chapters.at(-1)!;
    expect(further, path).toMatchObject({ title: 'To go on with', further: true });
    expect(
      further.exercises.map(({ id }) => id),
      path,
    ).toContain('practice-four');
    for (const { title, idea } of chapters.slice(0, -1)) {
      expect(title, path).toMatch(/^Lesson \d: /);
      expect(idea, path).not.toBe('');
    }
  }
  const [fifteen] = routeBooklets;
  expect(idsIn(fifteen!)).toEqual([
    'practice-three-a',
    'deir-ez-zor-first-six',
    'three-drawers-say',
    'practice-four',
  ]);
  expect(fifteen!.minutes).toBe(8);
  expect(furtherMinutes(fifteen!)).toBe(4);
});

test('the story of a route is that of its first exercise on a story, if more of it is asked than claims', () => {
  const story = (id: string) => routeBooklets.find(({ path }) => path === `routes/${id}`)!.story?.slug;
  expect(story('fifteen')).toBeUndefined();
  expect(story('forty-five')).toBe('deir-ez-zor-600');
  expect(story('two-times-forty-five')).toBe('deir-ez-zor-600');
});

test('every exercise can be printed by itself, with the article only if it asks about all of it', () => {
  expect(exerciseSheets.flatMap(idsIn)).toEqual(exercises.map(({ id }) => id));
  for (const [at, { story }] of exerciseSheets.entries()) {
    const exercise = exercises[at]!;
    expect(story !== undefined, exercise.id).toBe(exercise.spec.type === 'mark');
    expect(
      isOnWhole(
        exercise,
        cases.find(({ slug }) => slug !== exercise.spec.case)!,
      ),
    ).toBe(false);
  }
});

test('no two booklets have the same place, nor two cases and routes the same name', () => {
  const paths = booklets.map(({ path }) => path);
  expect(new Set(paths).size).toBe(paths.length);
  const names = [...caseBooklets, ...routeBooklets].map(({ path }) => path.split('/')[1]);
  expect(new Set(names).size).toBe(names.length);
});

test('the four tests stand where labels are asked for, and not before a test', () => {
  const needs = (id: string) => needsTests(exerciseSheets.find(({ path }) => path === `exercises/${id}`)!);
  expect(needs('deir-ez-zor-sort')).toBe(true);
  expect(needs('bus-lane-test')).toBe(false);
  expect(needs('six-hundred-trace')).toBe(false);
});

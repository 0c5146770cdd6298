import { afterEach, expect, test, vi } from 'vitest';
import { caseOf, course } from './course.ts';
import { caseResource, lessonResource } from './learning-resource.ts';

const standards = [
  {
    id: 'a-set',
    name: 'A set',
    codes: {
      'A.1': { means: 'Read closely.', lessons: ['02-three-drawers'], cases: 'all' as const },
      'A.2': { means: 'Read twice.', lessons: ['03-who-says-it'], cases: ['bus-lane'] },
    },
  },
];
const lesson = course.lessons.find(({ slug }) => slug === '02-three-drawers')!;
const aligned = (code: string, means: string) => ({
  '@type': 'AlignmentObject',
  alignmentType: 'teaches',
  educationalFramework: 'A set',
  targetName: code,
  targetDescription: means,
});

afterEach(() => vi.unstubAllEnvs());

test('a lesson is a LearningResource with its time, its licence and the standards it works on', () => {
  expect(lessonResource(lesson, standards)).toEqual({
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    name: lesson.title,
    description: lesson.idea,
    learningResourceType: 'lesson',
    teaches: lesson.idea,
    educationalLevel: 'Secondary school, ages 12–18',
    timeRequired: `PT${lesson.minutes}M`,
    inLanguage: 'en',
    isAccessibleForFree: true,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    educationalAlignment: [aligned('A.1', 'Read closely.')],
  });
});

test('a case has the standards of all cases and its own', () => {
  const codes = (slug: string) => caseResource(caseOf(slug), standards)['educationalAlignment'];
  expect(codes('bus-lane')).toEqual([aligned('A.1', 'Read closely.'), aligned('A.2', 'Read twice.')]);
  expect(codes('record-crowd')).toEqual([aligned('A.1', 'Read closely.')]);
});

test('what fits no standard names none', () => {
  expect(lessonResource(lesson, [])).not.toHaveProperty('educationalAlignment');
});

test('it names its address where the site’s is known, and else none', () => {
  expect(lessonResource(lesson, [])).not.toHaveProperty('url');
  vi.stubEnv('SITE', 'https://site.example');
  expect(lessonResource(lesson, [])).toHaveProperty('url', 'https://site.example/lessons/02-three-drawers/');
});

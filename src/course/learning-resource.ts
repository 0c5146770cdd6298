import { href } from '#ui/href.ts';
import type { Case, StandardSet } from './content.ts';
import type { Lesson } from './lesson.ts';

/** Data about a page for search engines and learning platforms: a LearningResource of schema.org, as JSON-LD. */
export type ResourceData = Readonly<Record<string, unknown>>;

/** What a lesson is, for whom, how long it takes, and which standards it works on. */
export function lessonResource(lesson: Lesson, standards: readonly StandardSet[]): ResourceData {
  return resource({
    name: lesson.title,
    description: lesson.idea,
    learningResourceType: 'lesson',
    ages: '12–18',
    minutes: lesson.minutes,
    teaches: lesson.idea,
    page: `/lessons/${lesson.slug}/`,
    alignment: alignment(standards, ({ lessons }) => lessons.includes(lesson.slug)),
  });
}

/** The same for a case. */
export function caseResource(its: Case, standards: readonly StandardSet[]): ResourceData {
  return resource({
    name: its.title,
    description: its.summary,
    learningResourceType: 'case study',
    ages: its.ages,
    minutes: its.minutes,
    teaches: 'To keep sourced claims, unverified figures and opinion apart in a news story.',
    page: `/cases/${its.slug}/`,
    alignment: alignment(standards, ({ cases }) => cases === 'all' || cases.includes(its.slug)),
  });
}

interface About {
  readonly name: string;
  readonly description: string;
  readonly learningResourceType: string;
  readonly ages: string;
  readonly minutes: number;
  readonly teaches: string;
  readonly page: `/${string}`;
  readonly alignment: readonly ResourceData[];
}

function resource({ ages, minutes, page, alignment, ...about }: About): ResourceData {
  const site = import.meta.env.SITE;
  return {
    '@context': 'https://schema.org',
    '@type': 'LearningResource',
    ...about,
    educationalLevel: `Secondary school, ages ${ages}`,
    timeRequired: `PT${minutes}M`,
    inLanguage: 'en',
    isAccessibleForFree: true,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    ...(site && { url: new URL(href(page), site).href }),
    ...(alignment.length > 0 && { educationalAlignment: alignment }),
  };
}

function alignment(
  standards: readonly StandardSet[],
  fits: (standard: StandardSet['codes'][string]) => boolean,
): ResourceData[] {
  return standards.flatMap(({ name, codes }) =>
    Object.entries(codes)
      .filter(([, standard]) => fits(standard))
      .map(([code, { means }]) => ({
        '@type': 'AlignmentObject',
        alignmentType: 'teaches',
        educationalFramework: name,
        targetName: code,
        targetDescription: means,
      })),
  );
}

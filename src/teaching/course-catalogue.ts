import { cases, course } from '#course/course.ts';
import type { Catalogue } from './assigned.ts';
import { choices } from './course-choices.ts';

/** What a page on an assignment knows of the course before it fetches anything. */
export const courseCatalogue: Catalogue = {
  exercises: Object.fromEntries(
    choices.cases.flatMap(({ slug, exercises: its }) =>
      its.map(({ id, title, case: of, minutes, sets, test }) => [
        id,
        {
          title: `${title} – ${of}`,
          minutes,
          case: slug,
          ...(sets ? { claims: sets.claims.length } : {}),
          ...(test ? { test } : {}),
        },
      ]),
    ),
  ),
  lessons: Object.fromEntries(
    course.lessons.map(({ slug, number, title, minutes, exercises }) => [
      slug,
      { title: `Lesson ${number}: ${title}`, minutes, exercises },
    ]),
  ),
  notes: Object.fromEntries(
    cases.map(({ slug, title, contentNote }) => [slug, { title, note: contentNote }]),
  ),
};

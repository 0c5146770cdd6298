import { course, exercises } from '#course/course.ts';
import type { Catalogue } from './assigned.ts';

/** What pages on an assignment know of the course before they fetch anything: made once, for the whole build. */
export const courseCatalogue: Catalogue = {
  exercises: Object.fromEntries(
    exercises.map(({ id, spec, case: its }) => [
      id,
      { title: `${spec.title} – ${its.title}`, minutes: spec.minutes },
    ]),
  ),
  lessons: Object.fromEntries(
    course.lessons.map(({ slug, number, title, minutes, exercises }) => [
      slug,
      { title: `Lesson ${number}: ${title}`, minutes, exercises },
    ]),
  ),
};

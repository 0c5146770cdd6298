import { registry } from '#exercises/registry.ts';
import { readContent, type Case, type Exercise } from './content.ts';
import { readFolder } from './files.ts';

/**
 * All content, read and checked once for the whole build.
 *
 * @throws {ContentError} with every problem, when any file is not fit for use
 */
export const course = readContent(readFolder(process.env['CONTENT'] ?? 'content'), registry);

/** The case with this slug; the content check has made sure that exercises name one that is there. */
export function caseOf(slug: string): Case {
  const found = course.cases.find((each) => each.slug === slug);
  if (!found) throw new RangeError(`There is no case "${slug}".`);
  return found;
}

/** The exercises on a case, in the order of the work: sorting before marking. */
export function exercisesOf(slug: string): Exercise[] {
  return course.exercises.filter((exercise) => exercise.spec.case === slug).sort((a, b) => a.spec.minutes - b.spec.minutes);
}

import type { Claim } from '#domain/claim.ts';
import type { BaseSpec, Material } from '#exercises/contract.ts';
import { registry } from '#exercises/registry.ts';
import { keyOf, readContent, type Case } from './content.ts';
import { readFolder } from './files.ts';

/**
 * All content, read and checked once for the whole build.
 *
 * @throws {ContentError} with every problem, when any file is not fit for use
 */
export const course = readContent(readFolder(process.env['CONTENT'] ?? 'content'), registry);

/** An exercise with all that its page needs. */
export interface SetExercise {
  readonly id: string;
  readonly spec: BaseSpec;
  readonly material: Material;
  /** The key of the claims it asks about, in its order. */
  readonly claims: readonly Claim[];
}

/** The exercises of the course. */
export const exercises: readonly (SetExercise & { readonly case: Case })[] = course.exercises.map(
  ({ id, spec }) => {
    const its = caseOf(spec.case);
    return { id, spec, case: its, material: its, claims: keyOf(its, claimsAsked(spec, its)) };
  },
);

/** One example of each exercise type, for the gallery. */
export const examples: readonly (SetExercise & { readonly type: string })[] = Object.entries(registry).map(
  ([type, { example }]) => ({
    id: `gallery-${type}`,
    type,
    spec: example.spec,
    material: { ...example, dossier: example.dossier ?? [] },
    claims: keyOf(example, claimsAsked(example.spec, { ...example, dossier: [] })),
  }),
);

/** The exercises on a case, in the order of the work: the short ones first. */
export function exercisesOf(slug: string): readonly SetExercise[] {
  return exercises.filter(({ spec }) => spec.case === slug).sort((a, b) => a.spec.minutes - b.spec.minutes);
}

function caseOf(slug: string): Case {
  const found = course.cases.find((each) => each.slug === slug);
  if (!found) throw new RangeError(`There is no case "${slug}".`);
  return found;
}

function claimsAsked(spec: BaseSpec, { article }: Material): readonly string[] {
  return registry[spec.type]!.type.claims(spec, article);
}

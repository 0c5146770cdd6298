import type { Article } from '#domain/article.ts';
import type { Assignment, ExerciseStep } from '#domain/assignment.ts';
import type { ClaimId } from '#domain/claim.ts';
import { labels } from '#domain/label.ts';
import type { ItemId } from '#domain/mark.ts';
import type { BaseSpec, ExerciseType, Key, Setting } from '#exercises/contract.ts';

/**
 * An exercise as `step` of `assignment` sets it. The learner's page asks by it, and the teacher's page marks by it.
 *
 * @param shuffle puts what is asked into the learner's own order; marking needs none
 */
export function setBy<Spec extends BaseSpec>(
  type: Pick<ExerciseType<Spec, unknown>, 'set'>,
  spec: Spec,
  assignment: Assignment,
  step: ExerciseStep,
  shuffle?: Setting['shuffle'],
): Spec {
  if (!type.set) return spec;
  return type.set(spec, {
    claims: step.claims,
    labels:
      step.labels === undefined
        ? undefined
        : labels.filter((label) => step.labels === 4 || label !== 'no-source-shown'),
    sure: step.sure,
    shuffle: assignment.shuffled ? shuffle : undefined,
  });
}

/** An exercise as it is set: the key to what is asked, and to nothing else. */
export interface AsSet {
  readonly key: Key<BaseSpec>;
  /** What is asked, in order. */
  readonly items: readonly ItemId[];
  /** The claims that the teacher chose and the article no longer has. */
  readonly missing: readonly ClaimId[];
}

/** `key` to an exercise, made the key to what `step` sets of it: see {@link setBy}. */
export function keyAsSet(
  type: ExerciseType<BaseSpec, unknown>,
  key: Key<BaseSpec>,
  article: Article,
  assignment: Assignment,
  step: ExerciseStep,
  shuffle?: Setting['shuffle'],
): AsSet {
  const spec = setBy(type, key.spec, assignment, step, shuffle);
  const items = type.items(spec, article);
  const claims = type.claims(spec, article);
  return {
    key: { ...key, spec, claims: claims.flatMap((id) => key.claims.find((claim) => claim.id === id) ?? []) },
    items,
    missing: type.set ? (step.claims ?? []).filter((claim) => !items.includes(claim)) : [],
  };
}

/** The minutes for `some` of the `all` claims of an exercise that takes `minutes`: their share, rounded up, never more. */
export function shareOf(minutes: number, some: number, all: number): number {
  return Math.ceil((minutes * Math.min(some, all)) / all);
}

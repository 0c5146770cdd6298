import type { Assignment, ExerciseStep } from '#domain/assignment.ts';
import { labels } from '#domain/label.ts';
import type { BaseSpec, ExerciseType, Setting } from '#exercises/contract.ts';

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

/** The minutes for `some` of the `all` claims of an exercise that takes `minutes`: their share, rounded up, never more. */
export function shareOf(minutes: number, some: number, all: number): number {
  return Math.ceil((minutes * Math.min(some, all)) / all);
}

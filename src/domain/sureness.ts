import type { ReadOut } from './readout.ts';

/** How a learner's sureness went with being right. */
export type Calibration = 'not-asked' | 'too-few' | 'surer-than-right' | 'less-sure-than-right' | 'in-step';

/** Nominal chance of being right at each step of sureness, 1 to 4. */
export const nominal = [0.25, 0.5, 0.75, 0.95] as const;

/** A gap between sureness and rightness smaller than this is called in step: with few answers less is noise. */
const tolerance = 0.12;

/** The mean {@link nominal} chance of answers, 0 to 1: how many of them should be right. Of at least one answer. */
export function meanSureness(steps: ReadOut['sureness']): number {
  const of = steps.reduce((sum, step) => sum + step.of, 0);
  return steps.reduce((sum, step) => sum + step.of * nominal[step.sure - 1]!, 0) / of;
}

/**
 * Compares mean sureness with the share of right answers: the over-confidence score of Lichtenstein and Fischhoff
 * (1977), mean(confidence) − proportion correct.
 */
export function calibration(steps: ReadOut['sureness']): Calibration {
  const of = steps.reduce((sum, step) => sum + step.of, 0);
  if (of === 0) return 'not-asked';
  if (of < 8) return 'too-few';
  const right = steps.reduce((sum, step) => sum + step.right, 0) / of;
  const sure = meanSureness(steps);
  if (sure - right > tolerance) return 'surer-than-right';
  return right - sure > tolerance ? 'less-sure-than-right' : 'in-step';
}

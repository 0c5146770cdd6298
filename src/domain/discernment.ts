import type { LabelMark } from './mark.ts';

/**
 * How often claims that deserve doubt were doubted (hits) and claims that deserve none were doubted all the same
 * (false alarms).
 */
export interface Doubts {
  readonly hits: number;
  /** Claims that deserve doubt. */
  readonly signals: number;
  readonly falseAlarms: number;
  /** Claims that deserve none. */
  readonly noises: number;
}

/**
 * What marked claims count as: doubt is any label but "sourced claim", and whatever has another label in the key deserves
 * it. Disputed claims and those left out count nowhere.
 *
 * @param marks of one learner, or of a class. Those of a class pool learners who draw the line in different places,
 *   which makes d′ a little too small (Macmillan and Kaplan 1985, "Detection theory analysis of group data")
 */
export function doubtsIn(marks: readonly LabelMark[]): Doubts {
  const counted = marks.filter(({ scored, answered }) => scored && answered);
  const doubted = counted.filter(({ label }) => label !== 'sourced-claim');
  const deserving = (some: readonly LabelMark[]) => some.filter(({ key }) => key !== 'sourced-claim').length;
  return {
    hits: deserving(doubted),
    signals: deserving(counted),
    falseAlarms: doubted.length - deserving(doubted),
    noises: counted.length - deserving(counted),
  };
}

/** Fewer claims of either sort than this say nothing: for a class, or for a learner over several tests. */
export const enoughClaims = 20;

/**
 * Sensitivity d′ and criterion c of signal detection, with the log-linear correction (Hautus 1995, "Corrections for
 * extreme proportions and their biasing effects on estimated values of d′"): 0.5 is added to the counts and 1 to the
 * totals. With H and F the corrected rates and Φ⁻¹ the normal quantile, d′ = Φ⁻¹(H) − Φ⁻¹(F) and
 * c = −(Φ⁻¹(H) + Φ⁻¹(F))/2 (Macmillan and Creelman 2005). d′ = 0 is telling nothing apart; c > 0 is trusting readily,
 * c < 0 doubting readily.
 *
 * @returns undefined with fewer than {@link enoughClaims} claims of either sort
 */
export function discernment({
  hits,
  signals,
  falseAlarms,
  noises,
}: Doubts): { readonly sensitivity: number; readonly criterion: number } | undefined {
  if (signals < enoughClaims || noises < enoughClaims) return undefined;
  const hit = quantile((hits + 0.5) / (signals + 1));
  const alarm = quantile((falseAlarms + 0.5) / (noises + 1));
  return { sensitivity: hit - alarm, criterion: -(hit + alarm) / 2 };
}

/**
 * The normal quantile Φ⁻¹(p), 0 < p < 1, by Acklam's rational approximation (relative error below 1.15·10⁻⁹).
 */
export function quantile(p: number): number {
  const a = [
    -39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716,
    2.506628277459239,
  ] as const;
  const b = [
    -54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572,
  ] as const;
  const c = [
    -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
    2.938163982698783,
  ] as const;
  const d = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416] as const;
  const tail = (x: number) =>
    (((((c[0] * x + c[1]) * x + c[2]) * x + c[3]) * x + c[4]) * x + c[5]) /
    ((((d[0] * x + d[1]) * x + d[2]) * x + d[3]) * x + 1);
  if (p < 0.02425) return tail(Math.sqrt(-2 * Math.log(p)));
  if (p > 1 - 0.02425) return -tail(Math.sqrt(-2 * Math.log(1 - p)));
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q) /
    (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1)
  );
}

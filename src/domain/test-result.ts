import type { LabelMark } from './mark.ts';
import type { Share } from './gain.ts';
import { readOut } from './readout.ts';

/** So many of so many. */
export interface CountOf {
  readonly n: number;
  readonly of: number;
}

/** What one ten-claim test shows: how many are as the key has them, and the two sorts of mistakes apart. */
export interface TestResult extends Share {
  /** Taken for sourced although nobody stands behind them, of all that were answered and deserve no such trust. */
  readonly trusted: CountOf;
  /** Doubted although they were fine, of all that were answered and were fine: sourced claims and plain background. */
  readonly doubted: CountOf;
}

/** The {@link TestResult} of a marked test. Disputed and unanswered claims count nowhere. */
export function testResult(marks: readonly LabelMark[]): TestResult {
  const counted = marks.filter((mark) => mark.scored && mark.answered);
  const out = readOut(marks);
  return {
    right: out.right,
    of: out.answered,
    trusted: { n: out.trusted.length, of: counted.filter(({ key }) => key !== 'sourced-claim').length },
    doubted: {
      n: out.doubted.length,
      of: counted.filter(({ key }) => key === 'sourced-claim' || key === 'no-source-shown').length,
    },
  };
}

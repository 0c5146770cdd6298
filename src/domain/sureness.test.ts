import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibration, meanSureness, type Calibration } from './sureness.ts';

/** Steps 1 to 4, each as [right, of]. */
type Steps = readonly (readonly [right: number, of: number])[];

const steps = (counts: Steps) =>
  ([1, 2, 3, 4] as const).map((sure, index) => ({ sure, right: counts[index]![0], of: counts[index]![1] }));

const none = [0, 0] as const;

describe('sureness and being right', () => {
  test.each<[string, Steps, Calibration]>([
    ['no answer says how sure', [none, none, none, none], 'not-asked'],
    ['seven answers do', [none, none, none, [0, 7]], 'too-few'],
    ['eight answers do', [none, none, none, [0, 8]], 'surer-than-right'],
    ['very sure and always right', [none, none, none, [20, 20]], 'in-step'],
    ['very sure and right in 17 of 20', [none, none, none, [17, 20]], 'in-step'],
    ['very sure and right in 16 of 20', [none, none, none, [16, 20]], 'surer-than-right'],
    ['fairly sure and right in 13 of 20', [none, none, [13, 20], none], 'in-step'],
    ['fairly sure and right in 12 of 20', [none, none, [12, 20], none], 'surer-than-right'],
    ['fairly sure and right in 18 of 20', [none, none, [18, 20], none], 'less-sure-than-right'],
    ['not very sure and right in 12 of 20', [none, [12, 20], none, none], 'in-step'],
    ['not very sure and right in 13 of 20', [none, [13, 20], none, none], 'less-sure-than-right'],
    ['guesses, right as often as chance has it', [[5, 20], none, none, none], 'in-step'],
    ['guesses, right in 8 of 20', [[8, 20], none, none, none], 'less-sure-than-right'],
    [
      'mixed: sure 12 of 20 on average, right 12',
      [
        [2, 6],
        [3, 4],
        [3, 4],
        [4, 6],
      ],
      'in-step',
    ],
    [
      'mixed: sure 12 of 20 on average, right 9',
      [
        [0, 6],
        [2, 4],
        [3, 4],
        [4, 6],
      ],
      'surer-than-right',
    ],
  ])('%s', (_, counts, expected) => {
    expect(calibration(steps(counts))).toBe(expected);
  });

  test('mean sureness weighs each step by its answers: 25, 50, 75 and 95 in a hundred', () => {
    expect(
      meanSureness(
        steps([
          [0, 1],
          [0, 1],
          [0, 1],
          [0, 1],
        ]),
      ),
    ).toBeCloseTo(0.6125);
    expect(meanSureness(steps([[0, 3], none, none, [0, 1]]))).toBeCloseTo(0.425);
  });

  test('more right answers never make a learner look surer than right', () => {
    const order: readonly Calibration[] = ['surer-than-right', 'in-step', 'less-sure-than-right'];
    const step = fc.integer({ min: 2, max: 15 }).chain((of) => fc.tuple(fc.nat(of - 1), fc.constant(of)));
    fc.assert(
      fc.property(fc.tuple(step, step, step, step), fc.nat(3), (counts, at) => {
        const better = counts.map(([right, of], index) => [right + Number(index === at), of] as const);
        const [before, after] = [calibration(steps(counts)), calibration(steps(better))];
        expect(order.indexOf(before)).toBeGreaterThanOrEqual(0);
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before));
      }),
    );
  });
});

import { field, type Answer } from '#domain/answer.ts';
import { markOf, type WordedMark } from '#domain/mark.ts';
import type { ExerciseType } from '../contract.ts';
import { verdicts, verdictWords, type Verdict } from './verdict.ts';
import { readings } from './number.ts';
import type { Spec } from './schema.ts';

/** What a learner works out and judges. */
export interface Question {
  readonly sums: readonly {
    readonly id: string;
    readonly name: string;
    readonly given: readonly {
      readonly what: string;
      readonly value: string;
      readonly from: string | undefined;
    }[];
    readonly ask: string;
    readonly unit: string;
    readonly claim: string;
    readonly compare: string;
  }[];
}

type Type = ExerciseType<Spec, Question, WordedMark>;
type Asked = Spec['sums'][number];

export const main: Type['main'] = 'number';

export const claims: Type['claims'] = () => [];

export const items: Type['items'] = (spec) => spec.sums.map(({ id }) => id);

export const ask: Type['ask'] = (spec) => ({
  sums: spec.sums.map(({ id, name, given, ask, unit, claim, compare }) => ({
    id,
    name,
    given: given.map(({ what, value, from }) => ({ what, value, from })),
    ask,
    unit,
    claim,
    compare,
  })),
});

/**
 * All or nothing: the number within its tolerance, and what follows from it. A number that cannot be read counts as
 * left out, never as wrong.
 */
export const mark: Type['mark'] = (spec, _claims, answer) =>
  markOf(
    spec.sums.map((asked) => {
      const written = answer[field(main, asked.id)]?.trim() ?? '';
      const numbers = readings(written);
      const verdict = verdictIn(answer, asked.id);
      const answered = numbers.length > 0;
      const right = near(numbers, asked.answer, asked) && verdict === asked.verdict;
      return {
        item: asked.id,
        answered,
        scored: true,
        earned: right ? 1 : 0,
        possible: 1,
        yours: answered
          ? `${written} ${asked.unit} · ${verdict ? verdictWords[verdict].name : 'no verdict'}`
          : undefined,
        key: keyOf(asked),
        reasons: [
          ...(answered || written === ''
            ? []
            : [
                `You wrote “${written}”, which we could not read as one number. So it counts as left out, not as wrong.`,
              ]),
          asked.working,
          ...(near(numbers, asked.answer, asked)
            ? []
            : asked.slips.filter((slip) => near(numbers, slip.answer, asked)).map(({ why }) => why)),
          asked.why,
          ...(verdict && verdict !== asked.verdict ? [notThat(asked, verdict)] : []),
        ],
      };
    }),
  );

export const keySheet: Type['keySheet'] = (spec) =>
  spec.sums.map((asked) => ({
    item: asked.id,
    about: `${asked.ask} ${asked.claim}`,
    key: keyOf(asked),
    reasons: [
      asked.working,
      ...asked.slips.map(({ answer, why }) => `If it came to ${answer}: ${why}`),
      asked.why,
      ...verdicts.filter((verdict) => asked.whyNot[verdict]).map((verdict) => notThat(asked, verdict)),
    ],
  }));

function verdictIn(answer: Answer, item: string): Verdict | undefined {
  return verdicts.find((verdict) => answer[field('verdict', item)] === verdict);
}

/** Whether one of the numbers that a learner may mean is `aim`, or as close to it as `within` allows. */
function near(numbers: readonly number[], aim: number, { within }: Asked): boolean {
  // A little more than that, because fractions are not exact in a computer: 130.6 − 130.5 is over 0.1.
  return numbers.some((number) => Math.abs(number - aim) <= within + 1e-9);
}

function keyOf({ answer, unit, verdict }: Asked): string {
  return `${answer} ${unit} · ${verdictWords[verdict].key}`;
}

function notThat({ whyNot }: Asked, verdict: Verdict): string {
  return `Not ${verdict}: ${whyNot[verdict]}`;
}

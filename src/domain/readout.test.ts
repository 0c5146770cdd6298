import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mulberry32 } from './chance.ts';
import { labels, type Label } from './label.ts';
import type { LabelMark } from './mark.ts';
import { readOut, skill, type Band } from './readout.ts';
import { claimKey, labelEach, marksOf } from './samples/claims.ts';
import {
  exercises,
  expert,
  keyWith,
  learnerTables,
  mean,
  oneLabelLearners,
  random,
  readOuts,
  slippingExpert,
} from './samples/learners.ts';

const anyLabel = fc.constantFrom(...labels);

/** Claims of which some are disputed and some left out. */
const anyClaims = fc.array(
  fc.record({
    key: anyLabel,
    given: fc.option(anyLabel, { nil: undefined }),
    scored: fc.boolean(),
    chosen: fc.constantFrom('', 'writer', 'shoigu'),
    sure: fc.constantFrom('', '1', '2', '3', '4'),
  }),
  { maxLength: 60 },
);

type Claims = readonly {
  key: Label;
  given?: Label | undefined;
  scored?: boolean;
  chosen?: string;
  sure?: string;
}[];

function marked(claims: Claims): readonly LabelMark[] {
  const key = claims.map((claim, index) =>
    claimKey(`c${index}`, claim.key, { scored: claim.scored ?? true }),
  );
  const extras = claims.flatMap((claim, index) => [
    [`says:c${index}`, claim.chosen ?? ''],
    [`sure:c${index}`, claim.sure ?? ''],
  ]);
  return marksOf(key, {
    ...labelEach(key, (_, index) => claims[index]!.given),
    ...Object.fromEntries(extras),
  });
}

/** Marks with `right` of `of` recognised for each label, the rest given the next label that occurs. */
function recalled(counts: readonly (readonly [key: Label, right: number, of: number])[]) {
  return marked(
    counts.flatMap(([key, right, of], index) =>
      Array.from({ length: of }, (_, at) => ({
        key,
        given: at < right ? key : counts[(index + 1) % counts.length]![0],
      })),
    ),
  );
}

/** How many claims of each label, with at least two labels that occur. */
const anyCounts = fc
  .record(
    Object.fromEntries(labels.map((label) => [label, fc.nat(20)])) as Record<Label, fc.Arbitrary<number>>,
  )
  .filter((counts) => labels.filter((label) => counts[label] > 0).length > 1);

describe('skill', () => {
  test('of whoever gives every claim the same of the occurring labels is exactly 0, however often it occurs', () => {
    fc.assert(
      fc.property(anyCounts, anyLabel, (counts, label) => {
        fc.pre(counts[label] > 0);
        const key = keyWith(counts);
        expect(
          readOut(
            marksOf(
              key,
              labelEach(key, () => label),
            ),
          ).skill,
        ).toBe(0);
      }),
    );
  });

  test('of whoever is right throughout is exactly 1, and nobody gets more', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const key = keyWith(counts);
        expect(
          readOut(
            marksOf(
              key,
              labelEach(key, (claim) => claim.label),
            ),
          ).skill,
        ).toBe(1);
      }),
    );
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const { skill: value } = readOut(marked(claims));
        expect(value).toBeGreaterThanOrEqual(-1);
        expect(value).toBeLessThanOrEqual(1);
      }),
    );
  });

  test.each([
    [
      'two labels, 3 of 4 and 1 of 2',
      [
        [3, 4],
        [1, 2],
      ],
      0.25,
    ],
    [
      'two labels swapped',
      [
        [0, 4],
        [0, 7],
      ],
      -1,
    ],
    [
      'three labels, none right',
      [
        [0, 4],
        [0, 7],
        [0, 1],
      ],
      -0.5,
    ],
    [
      'four labels, 1, ½, ½ and 0',
      [
        [6, 6],
        [1, 2],
        [5, 10],
        [0, 3],
      ],
      1 / 3,
    ],
    [
      'a label that does not occur',
      [
        [3, 4],
        [0, 0],
        [1, 2],
      ],
      0.25,
    ],
    [
      'one label only, all right',
      [
        [9, 9],
        [0, 0],
      ],
      0,
    ],
    ['nothing', [], 0],
  ])('%s', (_, counts, expected) => {
    expect(
      skill(counts.map(([right, of], index) => ({ label: labels[index]!, right: right!, of: of! }))),
    ).toBeCloseTo(expected, 12);
  });
});

describe('bands', () => {
  test.each<[string, ReturnType<typeof recalled>, Band]>([
    [
      'skill 0.25',
      recalled([
        ['opinion', 20, 20],
        ['sourced-claim', 5, 20],
      ]),
      'start',
    ],
    [
      'skill 0.3',
      recalled([
        ['opinion', 20, 20],
        ['sourced-claim', 6, 20],
      ]),
      'on-the-way',
    ],
    [
      'skill 0.55',
      recalled([
        ['opinion', 20, 20],
        ['sourced-claim', 11, 20],
      ]),
      'on-the-way',
    ],
    [
      'skill 0.6',
      recalled([
        ['opinion', 20, 20],
        ['sourced-claim', 12, 20],
      ]),
      'good',
    ],
    [
      'skill 0.8',
      recalled([
        ['opinion', 20, 20],
        ['sourced-claim', 16, 20],
      ]),
      'good',
    ],
    [
      'skill 0.85',
      recalled([
        ['opinion', 20, 20],
        ['sourced-claim', 17, 20],
      ]),
      'strong',
    ],
    [
      'skill −1',
      recalled([
        ['opinion', 0, 4],
        ['sourced-claim', 0, 4],
      ]),
      'start',
    ],
    [
      'seven answers',
      recalled([
        ['opinion', 4, 4],
        ['sourced-claim', 3, 3],
      ]),
      'too-few',
    ],
    [
      'eight answers',
      recalled([
        ['opinion', 4, 4],
        ['sourced-claim', 4, 4],
      ]),
      'strong',
    ],
    ['ten answers that met one label only', recalled([['sourced-claim', 10, 10]]), 'too-few'],
    ['no answer', [], 'too-few'],
  ])('%s', (_, marks, expected) => {
    expect(readOut(marks).band).toBe(expected);
  });
});

describe('a read-out', () => {
  test('counts a small attempt as by hand', () => {
    const out = readOut(
      marked([
        { key: 'sourced-claim', given: 'sourced-claim', chosen: 'writer', sure: '4' },
        { key: 'sourced-claim', given: 'opinion', chosen: 'shoigu', sure: '4' },
        { key: 'opinion', given: 'sourced-claim', sure: '1' },
        { key: 'opinion', given: 'opinion', chosen: 'writer' },
        { key: 'opinion', given: 'opinion', scored: false, chosen: 'writer', sure: '1' },
        { key: 'no-source-shown', chosen: 'writer', sure: '2' },
      ]),
    );
    const zero = { 'sourced-claim': 0, 'unverified-figure': 0, opinion: 0, 'no-source-shown': 0 };
    expect(out).toEqual({
      right: 2,
      answered: 4,
      perLabel: [
        { label: 'sourced-claim', right: 1, of: 2 },
        { label: 'unverified-figure', right: 0, of: 0 },
        { label: 'opinion', right: 1, of: 2 },
        { label: 'no-source-shown', right: 0, of: 0 },
      ],
      confusion: {
        'sourced-claim': { ...zero, 'sourced-claim': 1, opinion: 1 },
        'unverified-figure': zero,
        opinion: { ...zero, 'sourced-claim': 1, opinion: 1 },
        'no-source-shown': zero,
      },
      doubted: ['c1'],
      trusted: ['c2'],
      skill: 0,
      band: 'too-few',
      says: { right: 2, of: 3 },
      sureness: [
        { sure: 1, right: 0, of: 1 },
        { sure: 2, right: 0, of: 0 },
        { sure: 3, right: 0, of: 0 },
        { sure: 4, right: 1, of: 2 },
      ],
    });
  });

  test('calls it doubt or trust by the key and the label given', () => {
    const table = labels.map((key) =>
      labels.map((given) => {
        const { doubted, trusted } = readOut(marked([{ key, given }]));
        return `${doubted.length ? 'doubted' : ''}${trusted.length ? 'trusted' : ''}` || '–';
      }),
    );
    expect(table).toEqual([
      ['–', 'doubted', 'doubted', 'doubted'],
      ['trusted', '–', '–', '–'],
      ['trusted', '–', '–', '–'],
      ['trusted', 'doubted', 'doubted', '–'],
    ]);
  });

  test('adds up, and no right answer is called doubt or trust', () => {
    fc.assert(
      fc.property(anyClaims, (claims) => {
        const marks = marked(claims);
        const out = readOut(marks);
        const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
        const cells = labels.flatMap((key) => labels.map((given) => out.confusion[key][given]));
        expect(sum(cells)).toBe(out.answered);
        expect(sum(labels.map((label) => out.confusion[label][label]))).toBe(out.right);
        expect(sum(out.perLabel.map((score) => score.of))).toBe(out.answered);
        expect(sum(out.perLabel.map((score) => score.right))).toBe(out.right);
        for (const { label, right, of } of out.perLabel) {
          expect(right).toBe(out.confusion[label][label]);
          expect(of).toBe(sum(Object.values(out.confusion[label])));
        }
        expect(sum(out.sureness.map((step) => step.of))).toBe(
          claims.filter(({ scored, given, sure }) => scored && given && sure).length,
        );
        const named = [...out.doubted, ...out.trusted];
        expect(new Set(named).size).toBe(named.length);
        const wrong = marks
          .filter((mark) => mark.scored && mark.label && !mark.earned)
          .map((mark) => mark.item);
        expect(wrong).toEqual(expect.arrayContaining(named));
      }),
    );
  });

  test('is the same in whatever order the marks come', () => {
    const shuffled = anyClaims.chain((claims) => {
      const marks = marked(claims);
      return fc.tuple(
        fc.constant(marks),
        fc.shuffledSubarray([...marks], { minLength: marks.length, maxLength: marks.length }),
      );
    });
    const unordered = (marks: readonly LabelMark[]) => {
      const out = readOut(marks);
      return { ...out, doubted: new Set(out.doubted), trusted: new Set(out.trusted) };
    };
    fc.assert(
      fc.property(shuffled, ([marks, again]) => {
        expect(unordered(again)).toEqual(unordered(marks));
      }),
    );
  });

  test('does not change with a disputed claim or one left out', () => {
    const outside = fc.oneof(
      fc.record({
        key: anyLabel,
        given: anyLabel,
        scored: fc.constant(false),
        chosen: fc.constant('writer'),
        sure: fc.constant('4'),
      }),
      fc.record({
        key: anyLabel,
        given: fc.constant(undefined),
        chosen: fc.constant('writer'),
        sure: fc.constant('4'),
      }),
    );
    const answered = fc.record({ key: anyLabel, given: anyLabel });
    fc.assert(
      fc.property(fc.array(answered, { minLength: 1 }), fc.array(outside), (claims, more) => {
        expect(readOut(marked([...claims, ...more]))).toEqual(readOut(marked(claims)));
      }),
    );
  });
});

describe.each(Object.entries(exercises))('simulated learners on %s', (_, key) => {
  const occurring = labels.filter((label) => key.some((claim) => claim.label === label));
  const skills = (outs: ReturnType<typeof readOuts>) => outs.map((out) => out.skill);

  test.each(occurring)('whoever always says %s has skill 0 and stands at the start', (label) => {
    const [out] = readOuts(oneLabelLearners[label], key, mulberry32(1));
    expect(out).toMatchObject({ answered: key.length, skill: 0, band: 'start' });
  });

  test('whoever answers at random has a mean skill of nearly 0', () => {
    expect(Math.abs(mean(skills(readOuts(random, key, mulberry32(7)))))).toBeLessThan(0.05);
  });

  test('the expert has skill 1 and is strong', () => {
    expect(readOuts(expert, key, mulberry32(1))).toMatchObject([
      { skill: 1, band: 'strong', doubted: [], trusted: [] },
    ]);
  });

  test('the expert who slips has a mean skill between 0.6 and 0.85', () => {
    const value = mean(skills(readOuts(slippingExpert, key, mulberry32(7))));
    expect(value).toBeGreaterThan(0.6);
    expect(value).toBeLessThan(0.85);
  });
});

test('the table of learners in README.md is the computed one', () => {
  const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
  const [, table] = readme.split(/<!-- \/?learners -->/);
  expect(table?.trim()).toBe(learnerTables());
});

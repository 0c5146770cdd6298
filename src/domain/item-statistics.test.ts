import { describe, expect, test } from 'vitest';
import { mulberry32 } from './chance.ts';
import { enoughAnswers, itemStatistics, type Score } from './item-statistics.ts';
import { outcome } from './mark.ts';
import { marksOf } from './samples/claims.ts';
import { classOfSkill, keyWith, mean, random } from './samples/learners.ts';

/**
 * Section 6 of a Law School Admission Test, five questions answered by 1,000 people: how many gave each pattern of right
 * and wrong answers (Bock and Lieberman 1970, "Fitting a response model for n dichotomously scored items").
 */
const lsat =
  '00000:3 00001:6 00010:2 00011:11 00100:1 00101:1 00110:3 00111:4 01000:1 01001:8 01011:16 01101:3 01110:2 ' +
  '01111:15 10000:10 10001:29 10010:14 10011:81 10100:3 10101:28 10110:15 10111:80 11000:16 11001:56 11010:21 ' +
  '11011:173 11100:11 11101:61 11110:28 11111:298';

const scores: Score[][] = lsat.split(' ').flatMap((counted) => {
  const [pattern, count] = counted.split(':') as [string, string];
  return Array.from({ length: Number(count) }, () =>
    [...pattern].map((each): Score => (each === '1' ? 1 : 0)),
  );
});

describe('on published answers to a test', () => {
  // Rizopoulos 2006, "ltm: An R package for latent variable modeling and item response theory analyses", section 3.
  test('facility and discrimination are as published', () => {
    const found = itemStatistics(scores);
    expect(found.map(({ facility }) => facility.right / facility.of)).toEqual([
      0.924, 0.709, 0.553, 0.763, 0.87,
    ]);
    for (const [item, published] of [0.1128, 0.1531, 0.1727, 0.1444, 0.1215].entries())
      expect(found[item]!.discrimination).toBeCloseTo(published, 3);
  });
});

test('what was left out counts for nothing, and neither helps nor harms', () => {
  const some: Score[][] = [
    [1, 1, undefined],
    [0, undefined, 0],
    [1, undefined, undefined],
  ];
  expect(itemStatistics(some).map(({ facility }) => facility)).toEqual([
    { right: 2, of: 3 },
    { right: 1, of: 1 },
    { right: 0, of: 1 },
  ]);
});

test('no discrimination is told of a few answers, where all did the same, or where there is nothing to compare with', () => {
  const learner = (at: number): Score[] => [at % 2 === 0 ? 1 : 0, at % 2 === 0 ? 1 : 0, 1];
  const few = Array.from({ length: enoughAnswers - 1 }, (_, at) => learner(at));
  expect(itemStatistics(few).map(({ discrimination }) => discrimination)).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const enough = Array.from({ length: enoughAnswers }, (_, at) => learner(at));
  expect(itemStatistics(enough)[0]!.discrimination).toBeCloseTo(1);
  expect(itemStatistics(enough)[2]!.discrimination).toBeUndefined();
  expect(itemStatistics(enough.map(([score]) => [score]))[0]!.discrimination).toBeUndefined();
  expect(itemStatistics([])).toEqual([]);
});

describe('on ten claims and classes of several sizes', () => {
  const key = keyWith({ 'sourced-claim': 3, 'unverified-figure': 3, opinion: 2, 'no-source-shown': 2 });
  const difficulties = key.map((_, at) => (at - 4.5) / 3);
  const chance = mulberry32(11);
  const classOf = (learners: number, spread = 1) => {
    const skills = Array.from({ length: learners }, () => spread * (chance() * 3 - 1));
    return classOfSkill(skills, difficulties, key, chance).map((answer) =>
      marksOf(key, answer).map((mark): Score => (outcome(mark) === 'agrees' ? 1 : 0)),
    );
  };
  const shareOf = (classes: Score[][][], flagged: (reversed: boolean[]) => boolean) =>
    classes.filter((each) => flagged(itemStatistics(each).map(({ reversed }) => reversed))).length /
    classes.length;

  test.each([10, 12, 20, 30])(
    'of %i learners, sound claims are called reversed in one class of twenty at most',
    (n) => {
      const classes = Array.from({ length: 300 }, () => classOf(n));
      expect(shareOf(classes, (reversed) => reversed.includes(true))).toBeLessThan(0.06);
    },
  );

  test('in a class of 30, good and weak, a claim with the wrong key is found as a rule', () => {
    const classes = Array.from({ length: 100 }, () =>
      classOf(30, 2).map((own) => own.map((score, item): Score => (item === 4 ? (score ? 0 : 1) : score))),
    );
    expect(shareOf(classes, (reversed) => reversed[4]!)).toBeGreaterThan(0.8);
  });

  test('one learner alone does not make a claim reversed', () => {
    const table: Score[][] = Array.from({ length: 20 }, (_, at) =>
      at === 0 ? [1, 0, 0, 0, 0] : [0, 1, 1, 1, 1],
    );
    expect(itemStatistics(table)[0]).toMatchObject({ reversed: false });
    expect(itemStatistics(table)[0]!.discrimination).toBeCloseTo(-1);
  });
});

describe('on a class whose skill and claims whose difficulty are known', () => {
  const key = keyWith({
    'sourced-claim': 8,
    'unverified-figure': 8,
    opinion: 7,
    'no-source-shown': 7,
  });
  const spread = (count: number, from: number, to: number) =>
    Array.from({ length: count }, (_, at) => from + ((to - from) * at) / (count - 1));
  const skills = spread(40, -2, 3);
  const difficulties = spread(key.length, -2, 2);
  const chance = mulberry32(5);
  const marks = classOfSkill(skills, difficulties, key, chance).map((answer) => marksOf(key, answer));
  // The last claim is answered by lot.
  const lot = key.length - 1;
  const table = marks.map((own) => {
    const guess = marksOf(key, random.answer(key, chance))[lot]!;
    return [...own.slice(0, lot), guess].map((mark): Score => (outcome(mark) === 'agrees' ? 1 : 0));
  });
  const found = itemStatistics(table);

  test('harder claims have a lower facility', () => {
    const facility = found.slice(0, lot).map(({ facility: { right, of } }) => right / of);
    expect(rankCorrelation(facility, difficulties.slice(0, lot))).toBeLessThan(-0.9);
  });

  test('learners of greater skill have more right', () => {
    const right = table.map((own) => mean(own.map((score) => score ?? 0)));
    expect(rankCorrelation(right, skills)).toBeGreaterThan(0.9);
  });

  test('a claim that is answered by lot tells nobody apart, and the others do', () => {
    const others = found.slice(0, lot).map(({ discrimination }) => discrimination!);
    expect(mean(others)).toBeGreaterThan(0.35);
    expect(Math.abs(found[lot]!.discrimination!)).toBeLessThan(0.3);
  });

  test('a claim with the wrong key stands out by a negative discrimination', () => {
    const middle = 15;
    const turned = table.map((own) =>
      own.map((score, item): Score => (item === middle ? (score ? 0 : 1) : score)),
    );
    const lowest = itemStatistics(turned).reduce(
      (low, { discrimination }, item, all) => (discrimination! < all[low]!.discrimination! ? item : low),
      0,
    );
    expect(lowest).toBe(middle);
    expect(itemStatistics(turned).flatMap(({ reversed }, item) => (reversed ? [item] : []))).toEqual([
      middle,
    ]);
    expect(itemStatistics(turned)[middle]!.discrimination).toBeLessThan(-0.2);
  });
});

/** Spearman's rank correlation, of values of which hardly any are the same. */
function rankCorrelation(some: readonly number[], others: readonly number[]): number {
  const rank = (values: readonly number[]) => {
    const order = values.map((_, at) => at).sort((a, b) => values[a]! - values[b]!);
    return values.map((_, at) => order.indexOf(at));
  };
  const [a, b] = [rank(some), rank(others)];
  const squares = a.reduce((sum, place, at) => sum + (place - b[at]!) ** 2, 0);
  const n = some.length;
  return 1 - (6 * squares) / (n * (n ** 2 - 1));
}

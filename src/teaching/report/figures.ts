import type { Sureness } from '#domain/answer.ts';
import type { ClaimKey } from '#domain/claim.ts';
import { meanGain, type Gain, type Share } from '#domain/gain.ts';
import { itemStatistics, type ItemStatistics } from '#domain/item-statistics.ts';
import { labelWords, type Label } from '#domain/label.ts';
import { outcome, type ItemId, type ItemMark, type LabelMark, type WordedMark } from '#domain/mark.ts';
import type { ReadOut } from '#domain/readout.ts';
import { tally } from '#domain/tally.ts';
import { testResult, type CountOf, type TestResult } from '#domain/test-result.ts';
import { division, handsOf, type Votes } from '#domain/votes.ts';
import type { Learner } from './learners.ts';
import { asksForLabels, labelMarks, type MarkedExercise, type Work } from './marking.ts';

/** Which answers are looked at: those given at first, or those that stood after the second look, where there was one. */
export type Look = 'first' | 'last';

/** The marks of a learner's first go at an exercise; none where there is none. */
export function marksAt(works: readonly Work[], look: Look): readonly ItemMark[] {
  const [work] = works;
  if (!work) return [];
  return (look === 'last' ? (work.revised ?? work.first) : work.first).marks;
}

/** The marks of a whole class, in a row. */
export function classMarks({ works }: MarkedExercise, look: Look): ItemMark[] {
  return works.flatMap((own) => marksAt(own, look));
}

/** How many learners did an exercise. */
export function doneBy({ works }: Pick<MarkedExercise, 'works'>): number {
  return works.filter((own) => marksAt(own, 'first').length > 0).length;
}

/** An answer, and who gave it. */
export interface Given {
  readonly words: string;
  readonly label: Label | undefined;
  readonly right: boolean;
  readonly learners: readonly Learner[];
}

/** What a class shows of one item. */
export interface ItemFigures extends ItemStatistics {
  readonly item: ItemId;
  /** Its place among the items, from 1. */
  readonly number: number;
  readonly about: string;
  /** The key, in words; undefined where there is none. */
  readonly key: string | undefined;
  /** Whether an answer can be right. */
  readonly scored: boolean;
  /** How many answered it. */
  readonly answered: number;
  /** The answers: labels in their order, with those that nobody gave; others with the most frequent first. */
  readonly given: readonly Given[];
}

/** What a class shows of a claim that it was to label. */
export interface ClaimFigures extends ItemFigures {
  readonly claim: ClaimKey;
  readonly votes: Votes;
  /** How far it splits the class, 0 to 1: see {@link division}. Undefined where nobody answered. */
  readonly division: number | undefined;
  /** Where the exercise asked who says it: how many named the one that the key names. */
  readonly says: CountOf;
}

/** The figures of each item of an exercise, in their order. */
export function itemFigures(
  exercise: MarkedExercise,
  learners: readonly Learner[],
  look: Look,
): ItemFigures[] {
  const { items, lines, works, labels } = exercise;
  const table = works.map((own) => {
    const marks = new Map(marksAt(own, look).map((mark) => [mark.item, mark]));
    return items.map((item) => marks.get(item));
  });
  const statistics = itemStatistics(table.map((marks) => marks.map(scoreOf)));
  return items.map((item, at) => {
    const column = table.map((marks) => marks[at]);
    return {
      item,
      number: at + 1,
      about: lines[at]!.about,
      key: lines[at]!.key,
      scored: column.find((mark) => mark !== undefined)?.scored ?? lines[at]!.key !== undefined,
      answered: column.filter((mark) => mark?.answered).length,
      given: givenIn(column, learners, labels),
      ...(statistics[at] ?? { facility: { right: 0, of: 0 }, discrimination: undefined, reversed: false }),
    };
  });
}

/** The figures of each claim of an exercise that asks for labels. */
export function claimFigures(
  exercise: MarkedExercise,
  learners: readonly Learner[],
  look: Look,
): ClaimFigures[] {
  const marks = labelMarks(classMarks(exercise, look));
  const named = marks.filter(({ says }) => says.chosen !== undefined);
  const says = new Map<ItemId, { n: number; of: number }>();
  for (const { item, says: who } of named) {
    const { n, of } = says.get(item) ?? { n: 0, of: 0 };
    says.set(item, { n: n + (who.chosen === who.key ? 1 : 0), of: of + 1 });
  }
  return itemFigures(exercise, learners, look).flatMap((figures) => {
    const claim = exercise.key.claims.find(({ id }) => id === figures.item);
    if (!claim) return [];
    const votes: Votes = Object.fromEntries(
      figures.given.map(({ label, learners: who }) => [label!, who.length]),
    );
    return [
      {
        ...figures,
        claim,
        votes,
        division: division(votes, exercise.labels.length),
        says: says.get(figures.item) ?? { n: 0, of: 0 },
      },
    ];
  });
}

function scoreOf(mark: ItemMark | undefined): 0 | 1 | undefined {
  return mark?.scored && mark.answered ? mark.earned : undefined;
}

function givenIn(
  column: readonly (ItemMark | undefined)[],
  learners: readonly Learner[],
  labels: readonly Label[],
): Given[] {
  const found = new Map<string, { right: boolean; learners: Learner[] }>(
    labels.map((label) => [label, { right: false, learners: [] }]),
  );
  for (const [at, mark] of column.entries()) {
    const answer = (mark as Partial<LabelMark>)?.label ?? (mark as Partial<WordedMark>)?.yours;
    if (!mark?.answered || answer === undefined) continue;
    const same = found.get(answer) ?? { right: false, learners: [] };
    same.learners.push(learners[at]!);
    found.set(answer, { ...same, right: outcome(mark) === 'agrees' });
  }
  const all = [...found].map(([answer, { right, learners: who }]): Given => {
    const label = labels.find((each) => each === answer);
    return { words: label ? labelWords[label].name : answer, label, right, learners: who };
  });
  return labels.length > 0 ? all : all.sort((a, b) => b.learners.length - a.learners.length);
}

/** Fewer answers than this are no split: two who differ have not divided a class. */
export const enoughToSplit = 4;

/** A claim to discuss, and the exercise that it comes from. */
export interface ToDiscuss {
  readonly exercise: MarkedExercise;
  readonly figures: ClaimFigures;
}

/** What to discuss, and what was not looked at for it. */
export interface Discussion {
  readonly claims: readonly ToDiscuss[];
  /** How many claims were left out, as fewer than {@link enoughToSplit} learners answered them. */
  readonly leftOut: number;
  /** How many claims there are, those left out among them. */
  readonly of: number;
}

/**
 * The claims that split the class most, the most divided first; of those that do it alike, those that more have answered.
 * A claim that several exercises ask about stands once. Claims on which all agree are not among them, nor those of tests,
 * whose reasons are kept back until the next.
 */
export function toDiscussFirst(
  exercises: readonly { readonly exercise: MarkedExercise; readonly claims: readonly ClaimFigures[] }[],
  most = 5,
): Discussion {
  const all = exercises
    .filter(({ exercise }) => !exercise.key.spec.sealed)
    .flatMap(({ exercise, claims }) => claims.map((figures) => ({ exercise, figures })));
  const enough = all
    .filter(({ figures }) => figures.answered >= enoughToSplit)
    .sort(
      (a, b) =>
        b.figures.division! - a.figures.division! || handsOf(b.figures.votes) - handsOf(a.figures.votes),
    );
  const name = ({ exercise, figures }: ToDiscuss) => `${exercise.key.spec.case}/${figures.item}`;
  const once = enough.filter((each, at) => enough.findIndex((other) => name(other) === name(each)) === at);
  const of = new Set(all.map(name)).size;
  return {
    claims: once.filter(({ figures }) => figures.division! > 1e-9).slice(0, most),
    leftOut: of - once.length,
    of,
  };
}

/** Surer answers against less sure ones. */
export interface SurerAnswers {
  /** The step from which an answer is one of the surer ones. */
  readonly from: Sureness;
  readonly surer: Share;
  readonly lessSure: Share;
}

/** Fewer answers than this on either side are not compared. */
const enoughOfASide = 8;

/**
 * The answers of a class in two, by how sure they were, so that the smaller part is as large as can be; undefined where
 * even then it is too small to compare.
 */
export function surerAnswers(steps: ReadOut['sureness']): SurerAnswers | undefined {
  const sum = (some: ReadOut['sureness']): Share => ({
    right: some.reduce((all, { right }) => all + right, 0),
    of: some.reduce((all, { of }) => all + of, 0),
  });
  const [best] = ([2, 3, 4] as const)
    .map((from) => ({
      from,
      surer: sum(steps.filter(({ sure }) => sure >= from)),
      lessSure: sum(steps.filter(({ sure }) => sure < from)),
    }))
    .sort((a, b) => smaller(b) - smaller(a));
  return best && smaller(best) >= enoughOfASide ? best : undefined;
}

function smaller({ surer, lessSure }: SurerAnswers): number {
  return Math.min(surer.of, lessSure.of);
}

/** What a second look changed, of answers given both times. */
export interface Revision {
  /** How many learners took a second look. */
  readonly learners: number;
  /** Of those that first differed from the key: how many were put right. */
  readonly mended: CountOf;
  /** Of those that first were as the key has them: how many no longer were. */
  readonly lost: CountOf;
}

/** What second looks changed; undefined where nobody took one, or nothing has a right answer. */
export function revisionOf({ works }: Pick<MarkedExercise, 'works'>): Revision | undefined {
  const mended = { n: 0, of: 0 };
  const lost = { n: 0, of: 0 };
  let learners = 0;
  for (const [work] of works) {
    if (!work?.revised) continue;
    learners += 1;
    const after = new Map(work.revised.marks.map((mark) => [mark.item, mark]));
    for (const mark of work.first.marks) {
      const now = after.get(mark.item);
      if (!mark.scored || !mark.answered || !now?.answered) continue;
      const change = mark.earned === 1 ? lost : mended;
      change.of += 1;
      if (mark.earned !== now.earned) change.n += 1;
    }
  }
  return mended.of + lost.of === 0 ? undefined : { learners, mended, lost };
}

/** What a learner did over a whole assignment. */
export interface Standing {
  readonly learner: Learner;
  /** How many of the exercises. */
  readonly done: CountOf;
  /** Answers as the key has them; what has no right answer counts nowhere. */
  readonly share: Share;
  readonly leftOut: number;
  /** The two ways to be wrong, where labels were asked for. */
  readonly trusted: CountOf;
  readonly doubted: CountOf;
}

/** What each learner did, in the order of the learners. */
export function standingsOf(
  exercises: readonly MarkedExercise[],
  learners: readonly Learner[],
  look: Look,
): Standing[] {
  return learners.map((learner, at) => {
    const own = exercises.map((exercise) => ({ exercise, marks: marksAt(exercise.works[at]!, look) }));
    const done = own.filter(({ marks }) => marks.length > 0);
    const sum = tally(done.flatMap(({ marks }) => marks));
    const labelled = done.filter(({ exercise }) => asksForLabels(exercise));
    const { trusted, doubted } = testResult(labelled.flatMap(({ marks }) => labelMarks(marks)));
    return {
      learner,
      done: { n: done.length, of: exercises.length },
      share: { right: sum?.right ?? 0, of: sum?.of ?? 0 },
      leftOut: sum?.leftOut ?? 0,
      trusted,
      doubted,
    };
  });
}

/** One learner's first and last test of those that an assignment contains. */
export interface TestPair {
  readonly learner: Learner;
  readonly before: TestResult & { readonly title: string };
  readonly after: TestResult & { readonly title: string };
}

/** What the tests of an assignment show: before against after, learner by learner and for the class. */
export interface TestsFigures {
  readonly pairs: readonly TestPair[];
  /** How many took one test only. */
  readonly single: number;
  /** All answers of those who took both. */
  readonly before: Share;
  readonly after: Share;
  /** The mean gain of those who took both; undefined where they are too few. */
  readonly gain: Gain | undefined;
  /** Whether all of them took the tests in the same order, so that a harder story looks like a loss. */
  readonly sameOrder: boolean;
}

/** Before against after; undefined where the assignment has fewer than two tests. */
export function testsFigures(
  exercises: readonly MarkedExercise[],
  learners: readonly Learner[],
): TestsFigures | undefined {
  const tests = exercises.filter(({ key }) => key.spec.sealed);
  if (tests.length < 2) return undefined;
  let single = 0;
  const pairs = learners.flatMap((learner, at): TestPair[] => {
    const taken = tests
      .flatMap(({ works, title }) => {
        const [work] = works[at]!;
        return work && work.first.marks.length > 0
          ? [{ at: work.first.attempt.at, title, ...testResult(labelMarks(work.first.marks)) }]
          : [];
      })
      .filter(({ of }) => of > 0)
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    if (taken.length === 1) single += 1;
    return taken.length < 2 ? [] : [{ learner, before: taken[0]!, after: taken.at(-1)! }];
  });
  const sum = (when: 'before' | 'after'): Share => ({
    right: pairs.reduce((all, pair) => all + pair[when].right, 0),
    of: pairs.reduce((all, pair) => all + pair[when].of, 0),
  });
  return {
    pairs,
    single,
    before: sum('before'),
    after: sum('after'),
    gain: meanGain(pairs.map(({ before, after }) => after.right / after.of - before.right / before.of)),
    sameOrder: new Set(pairs.map(({ before }) => before.title)).size === 1,
  };
}

import { isExercise, type Assignment, type ExerciseStep, type Step } from '#domain/assignment.ts';
import { mulberry32, seedOf, shuffled } from '#domain/chance.ts';
import { readCode } from '#domain/codes.ts';
import type { ItemId } from '#domain/mark.ts';
import type { BaseSpec, Key } from '#exercises/contract.ts';
import { fetchKey } from '#exercises/key.ts';
import { liveType, type LiveType } from '#exercises/live.ts';
import { fetchMaterial } from '#exercises/material.ts';
import type { Attempt } from '#storage/attempt.ts';
import type { Opened } from '#storage/opened.ts';
import type { Submission } from '#storage/submission.ts';
import { keyAsSet, shareOf } from './setting.ts';

/** What the page knows of the course before it fetches anything. */
export interface Catalogue {
  /** By id. */
  readonly exercises: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly minutes: number;
        /** The slug of its case. */
        readonly case: string;
        /** How many claims it has, of which some can be set; absent where it is taken as it stands. */
        readonly claims?: number;
        /** Whether it is a test, whose reasons come when everything is done. */
        readonly test?: true;
      }
    >
  >;
  /** By slug. */
  readonly lessons: Readonly<
    Record<
      string,
      { readonly title: string; readonly minutes: number; readonly exercises: readonly string[] }
    >
  >;
  /** What is hard to read about in each case, by slug; none for a bank of statements. */
  readonly notes: Readonly<Record<string, { readonly title: string; readonly note: string }>>;
}

/** How far a learner has come with one step. */
export interface Standing {
  readonly step: Step;
  /** The step's name; its id where the site no longer has it. */
  readonly title: string;
  readonly minutes: number;
  /** Whether the site no longer has it: then it is not waited for. */
  readonly gone: boolean;
  /** How many exercises it has: one, or those of the lesson. */
  readonly of: number;
  /** How many of them are handed in. */
  readonly handedIn: number;
  readonly done: boolean;
  /** Whether nothing more is to be done: it is done, gone, or nothing is left of what the teacher chose. */
  readonly settled: boolean;
}

/** The exercises that are at hand, by their steps; undefined where one could not be fetched. */
export type AtHand = ReadonlyMap<ExerciseStep, Asked | undefined>;

/**
 * How far a learner has come, step by step.
 *
 * @param attempts all that the device keeps: those for other assignments, or from before this one was opened, do not count
 */
export function standings(
  assignment: Assignment,
  catalogue: Catalogue,
  attempts: readonly Attempt[],
  opened: Opened,
  atHand: AtHand,
): Standing[] {
  const counted = attemptsFor(assignment, catalogue, attempts, opened);
  return assignment.steps.map((step) => {
    const set = isExercise(step);
    const found = set ? catalogue.exercises[step.exercise] : catalogue.lessons[step.lesson];
    const exercises = exercisesOf(step, catalogue);
    const handedIn = exercises.filter((id) =>
      counted.some(({ exercise, assignment }) => exercise === id && (assignment !== undefined) === set),
    ).length;
    const gone = found === undefined;
    const done = !gone && handedIn === exercises.length;
    return {
      step,
      title: found?.title ?? (set ? step.exercise : step.lesson),
      minutes: minutesOf(step, catalogue),
      gone,
      of: exercises.length,
      handedIn,
      done,
      settled: done || gone || (set && atHand.get(step)?.items.length === 0),
    };
  });
}

/**
 * The attempts that belong to an assignment: what was done for it; and, at the exercises of its lessons, what the learner
 * has done on the lessons' own pages since it was first opened.
 */
function attemptsFor(
  { id, steps }: Assignment,
  catalogue: Catalogue,
  attempts: readonly Attempt[],
  { at }: Opened,
): Attempt[] {
  const inLessons = steps.filter((step) => !isExercise(step)).flatMap((step) => exercisesOf(step, catalogue));
  return attempts.filter((attempt) =>
    attempt.assignment === undefined
      ? attempt.at >= at && inLessons.includes(attempt.exercise)
      : attempt.assignment === id,
  );
}

/** The minutes a step is likely to take; 0 for what the site no longer has. */
function minutesOf(step: Step, { exercises, lessons }: Catalogue): number {
  if (!isExercise(step)) return lessons[step.lesson]?.minutes ?? 0;
  const { minutes = 0, claims } = exercises[step.exercise] ?? {};
  return claims === undefined || !step.claims ? minutes : shareOf(minutes, step.claims.length, claims);
}

/** The content notes of what is asked, each case once, in the order of the steps. Lessons have notes of their own. */
export function notesOn(
  { steps }: Assignment,
  { exercises, notes }: Catalogue,
): { readonly title: string; readonly note: string }[] {
  const cases = steps.filter(isExercise).flatMap(({ exercise }) => exercises[exercise]?.case ?? []);
  return [...new Set(cases)].flatMap((slug) => notes[slug] ?? []);
}

function exercisesOf(step: Step, { lessons }: Catalogue): readonly string[] {
  return isExercise(step) ? [step.exercise] : (lessons[step.lesson]?.exercises ?? []);
}

/** Whether anything that belongs to the assignment was done since `last`: since it was last handed in, unless it is given. */
export function addedSince(
  assignment: Assignment,
  catalogue: Catalogue,
  attempts: readonly Attempt[],
  opened: Opened,
  last = opened.handedIn.at(-1),
): boolean {
  return (
    last !== undefined && attemptsFor(assignment, catalogue, attempts, opened).some(({ at }) => at > last)
  );
}

/** What a learner typed as their name, as it is handed in: a code as the teacher's list has it. Empty where it is blank. */
export function writtenAs({ name }: Assignment, typed: string): string {
  return (name === 'code' ? readCode(typed) : undefined) ?? typed.trim();
}

/** What is handed in: every round of every exercise, answers only. @param made its own id (a UUID), and when it was made */
export function submissionOf(
  assignment: Assignment,
  catalogue: Catalogue,
  attempts: readonly Attempt[],
  opened: Opened,
  made: Pick<Submission, 'id' | 'at'>,
): Submission {
  const who = assignment.name === 'off' ? undefined : writtenAs(assignment, opened.who ?? '');
  return {
    id: made.id,
    assignment: assignment.id,
    from: opened.from,
    ...(who ? { who } : {}),
    at: made.at,
    attempts: attemptsFor(assignment, catalogue, attempts, opened),
  };
}

/** An exercise as it is set, with all that it takes to ask it and to give the reasons. */
export interface Asked extends LiveType {
  readonly spec: BaseSpec;
  readonly items: readonly ItemId[];
  readonly question: unknown;
  readonly key: Key<BaseSpec>;
  /** How many of the claims that the teacher chose the article no longer has. */
  readonly missing: number;
  /** In which ways it is set otherwise than its own task says, in a few words each. */
  readonly otherwise: readonly string[];
}

/**
 * Fetches an exercise and sets it as its step says.
 *
 * @param from the learner's own id for this assignment: by it the questions are shuffled
 * @throws when something cannot be fetched
 */
export async function askedBy(assignment: Assignment, step: ExerciseStep, from: string): Promise<Asked> {
  const key = await fetchKey(step.exercise);
  const [live, material] = await Promise.all([liveType(key.spec.type), fetchMaterial(key.spec.case)]);
  const { type } = live;
  const article = assignment.level === 'plain' ? (material.plain ?? material.article) : material.article;
  const asSet = keyAsSet(type, key, article, assignment, step, (all) =>
    shuffled(all, mulberry32(seedOf(`${from} ${step.exercise}`))),
  );
  const { spec } = asSet.key;
  const { items } = asSet;
  return {
    ...live,
    spec,
    items,
    question: type.ask(spec, { ...material, article }),
    key: asSet.key,
    missing: asSet.missing.length,
    otherwise: type.set ? otherwise(step, items.length, type.items(key.spec, article).length) : [],
  };
}

function otherwise({ claims, labels, sure }: ExerciseStep, asked: number, all: number): string[] {
  return [
    ...(claims && asked < all ? [`${asked} of its ${all} claims`] : []),
    ...(labels ? [labels === 3 ? 'three answers' : 'four answers'] : []),
    ...(sure === undefined ? [] : [sure ? 'say how sure you are' : 'you need not say how sure you are']),
  ];
}

import { isExercise, type Assignment, type ExerciseStep, type Step } from '#domain/assignment.ts';
import { mulberry32, seedOf, shuffled } from '#domain/chance.ts';
import type { ItemId } from '#domain/mark.ts';
import type { BaseSpec, Key } from '#exercises/contract.ts';
import { fetchKey } from '#exercises/key.ts';
import { liveType, type LiveType } from '#exercises/live.ts';
import { fetchMaterial } from '#exercises/material.ts';
import type { Attempt } from '#storage/attempt.ts';
import type { Opened } from '#storage/opened.ts';
import type { Submission } from '#storage/submission.ts';
import { keyAsSet } from './setting.ts';

/** What the page knows of the course before it fetches anything. */
export interface Catalogue {
  /** By id. */
  readonly exercises: Readonly<Record<string, { readonly title: string; readonly minutes: number }>>;
  /** By slug. */
  readonly lessons: Readonly<
    Record<
      string,
      { readonly title: string; readonly minutes: number; readonly exercises: readonly string[] }
    >
  >;
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
}

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
): Standing[] {
  const counted = attemptsFor(assignment, catalogue, attempts, opened);
  return assignment.steps.map((step) => {
    const set = isExercise(step);
    const found = set ? catalogue.exercises[step.exercise] : catalogue.lessons[step.lesson];
    const exercises = exercisesOf(step, catalogue);
    const handedIn = exercises.filter((id) =>
      counted.some(({ exercise, assignment }) => exercise === id && (assignment !== undefined) === set),
    ).length;
    return {
      step,
      title: found?.title ?? (set ? step.exercise : step.lesson),
      minutes: found?.minutes ?? 0,
      gone: found === undefined,
      of: exercises.length,
      handedIn,
      done: found !== undefined && handedIn === exercises.length,
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

function exercisesOf(step: Step, { lessons }: Catalogue): readonly string[] {
  return isExercise(step) ? [step.exercise] : (lessons[step.lesson]?.exercises ?? []);
}

/** What is handed in: every round of every exercise, answers only. @param made its own id (a UUID), and when it was made */
export function submissionOf(
  assignment: Assignment,
  catalogue: Catalogue,
  attempts: readonly Attempt[],
  opened: Opened,
  made: Pick<Submission, 'id' | 'at'>,
): Submission {
  const who = opened.who?.trim();
  return {
    id: made.id,
    assignment: assignment.id,
    from: opened.from,
    ...(assignment.name !== 'off' && who ? { who } : {}),
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
    ...(labels ? [labels === 3 ? 'three labels' : 'four labels'] : []),
    ...(sure === undefined ? [] : [sure ? 'say how sure you are' : 'you need not say how sure you are']),
  ];
}

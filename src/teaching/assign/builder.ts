import {
  isDay,
  isExercise,
  limits,
  readAssignment,
  type Assignment,
  type ExerciseStep,
  type Step,
} from '#domain/assignment.ts';
import type { BaseSpec, Key } from '#exercises/contract.ts';
import { exerciseIn, exercisesIn, missingIn, lessonIn, claimsIn, type Choices } from '../choices.ts';
import { isToDiscuss } from '../to-discuss.ts';

/** An assignment while it is being made. */
export interface Draft {
  title: string;
  /** What was chosen; `claims` of a step are those ticked, all where it says nothing. */
  steps: readonly Step[];
  /** The answers on offer, in every exercise that has them; 'own': as each exercise has it. */
  labels: 3 | 4 | 'own';
  /** Whether sureness is asked, in every exercise that can. */
  sure: boolean | 'own';
  /** Whether claims to be discussed are among those asked about. */
  disputed: boolean;
  feedback: Assignment['feedback'];
  revise: boolean;
  shuffled: boolean;
  level: Assignment['level'];
  name: Assignment['name'];
  /** A day, "2026-12-01"; empty where there is none. */
  due: string;
  message: string;
  /** How many codes to draw, where a code is asked. */
  codes: number;
}

/** An empty draft, with the options that most classes want. */
export function emptyDraft(): Draft {
  return {
    title: '',
    steps: [],
    labels: 'own',
    sure: 'own',
    disputed: true,
    feedback: 'each',
    revise: true,
    shuffled: false,
    level: 'standard',
    name: 'off',
    due: '',
    message: '',
    codes: 30,
  };
}

/** A draft that makes the same assignment again, less what this site no longer has. */
export function draftOf(assignment: Assignment, choices: Choices): Draft {
  const { title, feedback, revise, shuffled, level, name, due = '', message = '' } = assignment;
  const seen = new Set<string>();
  const steps = assignment.steps.flatMap((step): Step[] => {
    // Each is chosen or not: none stands twice.
    if (seen.has(nameOf(step))) return [];
    seen.add(nameOf(step));
    if (!isExercise(step)) return lessonIn(choices, step.lesson) ? [step] : [];
    const exercise = exerciseIn(choices, step.exercise);
    if (!exercise) return [];
    const { claims: _, ...rest } = step;
    const claims = claimsIn(exercise, step);
    return claims.length === (exercise.sets?.claims.length ?? 0) ? [rest] : [{ ...rest, claims }];
  });
  const set = steps.filter(isExercise).filter((step) => exerciseIn(choices, step.exercise)?.sets);
  // What all of them have is one choice for all; where they differ, each keeps what it has.
  const common = <Value>(values: readonly (Value | undefined)[]): Value | 'own' =>
    values[0] !== undefined && values.every((value) => value === values[0]) ? values[0] : 'own';
  return {
    ...emptyDraft(),
    ...{ title, steps, feedback, revise, shuffled, level, name, due, message },
    labels: common(set.map(({ labels }) => labels)),
    sure: common(set.map(({ sure }) => sure)),
  };
}

/** A name for a step that no other step of a draft has. */
export function nameOf(step: Step): string {
  return isExercise(step) ? `exercise ${step.exercise}` : `lesson ${step.lesson}`;
}

/**
 * A draft that was kept as JSON, less what this site no longer has; undefined where there is none that can be read.
 * Never throws.
 */
export function readKept(text: string | null, choices: Choices): Draft | undefined {
  try {
    const kept = JSON.parse(text ?? '') as Draft;
    const { title, due, message, labels, sure, disputed, codes } = kept;
    const nothing = kept.steps.length === 0;
    const read = readAssignment({
      ...kept,
      ...{ id: 'a'.repeat(12), title: 'A draft', due: undefined, message: undefined },
      ...(nothing ? { steps: [{ lesson: 'none' }] } : {}),
    });
    const right =
      'assignment' in read &&
      [title, due, message].every((each) => typeof each === 'string') &&
      [3, 4, 'own'].includes(labels) &&
      [true, false, 'own'].includes(sure) &&
      typeof disputed === 'boolean' &&
      Number.isInteger(codes);
    if (!right) return undefined;
    return { ...draftOf(read.assignment, choices), title, due, message, labels, sure, disputed, codes };
  } catch {
    return undefined;
  }
}

/** The exercises whose key it takes to make the assignment: some of their claims are to be left out. */
export function keysFor(draft: Draft, choices: Choices): string[] {
  return exercisesIn(choices, draft.steps)
    .filter(({ sets }) => sets && (draft.labels === 3 || (!draft.disputed && sets.disputed)))
    .map(({ id }) => id);
}

/**
 * The assignment that a draft makes.
 *
 * With three answers, claims that have no source shown are left out, as are those to be discussed where they are not
 * wanted: the learner's page asks without the key. A step names claims only where it is not all of them, so that links
 * stay short and a claim that is added later is asked about, too.
 *
 * @param keys the key of every exercise of {@link keysFor}
 * @returns it; or what is still missing, in a sentence for the teacher, and which field is concerned
 */
export function assignmentOf(
  draft: Draft,
  id: string,
  choices: Choices,
  keys: Readonly<Record<string, Key<BaseSpec>>>,
):
  | { readonly assignment: Assignment }
  | { readonly fault: string; readonly field: 'title' | 'steps' | 'due' | 'message' } {
  const [title, message] = [draft.title.trim(), draft.message.trim()];
  if (draft.steps.length === 0)
    return { field: 'steps', fault: 'Nothing is chosen yet. Choose a lesson or an exercise.' };
  if (title === '') return { field: 'title', fault: 'Give the assignment a title: learners see it first.' };
  if (draft.due !== '' && !isDay(draft.due))
    return { field: 'due', fault: `There is no day “${draft.due}”. Choose another, or none.` };
  const steps: Step[] = [];
  for (const step of draft.steps) {
    const exercise = isExercise(step) ? exerciseIn(choices, step.exercise) : undefined;
    if (!isExercise(step) || !exercise?.sets) {
      steps.push(isExercise(step) ? { exercise: step.exercise } : { lesson: step.lesson });
      continue;
    }
    const set = settled(step, draft, keys[step.exercise]);
    if (set.claims?.length === 0) {
      return {
        field: 'steps',
        fault: step.claims?.length
          ? `With these options no chosen claim of “${exercise.title}” is left. Choose other claims, or four answers.`
          : `No claim of “${exercise.title}” is chosen. Choose some, or take the exercise out.`,
      };
    }
    steps.push(set);
  }
  const { feedback, revise, shuffled, level, name } = draft;
  const read = readAssignment({
    ...{ id, title, steps, feedback, revise, shuffled, level, name },
    ...(draft.due === '' ? {} : { due: draft.due }),
    ...(message === '' ? {} : { message }),
  });
  if ('assignment' in read) return read;
  if (message.length > limits.message)
    return {
      field: 'message',
      fault: `The message is too long: ${message.length} characters, and there is room for ${limits.message}.`,
    };
  if (title.length > limits.title)
    return {
      field: 'title',
      fault: `The title is too long: ${title.length} characters, and there is room for ${limits.title}.`,
    };
  return { field: 'steps', fault: `The assignment ${read.fault}. Take out what you chose last.` };
}

/** A step as the options of the draft have it. */
function settled(step: ExerciseStep, draft: Draft, key: Key<BaseSpec> | undefined): ExerciseStep {
  const labels = draft.labels === 'own' ? step.labels : draft.labels;
  const sure = draft.sure === 'own' ? step.sure : draft.sure;
  const all = key?.claims.map(({ id }) => id);
  const left = key?.claims
    .filter((claim) => step.claims?.includes(claim.id) ?? true)
    .filter((claim) => labels !== 3 || claim.label !== 'no-source-shown')
    .filter((claim) => draft.disputed || !isToDiscuss(key.spec, claim))
    .map(({ id }) => id);
  const claims = all && left ? (left.length === all.length ? undefined : left) : step.claims;
  return {
    exercise: step.exercise,
    ...(claims ? { claims } : {}),
    ...(labels === undefined ? {} : { labels }),
    ...(sure === undefined ? {} : { sure }),
  };
}

/** An option that changes nothing for what is chosen, and why; in a sentence for the teacher. */
export type Idle = Partial<
  Record<'labels' | 'sure' | 'disputed' | 'feedback' | 'revise' | 'shuffled' | 'level', string>
>;

/** The options that change nothing for what is chosen. */
export function idleOptions(draft: Draft, choices: Choices): Idle {
  const chosen = exercisesIn(choices, draft.steps);
  if (chosen.length === 0) return {};
  const settable = chosen.flatMap(({ sets }) => sets ?? []);
  const asIs = 'None of the chosen exercises lets it be set: this changes nothing.';
  const idle: Idle = {};
  if (settable.length === 0) idle.labels = idle.sure = idle.disputed = asIs;
  else {
    const { labels, sure } = draft;
    if (labels !== 'own' && settable.every((sets) => sets.labels === labels))
      idle.labels = `The chosen exercises have ${labels === 3 ? 'three' : 'four'} answers already.`;
    if (sure !== 'own' && settable.every((sets) => sets.sure === sure))
      idle.sure = `The chosen exercises ${sure ? 'ask' : 'do not ask'} it already.`;
    if (!settable.some((sets) => sets.disputed))
      idle.disputed = 'None of the chosen exercises has a claim to discuss: this changes nothing.';
  }
  if (chosen.every(({ test }) => test))
    idle.feedback = idle.revise = 'A test keeps its reasons back, and is not revised: this changes nothing.';
  if (!chosen.some(({ shuffles }) => shuffles))
    idle.shuffled = 'The questions of the chosen exercises follow a text or a path: this changes nothing.';
  if (!chosen.some(({ plain }) => plain))
    idle.level = 'None of the chosen exercises shows the article’s text: this changes nothing.';
  return idle;
}

/** What a copy leaves out, in a sentence; empty when nothing. */
export function leftOut(assignment: Assignment, choices: Choices): string {
  const missing = missingIn(choices, assignment);
  return missing.length === 0 ? '' : `Left out, because this site no longer has it: ${missing.join('; ')}.`;
}

/** What learners are told of the options, a sentence each. Nothing of what holds for exercises where there is none. */
export function optionWords(assignment: Assignment): string[] {
  const { steps, feedback, revise, shuffled, level, name } = assignment;
  const names = {
    off: 'Nobody is asked for a name.',
    nickname: 'You are asked for a nickname.',
    code: 'You are asked for the code that your teacher gave you.',
  } as const;
  if (!steps.some(isExercise)) return [names[name]];
  return [
    feedback === 'each'
      ? 'The reasons come after each exercise.'
      : 'The reasons come when everything is handed in.',
    revise ? 'You may revise each exercise once.' : 'Each exercise is done once, without a second look.',
    ...(shuffled ? ['Everybody gets the statements in an order of their own.'] : []),
    ...(level === 'plain' ? ['The article is in plainer words.'] : []),
    names[name],
  ];
}

/** What is set of one exercise, in a few words each: "10 of 44 claims". */
export function settingWords(step: ExerciseStep, choices: Choices): string[] {
  const exercise = exerciseIn(choices, step.exercise);
  if (!exercise?.sets) return [];
  const [all, some] = [exercise.sets.claims.length, claimsIn(exercise, step).length];
  return [
    ...(some === all ? [`${all} claims`] : [`${some} of ${all} claims`]),
    ...(step.labels === undefined ? [] : [step.labels === 3 ? 'three answers' : 'four answers']),
    ...(step.sure === undefined
      ? []
      : [step.sure ? 'asks how sure you are' : 'does not ask how sure you are']),
  ];
}

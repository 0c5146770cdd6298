import type { ClaimId } from './claim.ts';

/** What a teacher sets. It never changes once it is handed out: a changed one is a new one, with an id of its own. */
export interface Assignment {
  /** Twelve letters and digits, drawn by chance: what is handed in names it. */
  readonly id: string;
  readonly title: string;
  /** What is to be done, in order. */
  readonly steps: readonly Step[];
  /** Whether the reasons come after each exercise, or once everything is handed in. */
  readonly feedback: 'each' | 'end';
  /** Whether each exercise may be revised once. */
  readonly revise: boolean;
  /** Whether each learner gets the questions in an order of their own, where they are not bound to the text. */
  readonly shuffled: boolean;
  /** Which text of the article is read. */
  readonly level: 'standard' | 'plain';
  /** What a learner is asked to call themselves. */
  readonly name: 'off' | 'nickname' | 'code';
  /** The day by whose end it is due, "2026-12-01", wherever the learner is. */
  readonly due?: string;
  /** What the teacher says to the class. */
  readonly message?: string;
}

/** A lesson to take as it stands, or one exercise as the teacher sets it. */
export type Step = LessonStep | ExerciseStep;

export interface LessonStep {
  /** The slug of a lesson. */
  readonly lesson: string;
}

export interface ExerciseStep {
  readonly exercise: string;
  /** Only these claims; all of them where it says nothing. */
  readonly claims?: readonly ClaimId[];
  /** How many answers are on offer: with or without "no source shown"; as the exercise has it where it says nothing. */
  readonly labels?: 3 | 4;
  /** Whether "How sure are you?" is asked; as the exercise has it where it says nothing. */
  readonly sure?: boolean;
}

/** The longest texts and lists that an assignment may hold. */
export const limits = { title: 120, message: 1000, steps: 80, claims: 200 } as const;

/** Whether a step is an exercise. */
export function isExercise(step: Step): step is ExerciseStep {
  return 'exercise' in step;
}

/** A new id for an assignment. @param chance gives numbers from 0 up to, but not including, 1 */
export function newAssignmentId(chance: () => number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from({ length: 12 }, () => letters[Math.floor(chance() * letters.length)]).join('');
}

/**
 * `data` as an assignment, whatever it is: from a link, a file, or storage. Never throws.
 *
 * @returns the assignment, with nothing in it that is not known here; or what is wrong, in words that fit "…: it …"
 */
export function readAssignment(
  data: unknown,
): { readonly assignment: Assignment } | { readonly fault: string } {
  if (!isRecord(data)) return { fault: 'is not an assignment' };
  const { id, title, steps, feedback, revise, shuffled, level, name, due, message } = data;
  if (typeof id !== 'string' || !/^[a-z0-9]{12}$/.test(id)) return { fault: 'has no proper id' };
  if (!isText(title, limits.title)) return { fault: 'has no proper title' };
  if (!Array.isArray(steps) || steps.length === 0 || steps.length > limits.steps)
    return { fault: 'does not say what is to be done' };
  const read = steps.map(readStep);
  const bad = read.findIndex((step) => step === undefined);
  if (bad !== -1) return { fault: `has a step that cannot be read (number ${bad + 1})` };
  if (feedback !== 'each' && feedback !== 'end') return { fault: 'does not say when the reasons come' };
  if (typeof revise !== 'boolean' || typeof shuffled !== 'boolean')
    return { fault: 'lacks one of its options' };
  if (level !== 'standard' && level !== 'plain') return { fault: 'does not say which text is read' };
  if (name !== 'off' && name !== 'nickname' && name !== 'code')
    return { fault: 'does not say whether names are asked' };
  if (due !== undefined && !isDay(due)) return { fault: 'is due on a day that does not exist' };
  if (message !== undefined && !isText(message, limits.message))
    return { fault: 'has a message that cannot be read' };
  return {
    assignment: {
      id,
      title,
      steps: read as Step[],
      feedback,
      revise,
      shuffled,
      level,
      name,
      ...(due === undefined ? {} : { due }),
      ...(message === undefined ? {} : { message }),
    },
  };
}

function readStep(data: unknown): Step | undefined {
  if (!isRecord(data)) return undefined;
  const { lesson, exercise, claims, labels, sure } = data;
  if (isId(lesson) && exercise === undefined) return { lesson };
  if (!isId(exercise) || lesson !== undefined) return undefined;
  if (labels !== undefined && labels !== 3 && labels !== 4) return undefined;
  if (sure !== undefined && typeof sure !== 'boolean') return undefined;
  if (claims !== undefined) {
    if (!Array.isArray(claims) || claims.length === 0 || claims.length > limits.claims) return undefined;
    if (!claims.every(isId) || new Set(claims).size !== claims.length) return undefined;
  }
  return {
    exercise,
    ...(claims === undefined ? {} : { claims: claims as ClaimId[] }),
    ...(labels === undefined ? {} : { labels }),
    ...(sure === undefined ? {} : { sure }),
  };
}

/** Whether `value` is a day of the calendar, as "2026-12-01". */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9-]{1,100}$/.test(value);
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.length <= longest;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { ClaimId } from './claim.ts';
import { isLabel, type Label } from './label.ts';

/**
 * What a learner did in one exercise: the form's fields and their values, as the browser would send them.
 * Every exercise type keeps its answers in this one shape, so that they can be stored, merged and exported without
 * knowing the type, and so that a form filled in before any script ran is an answer too.
 */
export type Answer = Readonly<Record<string, string>>;

/** How sure a learner can say to be, from a guess (1) to very sure (4). */
export const surenessWords = ['A guess', 'Not very', 'Fairly', 'Very'] as const;

/** A step of {@link surenessWords}, counted from 1. */
export type Sureness = 1 | 2 | 3 | 4;

/**
 * The name of the field that holds one question about one item, `label:toll`; and, where a question has several boxes
 * to tick, of one box, `choice:which:b`.
 */
export function field(question: string, item: string, box?: string): string {
  return box === undefined ? `${question}:${item}` : `${question}:${item}:${box}`;
}

/** Whether `answer` says anything to a question about an item, in one field or in any of its boxes. */
export function answers(answer: Answer, question: string, item: string): boolean {
  const whole = field(question, item);
  return Object.entries(answer).some(
    ([name, value]) => value.trim() !== '' && (name === whole || name.startsWith(`${whole}:`)),
  );
}

/** The label given to `claim`, or undefined when there is none or it is not a label. */
export function labelIn(answer: Answer, claim: ClaimId): Label | undefined {
  const value = answer[field('label', claim)];
  return isLabel(value) ? value : undefined;
}

/** The source named for `claim`, or undefined. */
export function saysIn(answer: Answer, claim: ClaimId): string | undefined {
  return answer[field('says', claim)] || undefined;
}

/** How sure the learner was of `claim`, or undefined. */
export function sureIn(answer: Answer, claim: ClaimId): Sureness | undefined {
  const value = Number(answer[field('sure', claim)]);
  return value === 1 || value === 2 || value === 3 || value === 4 ? value : undefined;
}

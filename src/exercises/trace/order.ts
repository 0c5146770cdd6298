import { field, type Answer } from '#domain/answer.ts';
import type { ItemId } from '#domain/mark.ts';

/*
 * The order of the steps is kept in their fields, one place each, as the browser sends them without a script. With one,
 * the list stands in that order, and moving a step writes the places of all.
 */

/** The steps as they stand: each at the place that `answer` gives it, the others where room is left, in their order. */
export function arranged(steps: readonly ItemId[], question: string, answer: Answer): ItemId[] {
  const placed: (ItemId | undefined)[] = steps.map(() => undefined);
  const others = steps.filter((step) => {
    const at = Number(answer[field(question, step)]) - 1;
    if (!(at in placed) || placed[at] !== undefined) return true;
    placed[at] = step;
    return false;
  });
  return placed.map((step) => step ?? others.shift()!);
}

/** `order` with `step` at place `to` of the open ones, counted from 0. What is not open keeps its place. */
export function moved(
  order: readonly ItemId[],
  step: ItemId,
  to: number,
  isOpen: (step: ItemId) => boolean,
): ItemId[] {
  const open = order.filter((each) => isOpen(each) && each !== step);
  open.splice(Math.max(0, to), 0, step);
  return order.map((each) => (isOpen(each) ? open.shift()! : each));
}

import { byTime, type Attempt } from './attempt.ts';

/** An exercise handed in, and its second look where there was one. */
export interface Round {
  readonly first: Attempt;
  readonly revised: Attempt | undefined;
}

/**
 * All attempts as rounds, in the order in which they were begun. A revision of what is not here, of what has been revised
 * already, or of a revision is a round of its own: nothing is left out.
 */
export function rounds(attempts: readonly Attempt[]): Round[] {
  const begun: { first: Attempt; revised: Attempt | undefined }[] = [];
  const open = new Map<string, (typeof begun)[number]>();
  // The first ones first: where a clock was set back, a revision stands before what it revises.
  const inOrder = [
    ...attempts.filter(({ revises }) => revises === undefined),
    ...attempts.filter(({ revises }) => revises !== undefined).sort(byTime),
  ];
  for (const attempt of inOrder) {
    const round = attempt.revises === undefined ? undefined : open.get(attempt.revises);
    if (round && !round.revised && round.first.exercise === attempt.exercise) {
      round.revised = attempt;
      continue;
    }
    const alone = { first: attempt, revised: undefined };
    begun.push(alone);
    if (attempt.revises === undefined) open.set(attempt.id, alone);
  }
  return begun.sort((a, b) => byTime(a.first, b.first));
}

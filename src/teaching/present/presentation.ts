import type { ClaimId } from '#domain/claim.ts';
import type { Label } from '#domain/label.ts';
import { handsOf, type Votes } from '#domain/votes.ts';
import { mostTallied, type TallyRecord } from '#storage/tallies.ts';

/** What a teacher puts to the class. */
export interface Plan {
  /** The slug of the case. */
  readonly case: string;
  /** At least one, in the order in which they come. */
  readonly claims: readonly ClaimId[];
  /** The answers on offer, in the order of the keys 1–4. */
  readonly labels: readonly Label[];
  /** When it was begun; ISO 8601, UTC. */
  readonly at: string;
}

/** The steps through one claim, in order. */
export const phases = ['first', 'talk', 'second', 'shift', 'reasons'] as const;
export type Phase = (typeof phases)[number];

/** The two phases in which hands are counted. */
export const ballots = ['first', 'second'] as const;
export type Ballot = (typeof ballots)[number];

/** The hands of one ballot in the order in which they were counted: the last can be taken back, and none below zero. */
export type Hands = readonly Label[];

/** Where a class is in its plan, and what it has voted. */
export interface Presentation {
  readonly plan: Plan;
  /** The hands counted for each claim; a claim without any may be missing. */
  readonly hands: Readonly<Record<ClaimId, Readonly<Record<Ballot, Hands>>>>;
  /** The claim that is shown, by its place in the plan; -1 before the first, the number of claims after the last. */
  readonly place: number;
  /** Where in that claim; `first` before the first and after the last. */
  readonly phase: Phase;
}

/** What a teacher does, by a key or a button. */
export type Act =
  /** A hand more, and one less: of a label, or the last that was counted. Without effect where nothing is counted. */
  | { readonly do: 'add'; readonly label: Label }
  | { readonly do: 'take'; readonly label?: Label }
  /** A step on or back, over the ends of a claim. */
  | { readonly do: 'next' | 'back' }
  /** The next claim, or the one before, from its first vote. */
  | { readonly do: 'next-claim' | 'previous-claim' }
  /** Straight to the reasons of the claim, or to the end. */
  | { readonly do: 'reasons' | 'end' };

/** A plan before its first claim. */
export function begin(plan: Plan): Presentation {
  return { plan, hands: {}, place: -1, phase: 'first' };
}

/** The claim that is shown; undefined before the first and after the last. */
export function claimShown({ plan, place }: Presentation): ClaimId | undefined {
  return plan.claims[place];
}

/** Whether every claim is behind the class. */
export function isOver({ plan, place }: Presentation): boolean {
  return place === plan.claims.length;
}

/** The ballot in which hands are counted now; undefined where none are. */
export function openBallot(now: Presentation): Ballot | undefined {
  return claimShown(now) === undefined ? undefined : ballots.find((ballot) => ballot === now.phase);
}

/** The votes on a claim in one ballot. */
export function votesOn({ hands }: Presentation, claim: ClaimId, ballot: Ballot): Votes {
  const votes: Partial<Record<Label, number>> = {};
  for (const label of handsFor(hands, claim)[ballot]) votes[label] = (votes[label] ?? 0) + 1;
  return votes;
}

/** `now` after `act`; the same object where it has no effect. */
export function after(now: Presentation, act: Act): Presentation {
  switch (act.do) {
    case 'add':
      return now.plan.labels.includes(act.label)
        ? recount(now, (hands) => (hands.length < mostTallied.hands ? [...hands, act.label] : hands))
        : now;
    case 'take':
      return recount(now, (hands) => {
        const at = act.label === undefined ? hands.length - 1 : hands.lastIndexOf(act.label);
        return at === -1 ? hands : hands.toSpliced(at, 1);
      });
    case 'next':
      return step(now, 1);
    case 'back':
      return step(now, -1);
    case 'next-claim':
      return at(now, now.place + 1, 'first');
    case 'previous-claim':
      return at(now, now.place - 1, 'first');
    case 'reasons':
      return claimShown(now) === undefined ? now : at(now, now.place, 'reasons');
    case 'end':
      return at(now, now.plan.claims.length, 'first');
  }
}

/** What the class has voted so far, to be kept. */
export function recordOf(now: Presentation): TallyRecord {
  const { case: slug, claims, at } = now.plan;
  return {
    case: slug,
    claims,
    at,
    rounds: claims
      .map((claim) => ({
        claim,
        first: votesOn(now, claim, 'first'),
        second: votesOn(now, claim, 'second'),
      }))
      .filter(({ first, second }) => handsOf(first) + handsOf(second) > 0),
  };
}

function handsFor(hands: Presentation['hands'], claim: ClaimId): Readonly<Record<Ballot, Hands>> {
  return Object.hasOwn(hands, claim) ? hands[claim]! : { first: [], second: [] };
}

function recount(now: Presentation, change: (hands: Hands) => Hands): Presentation {
  const claim = claimShown(now);
  const ballot = openBallot(now);
  if (claim === undefined || ballot === undefined) return now;
  const both = handsFor(now.hands, claim);
  const changed = change(both[ballot]);
  if (changed === both[ballot]) return now;
  return { ...now, hands: { ...now.hands, [claim]: { ...both, [ballot]: changed } } };
}

function at(now: Presentation, place: number, phase: Phase): Presentation {
  const there = Math.min(Math.max(place, -1), now.plan.claims.length);
  return there === now.place && phase === now.phase ? now : { ...now, place: there, phase };
}

function step(now: Presentation, by: 1 | -1): Presentation {
  if (claimShown(now) === undefined)
    return by === 1 ? at(now, now.place + 1, 'first') : lastOf(now, now.place - 1);
  const steps = stepsOf(now);
  const next = steps[steps.indexOf(now.phase) + by];
  if (next) return at(now, now.place, next);
  return by === 1 ? at(now, now.place + 1, 'first') : lastOf(now, now.place - 1);
}

/** The phases of the claim that is shown: what changed is left out where there are not two votes to compare. */
function stepsOf(now: Presentation): readonly Phase[] {
  const both = handsFor(now.hands, claimShown(now)!);
  return phases.filter(
    (phase) => phase !== 'shift' || phase === now.phase || (both.first.length > 0 && both.second.length > 0),
  );
}

/** The end of the claim at `place`, coming back from the one after. */
function lastOf(now: Presentation, place: number): Presentation {
  return at(now, place, place < 0 ? 'first' : 'reasons');
}

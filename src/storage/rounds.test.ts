import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { byTime, latest } from './attempt.ts';
import { rounds } from './rounds.ts';
import { anyAttempts, attempt, now, uuid } from './samples/attempts.ts';

const at = (minute: number) => `2026-11-22T10:0${minute}:00.000Z`;
const first = attempt(uuid(1), { at: at(1) });
const other = attempt(uuid(2), { at: at(2), exercise: 'sleep-headband-mark' });
const revision = attempt(uuid(3), { at: at(3), revises: first.id });

describe('rounds', () => {
  test('set a revision beside what it revises, in the order in which they were begun', () => {
    expect(rounds([first, other, revision])).toEqual([
      { first, revised: revision },
      { first: other, revised: undefined },
    ]);
  });

  test('know a revision whose clock ran behind', () => {
    const early = { ...revision, at: at(0) };
    expect(rounds([early, first])).toEqual([{ first, revised: early }]);
  });

  test('keep apart what revises nothing here, a revision, what has been revised, or another exercise', () => {
    const again = attempt(uuid(4), { at: at(4), revises: first.id });
    const ofRevision = attempt(uuid(5), { at: at(5), revises: revision.id });
    const ofNothing = attempt(uuid(6), { at: at(6), revises: uuid(9) });
    const ofAnother = attempt(uuid(7), { at: at(7), revises: other.id });
    const alone = [other, again, ofRevision, ofNothing, ofAnother].map((each) => ({
      first: each,
      revised: undefined,
    }));
    expect(rounds([first, other, revision, again, ofRevision, ofNothing, ofAnother])).toEqual([
      { first, revised: revision },
      ...alone,
    ]);
  });

  test('hold every attempt, each once', () => {
    const linked = anyAttempts({ maxLength: 12 }).chain((attempts) =>
      fc.array(fc.option(fc.nat(11), { nil: undefined }), { minLength: 12, maxLength: 12 }).map((links) =>
        attempts.map((each, n) => {
          const revises = attempts[links[n] ?? -1]?.id;
          return revises === undefined ? each : { ...each, revises };
        }),
      ),
    );
    fc.assert(
      fc.property(linked, (attempts) => {
        const all = rounds(attempts).flatMap(({ first, revised }) => (revised ? [first, revised] : [first]));
        expect(all.sort(byTime)).toEqual([...attempts].sort(byTime));
      }),
    );
  });
});

describe('the latest attempt', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  test('is the one that was begun last, not a revision of an earlier one', () => {
    vi.useFakeTimers({ now });
    expect(latest([first, other, revision])).toBe(other);
    expect(latest([])).toBeUndefined();
  });

  test('is one of a clock that runs ahead only where there is no other', () => {
    vi.useFakeTimers({ now });
    const ahead = attempt(uuid(8), { at: '2027-01-01T10:00:00.000Z' });
    expect(latest([first, ahead])).toBe(first);
    expect(latest([ahead])).toBe(ahead);
  });
});

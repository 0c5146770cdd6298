import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labels, type Label } from '#domain/label.ts';
import { handsOf } from '#domain/votes.ts';
import { readTally, writeTally } from '#storage/tallies.ts';
import { readPresentation, writePresentation } from './kept.ts';
import { commandOf, keyList, type Pressed } from './keys.ts';
import {
  after,
  ballots,
  begin,
  claimShown,
  isOver,
  openBallot,
  recordOf,
  votesOn,
  type Act,
  type Plan,
  type Presentation,
} from './presentation.ts';

const plan: Plan = {
  case: 'a-case',
  claims: ['one', 'two', 'three'],
  labels,
  at: '2026-11-24T10:00:00.000Z',
};

/** A presentation after acts in a word each: a digit counts a hand, a digit with a minus takes one. */
function went(acts: string, from: Presentation = begin(plan)): Presentation {
  return acts
    .split(' ')
    .map((word): Act => {
      const label = labels[Math.abs(Number(word)) - 1];
      if (label) return { do: word.startsWith('-') ? 'take' : 'add', label };
      return { do: word } as Act;
    })
    .reduce(after, from);
}

const where = (now: Presentation) => `${claimShown(now) ?? (isOver(now) ? 'end' : 'opening')} ${now.phase}`;

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('add' as const), label: fc.constantFrom(...labels) }),
  fc.record({ do: fc.constant('take' as const), label: fc.constantFrom(...labels) }),
  fc.constantFrom<Act>(
    { do: 'take' },
    { do: 'next' },
    { do: 'back' },
    { do: 'next-claim' },
    { do: 'previous-claim' },
    { do: 'reasons' },
    { do: 'end' },
  ),
);

describe('the way through', () => {
  test('a claim is voted on, talked over, voted on again, compared and explained; then comes the next', () => {
    let now = went('next');
    const seen = [where(now)];
    now = went('1', now);
    for (const acts of ['next', 'next', '2 next', 'next', 'next']) seen.push(where((now = went(acts, now))));
    expect(seen).toEqual(['one first', 'one talk', 'one second', 'one shift', 'one reasons', 'two first']);
  });

  test('what changed is passed over where there are not two votes', () => {
    expect(where(went('next 1 next next next'))).toBe('one reasons');
    expect(where(went('next next next 1 next'))).toBe('one reasons');
    expect(where(went('next 1 next next next back'))).toBe('one second');
  });

  test('after the last claim comes the end, and nothing after it; before the first the opening', () => {
    expect(where(went('next next-claim next-claim next-claim next next'))).toBe('end first');
    expect(where(went('end back'))).toBe('three reasons');
    expect(where(went('next back back'))).toBe('opening first');
    expect(where(went('reasons'))).toBe('opening first');
  });

  test('from any claim a class can go straight to the reasons, to another claim, to the end', () => {
    expect(where(went('next next reasons'))).toBe('one reasons');
    expect(where(went('next next next-claim'))).toBe('two first');
    expect(where(went('next-claim next-claim next previous-claim'))).toBe('one first');
    expect(where(went('next end'))).toBe('end first');
  });

  test('a step on and a step back lead to where one was, from anywhere but the end', () => {
    fc.assert(
      fc.property(fc.array(act), (acts) => {
        const now = acts.reduce(after, begin(plan));
        if (isOver(now)) expect(after(now, { do: 'next' })).toBe(now);
        else expect(after(after(now, { do: 'next' }), { do: 'back' })).toEqual(now);
      }),
    );
  });
});

describe('counting hands', () => {
  test('hands are counted for the vote that is on, and for no other', () => {
    const now = went('next 1 1 2 next next 2 2 2 next-claim 3');
    expect(votesOn(now, 'one', 'first')).toEqual({ 'sourced-claim': 2, 'unverified-figure': 1 });
    expect(votesOn(now, 'one', 'second')).toEqual({ 'unverified-figure': 3 });
    expect(votesOn(now, 'two', 'first')).toEqual({ opinion: 1 });
    expect(votesOn(now, 'three', 'first')).toEqual({});
  });

  test('a hand is taken from a label, or the last one back, and never below none', () => {
    expect(votesOn(went('next 1 2 2 -2'), 'one', 'first')).toEqual({
      'sourced-claim': 1,
      'unverified-figure': 1,
    });
    expect(votesOn(went('next 1 2 take'), 'one', 'first')).toEqual({ 'sourced-claim': 1 });
    expect(votesOn(went('next 1 -2 take take take 3'), 'one', 'first')).toEqual({ opinion: 1 });
  });

  test('no hands are counted while the class talks, or for an answer that is not on offer', () => {
    expect(recordOf(went('1 next next 1 reasons 2')).rounds).toEqual([]);
    expect(recordOf(went('next 4', begin({ ...plan, labels: labels.slice(0, 3) }))).rounds).toEqual([]);
  });

  test('no sequence of acts loses a hand, invents one, or counts below none', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 200 }), (acts) => {
        // Kept beside, in the plainest way.
        const expected = new Map<string, number>();
        let now = begin(plan);
        let last: Presentation;
        for (const each of acts) {
          last = now;
          const ballot = openBallot(last);
          now = after(last, each);
          const place = ballot && `${claimShown(last)} ${ballot}`;
          if (place && each.do === 'add') {
            const name = `${place} ${each.label}`;
            expected.set(name, (expected.get(name) ?? 0) + 1);
          } else if (place && each.do === 'take') {
            const taken = each.label ?? last.hands[claimShown(last)!]?.[ballot].at(-1);
            const name = `${place} ${taken}`;
            expected.set(name, Math.max(0, (expected.get(name) ?? 0) - 1));
          } else expect(now.hands).toBe(last.hands);
        }
        for (const claim of plan.claims)
          for (const ballot of ballots)
            for (const label of labels)
              expect(votesOn(now, claim, ballot)[label] ?? 0).toBe(
                expected.get(`${claim} ${ballot} ${label}`) ?? 0,
              );
      }),
    );
  });

  test('what is counted is kept in the record, exactly, and the record in its file', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 100 }), (acts) => {
        const now = acts.reduce(after, begin(plan));
        const record = recordOf(now);
        for (const claim of plan.claims) {
          const round = record.rounds.find((each) => each.claim === claim);
          for (const ballot of ballots) expect(round?.[ballot] ?? {}).toEqual(votesOn(now, claim, ballot));
          if (round) expect(handsOf(round.first) + handsOf(round.second)).toBeGreaterThan(0);
        }
        expect(readTally(writeTally(record))).toEqual({ record });
      }),
    );
  });
});

describe('what is kept on the device', () => {
  test('comes back as it was, wherever the class is', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const now = acts.reduce(after, begin(plan));
        expect(readPresentation(writePresentation(now))).toEqual(now);
      }),
    );
  });

  test('is passed over where it is damaged, foreign or newer', () => {
    const kept = JSON.parse(writePresentation(went('next 1 2'))) as Record<string, unknown>;
    for (const other of [
      null,
      '',
      '{"version":1',
      JSON.stringify({ ...kept, version: 2 }),
      JSON.stringify({ ...kept, place: 4 }),
      JSON.stringify({ ...kept, place: 0.5 }),
      JSON.stringify({ ...kept, phase: 'lunch' }),
      JSON.stringify({ ...kept, hands: { other: { first: [], second: [] } } }),
      JSON.stringify({ ...kept, hands: { one: { first: ['lie'], second: [] } } }),
      JSON.stringify({ ...kept, plan: { ...plan, claims: [] } }),
      JSON.stringify({ ...kept, plan: { ...plan, labels: 4 } }),
    ])
      expect(readPresentation(other)).toBeUndefined();
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readPresentation(text)).toBeUndefined();
      }),
    );
  });
});

describe('keys', () => {
  const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
    key,
    code: '',
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    ...more,
  });
  const ask = (key: string, more?: Partial<Pressed>, offered: readonly Label[] = labels) =>
    commandOf(press(key, more), offered, true);

  test('1 to 4 count a hand, with Shift they take one, on any keyboard', () => {
    expect(ask('1', { code: 'Digit1' })).toEqual({ do: 'add', label: 'sourced-claim' });
    expect(ask('!', { code: 'Digit1', shiftKey: true })).toEqual({ do: 'take', label: 'sourced-claim' });
    // A French keyboard gives the digit with Shift.
    expect(ask('é', { code: 'Digit2' })).toEqual({ do: 'add', label: 'unverified-figure' });
    expect(ask('3', { code: 'Numpad3' })).toEqual({ do: 'add', label: 'opinion' });
    expect(ask('4')).toEqual({ do: 'add', label: 'no-source-shown' });
    expect(ask('4', {}, labels.slice(0, 3))).toBeUndefined();
    expect(ask('5', { code: 'Digit5' })).toBeUndefined();
  });

  test('a clicker, which has but Page Down and Page Up, leads through everything', () => {
    expect(ask('PageDown')).toEqual({ do: 'next' });
    expect(ask('PageUp')).toEqual({ do: 'back' });
    let now = begin(plan);
    for (let pressed = 0; pressed < 40; pressed += 1) now = after(now, ask('PageDown') as Act);
    expect(isOver(now)).toBe(true);
    expect(ask('.')).toEqual({ do: 'blank' });
  });

  test('the browser keeps its own keys', () => {
    for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const)
      for (const key of ['r', 'f', 'ArrowLeft', '1']) expect(ask(key, { [held]: true })).toBeUndefined();
    for (const key of ['Tab', 'ArrowDown', 'ArrowUp', 'F5', 'x', 'constructor'])
      expect(ask(key)).toBeUndefined();
  });

  test('keys of a single letter, digit or sign can be turned off; the others stay', () => {
    for (const key of ['1', 'b', '.', 'f', '?', 'n', 'p', 'r', 'e', '-'])
      expect(commandOf(press(key), labels, false)).toBeUndefined();
    for (const key of [' ', 'Enter', 'ArrowRight', 'PageDown', 'ArrowLeft', 'PageUp', 'Backspace', 'Escape'])
      expect(commandOf(press(key), labels, false)).toBeDefined();
  });

  test('the list of keys names every one', () => {
    const listed = keyList.map(({ keys }) => keys).join(' ');
    for (const name of 'Space Enter → Page-Down ← Page-Up 1 Shift Backspace − N P R E B full-stop F ? Escape'.split(
      ' ',
    ))
      expect(listed).toContain(name.replace('-', ' '));
  });
});

import { expect, test } from 'vitest';
import type { SavedAssignment } from '#storage/assignments.ts';
import type { Collected } from '#storage/collected.ts';
import { savedAs } from '#storage/handout.ts';
import { attempt, uuid } from '#storage/samples/attempts.ts';
import { submission } from '#storage/samples/submissions.ts';
import type { Submission } from '#storage/submission.ts';
import { overview } from './overview.ts';

const saved = (id: string, more: Partial<SavedAssignment> = {}, due?: string): SavedAssignment => ({
  ...savedAs(
    {
      id,
      title: id,
      steps: [{ exercise: 'deir-ez-zor-mark' }],
      feedback: 'each',
      revise: true,
      shuffled: false,
      level: 'standard',
      name: 'code',
      ...(due ? { due } : {}),
    },
    '2026-11-20T12:00:00.000Z',
  ),
  ...more,
});
const received = (n: number, more: Partial<Submission> = {}): Collected => ({
  submission: submission(n, more),
  receivedAt: '2026-11-25T12:00:00.000Z',
});
const [mine, other, foreign] = ['abc123def456', 'bbbbbbbbbbbb', 'cccccccccccc'];
const notes = (all: readonly Collected[], its: SavedAssignment) =>
  overview(all, [its])[0]!.learners.map((each) => [each.name, ...each.notes]);

test('what came in stands by assignment: the one asked for, those of this device, those it does not know', () => {
  const all = [received(1, { assignment: foreign }), received(2), received(3, { assignment: other })];
  const ids = (asked?: string) =>
    overview(all, [saved(other!), saved(mine!), saved('nothing00000')], asked).map(({ id }) => id);
  expect(ids()).toEqual([other, mine, foreign]);
  expect(ids(mine)).toEqual([mine, other, foreign]);
  expect(ids('nothing00000')).toEqual(['nothing00000', other, mine, foreign]);
  expect(overview(all, [])[0]!.saved).toBeUndefined();
  expect(overview([], [saved(mine!)])).toEqual([]);
});

test('a learner is called by the name in the newest one, or by a number', () => {
  const all = [received(2), received(1, { who: 'K7PM' })];
  expect(overview(all, [])[0]!.learners.map(({ name }) => name)).toEqual(['K7PM', 'Learner 2']);
});

test('exercises are counted once, whatever rounds there were', () => {
  const attempts = [
    attempt(uuid(1)),
    attempt(uuid(2), { revises: uuid(1) }),
    attempt(uuid(3), { exercise: 'deir-ez-zor-mark' }),
  ];
  expect(overview([received(1, { attempts })], [])[0]!.learners[0]!.exercises).toBe(2);
});

test('lateness is counted in days of the calendar, and only after the whole day', () => {
  const due = saved(mine!, {}, '2026-11-22');
  const at = (day: number, hour: number) => new Date(2026, 10, day, hour, 30).toISOString();
  const late = (when: string) => notes([received(1, { who: 'a', at: when })], due)[0]!.slice(1);
  expect(late(at(22, 23))).toEqual([]);
  expect(late(at(23, 0))).toEqual(['Came a day after it was due']);
  expect(late(at(29, 12))).toEqual(['Came 7 days after it was due']);
});

test('a code that is not on the printed list is told; those not heard of yet are listed', () => {
  const its = saved(mine!, { codes: ['K7PM', 'Q4RT', 'CDFG'] });
  const all = [received(1, { who: ' k7 pm' }), received(2, { who: 'K7PN' })];
  expect(notes(all, its)).toEqual([[' k7 pm'], ['K7PN', 'This code is not on your list']]);
  expect(overview(all, [its])[0]!.waiting).toEqual(['Q4RT', 'CDFG']);
  expect(notes(all, saved(mine!))[1]).toEqual(['K7PN']);
});

test('one name from two devices, and two names from one, are told', () => {
  const from = uuid(9);
  const all = [
    received(1, { who: 'Ana' }),
    received(2, { who: 'Ana' }),
    received(3, { from, who: 'Ben', at: '2026-11-22T10:00:00.000Z' }),
    received(4, { from, who: 'Cem', at: '2026-11-22T11:00:00.000Z' }),
  ];
  const twice =
    'Another device handed in under the same name: somebody else, or the same learner. Both count';
  expect(notes(all, saved(mine!))).toEqual([
    ['Ana', twice],
    ['Ana', twice],
    [
      'Cem',
      'Two learners may have used one device: this came in as “Cem”, an older one as “Ben”. Only this one counts',
    ],
  ]);
  expect(
    notes(
      all.map((one) => ({ ...one, apart: true })),
      saved(mine!),
    ).slice(2),
  ).toEqual([
    ['Ben', 'One of 2 learners on one device, as you decided'],
    ['Cem', 'One of 2 learners on one device, as you decided'],
  ]);
  const one = all.map((each) => ({ ...each, apart: false }));
  expect(notes(one, saved(mine!)).slice(2)).toEqual([
    ['Cem', 'One learner, as you decided, though this came in as “Cem”, an older one as “Ben”'],
  ]);
});

test('without names two learners on one device are told by answers that are gone', () => {
  const from = uuid(9);
  const all = [1, 2, 3].map((n) => received(n, { from, at: `2026-11-22T1${n}:00:00.000Z` }));
  const rest = 'answers that are not in this one. Only this one counts';
  expect(notes(all.slice(1), saved(mine!))).toEqual([
    ['Learner 1', `Two learners may have used one device: an older one has ${rest}`],
  ]);
  expect(notes(all, saved(mine!))).toEqual([
    ['Learner 1', `3 learners may have used one device: older ones have ${rest}`],
  ]);
});

test('of three and more on one device every name is told', () => {
  const all = ['Ana', ' ana', 'Ben', undefined, 'Cem'].map((who, n) =>
    received(n, { from: uuid(9), ...(who ? { who } : {}), at: `2026-11-22T1${n}:00:00.000Z` }),
  );
  expect(notes(all, saved(mine!))[0]![1]).toMatch(
    /this came in as “Cem”, older ones without a name, as “Ben” and as “ ana”\. Only this one counts$/,
  );
});

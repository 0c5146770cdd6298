import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assignment, ExerciseStep, Step } from '#domain/assignment.ts';
import { mulberry32 } from '#domain/chance.ts';
import { drawCodes } from '#domain/codes.ts';
import { labels } from '#domain/label.ts';
import { assignment as anyAssignment } from '#domain/samples/assignments.ts';
import type { Attempt } from '#storage/attempt.ts';
import type { Opened } from '#storage/opened.ts';
import { pack, unpack } from '#storage/parcel.ts';
import { anyAttempts, attempt, uuid } from '#storage/samples/attempts.ts';
import { readSubmission } from '#storage/submission.ts';
import { caseOf, exercises } from '#course/course.ts';
import {
  addedSince,
  notesOn,
  standings,
  submissionOf,
  writtenAs,
  type Asked,
  type AtHand,
  type Catalogue,
} from './assigned.ts';

const catalogue: Catalogue = {
  exercises: {
    sorting: { title: 'Sort them', minutes: 10, case: 'a-case', claims: 12 },
    saying: { title: 'Say it', minutes: 2, case: 'a-bank' },
    weighing: { title: 'Weigh it', minutes: 5, case: 'a-case' },
  },
  lessons: { 'a-lesson': { title: 'Lesson 1', minutes: 12, exercises: ['saying', 'weighing'] } },
  notes: { 'a-case': { title: 'A case', note: 'It is about a war.' } },
};
const assignment: Assignment = {
  ...{ id: 'abc123def456', title: 'The 600', feedback: 'each', revise: true, shuffled: false },
  ...{ level: 'standard', name: 'off' },
  steps: [{ exercise: 'sorting' }, { lesson: 'a-lesson' }],
};
const opened: Opened = { parcel: 'WSA1', from: uuid(9), at: '2026-11-22T10:00:00.000Z', handedIn: [] };
const nothing: AtHand = new Map();

/** An attempt of the n-th minute. */
const done = (n: number, exercise: string, set = false): Attempt =>
  attempt(uuid(n), {
    exercise,
    at: `2026-11-22T10:0${n}:00.000Z`,
    ...(set ? { assignment: assignment.id } : {}),
  });
const steps = (...all: Step[]): Assignment => ({ ...assignment, steps: all });

describe('how far a learner has come', () => {
  test('an exercise that was set counts when it was done for the assignment, and not by itself', () => {
    const of = (...attempts: Attempt[]) => standings(assignment, catalogue, attempts, opened, nothing)[0];
    expect(of()).toMatchObject({ title: 'Sort them', minutes: 10, of: 1, handedIn: 0, settled: false });
    expect(of(done(1, 'sorting'))).toMatchObject({ done: false });
    expect(of({ ...done(1, 'sorting'), assignment: 'another00000' })).toMatchObject({ done: false });
    expect(of(done(1, 'sorting', true))).toMatchObject({ handedIn: 1, done: true, settled: true });
  });

  test('a lesson counts by its exercises, done on its own page since the assignment was opened', () => {
    const of = (...attempts: Attempt[]) => standings(assignment, catalogue, attempts, opened, nothing)[1];
    expect(of(done(1, 'saying'))).toMatchObject({ title: 'Lesson 1', of: 2, handedIn: 1, done: false });
    expect(of(done(1, 'saying'), done(2, 'saying'))).toMatchObject({ handedIn: 1 });
    expect(of(done(1, 'saying', true))).toMatchObject({ handedIn: 0 });
    expect(of({ ...done(1, 'saying'), at: '2026-11-22T09:59:59.999Z' })).toMatchObject({ handedIn: 0 });
    expect(of(done(1, 'saying'), done(2, 'weighing'))).toMatchObject({ done: true, settled: true });
  });

  test('what the site no longer has is not waited for, and keeps the name by which it was chosen', () => {
    const gone = steps({ exercise: 'a-gone-one' }, { lesson: 'a-gone-lesson' });
    expect(standings(gone, catalogue, [], opened, nothing)).toMatchObject([
      { title: 'a-gone-one', minutes: 0, gone: true, done: false, settled: true },
      { title: 'a-gone-lesson', minutes: 0, gone: true, done: false, settled: true },
    ]);
  });

  test('an exercise of which no claim is left is not waited for, once that is known', () => {
    const step: ExerciseStep = { exercise: 'sorting', claims: ['a-gone-claim'] };
    const of = (atHand: AtHand) => standings(steps(step), catalogue, [], opened, atHand)[0]!;
    expect(of(nothing).settled).toBe(false);
    expect(of(new Map([[step, undefined]])).settled).toBe(false);
    expect(of(new Map([[step, { items: [] } as Partial<Asked> as Asked]])).settled).toBe(true);
  });

  test('some of the claims take their share of the minutes', () => {
    const minutes = (...claims: string[]) =>
      standings(steps({ exercise: 'sorting', claims }), catalogue, [], opened, nothing)[0]!.minutes;
    expect(minutes('a')).toBe(1);
    expect(minutes('a', 'b', 'c', 'd', 'e', 'f')).toBe(5);
    expect(minutes(...Array.from({ length: 30 }, (_, n) => `claim-${n}`))).toBe(10);
  });
});

describe('what is handed in', () => {
  const made = { id: uuid(100), at: '2026-11-22T11:00:00.000Z' };

  test('is every round of what belongs to the assignment, and nothing else that the device keeps', () => {
    const attempts = [
      { ...done(0, 'saying'), at: '2026-11-22T09:00:00.000Z' },
      done(1, 'sorting'),
      done(2, 'sorting', true),
      { ...done(3, 'sorting', true), revises: uuid(2) },
      done(4, 'saying'),
      { ...done(5, 'sorting'), assignment: 'another00000' },
    ];
    expect(submissionOf(assignment, catalogue, attempts, opened, made)).toEqual({
      ...made,
      assignment: assignment.id,
      from: opened.from,
      attempts: [attempts[2], attempts[3], attempts[4]],
    });
  });

  test('bears a name only where one is asked, trimmed; and a code as the list has it', () => {
    const [code] = drawCodes(1, () => 0.3);
    const who = (name: Assignment['name'], typed?: string) =>
      submissionOf(
        { ...assignment, name },
        catalogue,
        [],
        { ...opened, ...(typed ? { who: typed } : {}) },
        made,
      ).who;
    expect(who('off', 'Fox')).toBeUndefined();
    expect(who('nickname')).toBeUndefined();
    expect(who('nickname', '  ')).toBeUndefined();
    expect(who('nickname', ' Blue Fox ')).toBe('Blue Fox');
    expect(who('code', ` ${code!.toLowerCase().slice(0, 2)} ${code!.slice(2)}`)).toBe(code);
    expect(writtenAs({ ...assignment, name: 'code' }, ' no code ')).toBe('no code');
  });

  test('is always whole: whatever the device keeps, it is read again as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyAssignment,
        anyAttempts({ maxLength: 5 }),
        fc.string({ maxLength: 60 }),
        async (any, attempts, who) => {
          const ours = attempts.map((each) => ({ ...each, assignment: any.id }));
          const submission = submissionOf(any, catalogue, ours, { ...opened, who }, made);
          const unpacked = await unpack('submission', await pack('submission', submission));
          expect(readSubmission((unpacked as { data: unknown }).data)).toEqual({ submission });
        },
      ),
      { numRuns: 50 },
    );
  });

  test('of the whole capstone, every claim with label, source and sureness, twice, fits into 4 kB of text', async () => {
    const { id, spec, claims } = exercises.find(({ id }) => id === 'deir-ez-zor-mark')!;
    const sources = caseOf(spec.case).sources.map(({ id }) => id);
    const sizes: number[] = [];
    for (let seed = 0; seed < 50; seed += 1) {
      const chance = mulberry32(seed);
      const one = (all: readonly string[]) => all[Math.floor(chance() * all.length)]!;
      const hex = (n: number) => Array.from({ length: n }, () => one([...'0123456789abcdef'])).join('');
      const newUuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
      // Everything by chance, and another thing in each round: no learner’s answers are harder to compress.
      const round = (at: string, more: Partial<Attempt> = {}): Attempt => ({
        id: newUuid(),
        exercise: id,
        assignment: assignment.id,
        answer: Object.fromEntries(
          claims.flatMap(({ id: claim }) => [
            [`label:${claim}`, one(labels)],
            [`says:${claim}`, one(sources)],
            [`sure:${claim}`, one(['1', '2', '3', '4'])],
          ]),
        ),
        at,
        ...more,
      });
      const first = round('2026-11-22T10:31:17.512Z');
      const second = round('2026-11-22T10:58:03.207Z', { revises: first.id });
      const submission = submissionOf(
        { ...steps({ exercise: id }), name: 'nickname' },
        { ...catalogue, exercises: { [id]: { title: spec.title, minutes: spec.minutes, case: spec.case } } },
        [first, second],
        { ...opened, from: newUuid(), who: 'The longest nickname that the learner’s page takes: 60 signs' },
        { id: newUuid(), at: '2026-11-22T11:00:00.000Z' },
      );
      expect(submission.attempts).toHaveLength(2);
      expect(readSubmission(submission)).toEqual({ submission });
      sizes.push((await pack('submission', submission)).length);
    }
    expect(claims.length).toBeGreaterThan(40);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(4000);
  });
});

test('something was done since it was last handed in: of this assignment, and after', () => {
  const since = (handedIn: string[], ...attempts: Attempt[]) =>
    addedSince(assignment, catalogue, attempts, { ...opened, handedIn });
  expect(since([], done(5, 'sorting', true))).toBe(false);
  const twice = ['2026-11-22T10:02:00.000Z', '2026-11-22T10:04:00.000Z'];
  expect(since(twice, done(3, 'sorting', true))).toBe(false);
  expect(since(twice, done(5, 'sorting', true))).toBe(true);
  expect(since(twice, done(5, 'saying'))).toBe(true);
  expect(since(twice, done(5, 'sorting'))).toBe(false);
});

test('each case is noted once, and a bank of statements never', () => {
  const of = (...all: Step[]) => notesOn(steps(...all), catalogue).map(({ title }) => title);
  expect(of({ exercise: 'saying' }, { exercise: 'weighing' }, { exercise: 'sorting' })).toEqual(['A case']);
  expect(of({ exercise: 'saying' }, { lesson: 'a-lesson' }, { exercise: 'gone' })).toEqual([]);
});

import { describe, expect, test, vi } from 'vitest';
import type { Assignment } from '#domain/assignment.ts';
import { Assignments } from '#storage/assignments.ts';
import { byLearner, Collection } from '#storage/collected.ts';
import { writeCollected } from '#storage/collected-file.ts';
import { savedAs, writeAll, writeOne } from '#storage/handout.ts';
import { pack } from '#storage/parcel.ts';
import { splitSequence } from '#storage/qr-sequence.ts';
import { attempt, uuid } from '#storage/samples/attempts.ts';
import { submission } from '#storage/samples/submissions.ts';
import { Tallies, writeTally } from '#storage/tallies.ts';
import type { Submission } from '#storage/submission.ts';
import { bringIn, broughtWords, type Brought, type Shelves, type Source } from './bring-in.ts';

const now = () => '2026-11-25T12:00:00.000Z';
const ana = submission(1, { who: 'Ana' });

function shelves(): Shelves {
  const kept = new Map<string, string>();
  const shelf = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
    key: (at: number) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size;
    },
  };
  return {
    collection: new Collection(undefined),
    assignments: new Assignments(shelf),
    tallies: new Tallies(shelf),
  };
}

const text = (name: string, words: string): Source => ({ name, read: async () => ({ text: words }) });
const handedIn = async (one: Submission) => text(`${one.who ?? one.id}.txt`, await pack('submission', one));

const assignment: Assignment = {
  id: ana.assignment,
  title: 'The 600',
  steps: [{ exercise: 'deir-ez-zor-mark' }],
  feedback: 'each',
  revise: true,
  shuffled: false,
  level: 'standard',
  name: 'nickname',
};
const record = {
  case: 'deir-ez-zor-600',
  claims: ['toll-lead', 'blitz'],
  at: '2026-11-20T09:00:00.000Z',
  rounds: [{ claim: 'toll-lead', first: { opinion: 3 }, second: {} }],
};

describe('bringing in', () => {
  test('one bad file stops no other, and each is told by its name', async () => {
    const there = shelves();
    const bad: Source = { name: 'Homework.docx', read: async () => ({ refused: 'It is packed.' }) };
    const progress = vi.fn();
    const sources = [bad, await handedIn(ana), text('Note.txt', 'Sorry'), await handedIn(submission(2))];
    const brought = await bringIn(sources, there, [], now, progress);
    expect(brought.added.map(({ id }) => id)).toEqual([uuid(1), uuid(2)]);
    expect(brought.problems).toEqual([
      { source: 'Homework.docx', reason: 'It is packed.' },
      { source: 'Note.txt', reason: expect.stringMatching(/^There is nothing in it/) as string },
    ]);
    expect(progress.mock.calls).toEqual([[0], [1], [2], [3], [4]]);
    expect(await there.collection.all()).toEqual([
      { submission: ana, receivedAt: now() },
      { submission: submission(2), receivedAt: now() },
    ]);
  });

  test('what is here already is counted; what bears its id and says something else is told, and not mixed in', async () => {
    const there = shelves();
    await bringIn([await handedIn(ana)], there, [], now);
    const forged = { ...ana, who: 'Mallory', attempts: [attempt(uuid(7))] };
    const brought = await bringIn([await handedIn(ana), await handedIn(forged)], there, [], now);
    expect(brought).toMatchObject({ added: [], known: 1 });
    expect(brought.problems).toEqual([
      {
        source: 'Mallory.txt',
        reason:
          'It says it is what “Ana” handed in on 22 November 2026, but the answers are not the same: one of the two has been changed. The one that came in first stays. Ask the learner to hand in again.',
      },
    ]);
    expect((await there.collection.all()).map((one) => one.submission)).toEqual([ana]);
  });

  test('codes make a submission as soon as the last one is there, in any order, from any number of sources', async () => {
    const there = shelves();
    const long = submission(1, {
      attempts: Array.from({ length: 40 }, (_, n) =>
        attempt(uuid(n), { answer: { a: String(Math.sin(n)) } }),
      ),
    });
    const [first, ...rest] = splitSequence(await pack('submission', long));
    const half = await bringIn([text('a code', rest.reverse().join('\n'))], there, [], now);
    expect(half).toMatchObject({ added: [], problems: [] });
    expect(half.begun).toMatchObject([{ of: rest.length + 1, missing: [1] }]);
    const whole = await bringIn([text('a code', first!)], there, half.codes, now);
    expect(whole).toMatchObject({ added: [long], begun: [] });
    const again = await bringIn([text('a code', first!)], there, whole.codes, now);
    expect(again).toMatchObject({ added: [], known: 0, problems: [] });
  });

  test('everything saved on one device comes in on another, once', async () => {
    const copy = writeCollected({
      collected: [{ submission: ana, receivedAt: '2026-11-22T11:00:00.000Z' }],
      assignments: [savedAs(assignment, now())],
      tallies: [record],
    });
    const there = shelves();
    const first = await bringIn([text('copy.json', copy)], there, [], now);
    expect(first).toMatchObject({ added: [ana], known: 0, tallies: 1, problems: [] });
    expect(first.assignments.map(({ name }) => name)).toEqual(['The 600']);
    expect((await there.collection.all())[0]!.receivedAt).toBe('2026-11-22T11:00:00.000Z');
    const again = await bringIn([text('copy.json', copy)], there, [], now);
    expect(again).toMatchObject({ added: [], known: 0, assignments: [], knownAssignments: [], problems: [] });
    expect(broughtWords(again, () => 'The 600')).toBe(
      'This is your own copy of what was collected. All of it is here already: 1 submission, 1 assignment, 1 class record.',
    );
    const assignments = writeAll([savedAs(assignment, now())]);
    const known = await bringIn([text('assignments.json', assignments)], there, [], now);
    expect(broughtWords(known, () => 'The 600')).toBe(
      'This is your own file of assignments. All of it is here already: 1 assignment.',
    );
    expect(there.tallies.all()).toEqual([record]);
  });

  test('of a copy that has more than is here, what is new is told, then what was here already', async () => {
    const there = shelves();
    await bringIn([await handedIn(ana)], there, [], now);
    const copy = writeCollected({
      collected: [ana, submission(2)].map((one) => ({ submission: one, receivedAt: now() })),
      assignments: [],
      tallies: [],
    });
    const brought = await bringIn([text('copy.json', copy)], there, [], now);
    expect(broughtWords(brought, () => 'The 600')).toBe(
      '1 new submission for “The 600”. From your own copy of what was collected these were here already: 1 submission.',
    );
  });

  describe('where a copy counts those on one device otherwise, this device stands and says so', () => {
    const on = (n: number, who?: string) =>
      submission(n, { from: uuid(50), at: `2026-11-22T1${n}:00:00.000Z`, ...(who ? { who } : {}) });
    const copyOf = (all: readonly Submission[], apart?: boolean) => {
      const collected = all.map((one) => ({
        submission: one,
        receivedAt: now(),
        ...(apart === undefined ? {} : { apart }),
      }));
      return text('copy.json', writeCollected({ collected, assignments: [], tallies: [] }));
    };
    const two = [on(1, 'Fox'), on(2, 'Heron')];
    const decisions = async ({ collection }: Shelves) =>
      byLearner(await collection.all()).map(({ sharing }) => sharing?.apart);
    const change = 'Here it stays as it is; you can change it under “Who has handed in”.';

    test.each([
      [
        true,
        false,
        'For “The 600” the copy counts “Heron” and “Fox”, who share a device, as 2 learners, and this device counts them as one.',
      ],
      [
        false,
        true,
        'For “The 600” the copy counts “Heron” and “Fox”, who share a device, as one learner, and this device counts them as 2.',
      ],
    ])('apart in the copy: %s, here: %s', async (inCopy, here, words) => {
      const there = shelves();
      await bringIn([copyOf(two, here)], there, [], now);
      const before = await decisions(there);
      const brought = await bringIn([copyOf(two, inCopy)], there, [], now);
      expect(await decisions(there)).toEqual(before);
      expect(broughtWords(brought, () => 'The 600')).toBe(
        `This is your own copy of what was collected. All of it is here already: 2 submissions. ${words} ${change}`,
      );
    });

    test('also where the copy has one more of them; nothing is said where both count alike', async () => {
      const there = shelves();
      await bringIn([copyOf(two, false)], there, [], now);
      const more = await bringIn([copyOf([...two, on(3, 'Mole')], true)], there, [], now);
      expect(await decisions(there)).toEqual([undefined]);
      expect(more.countedOtherwise).toMatchObject([{ learners: 3, apart: 'in the copy' }]);

      const alike = await bringIn([copyOf(two, true)], shelves(), [], now);
      expect(alike.countedOtherwise).toEqual([]);
    });
  });

  test('an assignment that differs from the one here is told, and the one here stays', async () => {
    const there = shelves();
    there.assignments.add([savedAs(assignment, now())]);
    const brought = await bringIn(
      [text('b.json', writeOne({ ...assignment, title: 'The 700' }))],
      there,
      [],
      now,
    );
    expect(brought.problems.map(({ reason }) => reason)).toEqual([
      'The assignment “The 700” is here already, and says something else: one of the two has been changed. The one on this device stays.',
    ]);
    expect(there.assignments.all().map(({ name }) => name)).toEqual(['The 600']);
  });

  test('of two states of one class record the fuller one stays', async () => {
    const there = shelves();
    const fuller = {
      ...record,
      rounds: [...record.rounds, { claim: 'blitz', first: { opinion: 9 }, second: {} }],
    };
    for (const [state, kept] of [
      [record, 1],
      [fuller, 1],
      [record, 0],
    ] as const)
      expect(await bringIn([text('votes.json', writeTally(state))], there, [], now)).toMatchObject({
        tallies: kept,
        knownTallies: 1 - kept,
      });
    expect(there.tallies.all()).toEqual([fuller]);
    const refusing = { ...there, tallies: new Tallies(undefined) };
    expect((await bringIn([text('votes.json', writeTally(record))], refusing, [], now)).problems).toEqual([
      {
        source: 'votes.json',
        reason: 'This device could not keep the class record: its storage is full or blocked.',
      },
    ]);
  });
});

describe('what became of it', () => {
  const brought = (part: Partial<Brought>): Brought => ({
    ...{
      added: [],
      known: 0,
      assignments: [],
      knownAssignments: [],
      tallies: 0,
      knownTallies: 0,
      ownFiles: [],
      countedOtherwise: [],
      problems: [],
      codes: [],
      begun: [],
    },
    ...part,
  });
  const nameOf = (id: string) => ({ [ana.assignment]: 'The 600', bbbbbbbbbbbb: 'Year 8' })[id];
  const other = submission(3, { assignment: 'bbbbbbbbbbbb' });
  const unknown = submission(4, { assignment: 'cccccccccccc' });
  const problem = { source: 'a', reason: 'b' };
  test.each<[Partial<Brought>, string]>([
    [{ added: [ana] }, '1 new submission for “The 600”.'],
    [{ added: [unknown, unknown] }, '2 new submissions for an assignment that is not on this device.'],
    [
      { added: [ana, ana, other, unknown], known: 1 },
      '4 new submissions: 2 for “The 600”, 1 for “Year 8”, 1 for an assignment that is not on this device. 1 was here already.',
    ],
    [
      { known: 2, problems: [problem] },
      '2 were here already. 1 could not be added: the list below says why.',
    ],
    [
      { assignments: [savedAs(assignment, now())], tallies: 2 },
      'The assignment “The 600” is now on this device. 2 class records kept.',
    ],
    [
      { knownAssignments: [savedAs(assignment, now())] },
      'The assignment “The 600” is here already. It is not what a learner hands in.',
    ],
    [{ knownTallies: 1 }, '1 class record was here already.'],
    [
      { ownFiles: [{ kind: 'collected', allKnown: true, known: 0, assignments: 0, tallies: 0 }] },
      'This is your own copy of what was collected. There is nothing in it.',
    ],
    [{ ownFiles: [{ kind: 'collected', allKnown: false, known: 0, assignments: 0, tallies: 0 }] }, ''],
    [
      { begun: [{ checksum: '0badcafe', of: 3, missing: [2, 3] }] },
      '1 of 3 codes is here. Still missing: 2, 3.',
    ],
  ])('is said in words: %#', (part, words) => {
    expect(broughtWords(brought(part), nameOf)).toBe(words);
  });
});

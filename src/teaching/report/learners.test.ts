import { expect, test } from 'vitest';
import { byLearner } from '#storage/collected.ts';
import { attempt, uuid } from '#storage/samples/attempts.ts';
import { submission } from '#storage/samples/submissions.ts';
import { deviceNote, learnersOf, sharedNames, shownName, unclearDevices } from './learners.ts';

const collected = (submissions: readonly ReturnType<typeof submission>[]) =>
  byLearner(submissions.map((each) => ({ submission: each, receivedAt: each.at })));

test('of a learner who handed in twice the newest counts, whichever came in first', () => {
  const [learner, ...others] = learnersOf(
    collected([
      submission(1, {
        from: uuid(9),
        who: 'Ana',
        at: '2026-11-22T12:00:00.000Z',
        attempts: [attempt(uuid(2))],
      }),
      submission(3, { from: uuid(9), who: 'Anna', at: '2026-11-22T11:00:00.000Z', attempts: [] }),
    ]),
  );
  expect(others).toEqual([]);
  expect(learner).toMatchObject({ who: 'Ana', at: '2026-11-22T12:00:00.000Z', attempts: [{ id: uuid(2) }] });
});

test('numbers stand in for names, are each given once, and do not follow the alphabet', () => {
  const work = collected([
    submission(1, { from: uuid(30), who: 'Ana' }),
    submission(2, { from: uuid(20), who: 'Ben' }),
    submission(3, { from: uuid(10), who: 'Cem' }),
    submission(4, { from: uuid(15) }),
  ]);
  const learners = learnersOf(work);
  expect(learners.map((learner) => shownName(learner, false))).toEqual(['Ana', 'Ben', 'Cem', 'Learner 2']);
  expect(learners.map((learner) => shownName(learner, true))).toEqual([
    'Learner 4',
    'Learner 3',
    'Learner 1',
    'Learner 2',
  ]);
});

test('learners who share a name are told apart, and said to share it', () => {
  const work = collected([
    submission(1, { from: uuid(30), who: 'Sam' }),
    submission(2, { from: uuid(20), who: ' Sam ' }),
    submission(3, { from: uuid(10), who: 'محمد' }),
  ]);
  expect(learnersOf(work).map(({ who }) => who)).toEqual(['Sam', 'Sam (2)', 'محمد']);
  expect(sharedNames(work)).toEqual(['Sam']);
  const spelt = ['Ana', 'ana', 'Ben'].map((who, n) => submission(n, { from: uuid(n), who }));
  expect(sharedNames(collected(spelt))).toHaveLength(1);
});

test('a device that two learners seem to have used is unclear until the teacher decides; where both count each is known by an id', () => {
  const two = [1, 2].map((n) => submission(n, { from: uuid(9), at: `2026-11-22T1${n}:00:00.000Z` }));
  const work = collected(two);
  expect([unclearDevices(work).length, learnersOf(work).length]).toEqual([1, 1]);
  const both = byLearner(two.map((each) => ({ submission: each, receivedAt: each.at, apart: true })));
  expect(unclearDevices(both)).toEqual([]);
  expect(learnersOf(both).map((learner) => [learner.from, shownName(learner, false)])).toEqual([
    [uuid(9), 'Learner 1'],
    [`${uuid(9)}.2`, 'Learner 2'],
  ]);
});

test('how many learners a device may have is told, with their names unless they are hidden', () => {
  const on = (n: number, ...names: string[]) =>
    names.map((who, at) =>
      submission(10 * n + at, { from: uuid(n), who, at: `2026-11-22T1${at}:00:00.000Z` }),
    );
  const three = unclearDevices(collected(on(1, 'Ana', 'Ben', 'Cem')));
  expect(deviceNote(three, false)).toBe(
    '3 learners may have used one device: “Cem”, “Ben” and “Ana”. Only the newest answers from it count here; where you collect you can count all 3.',
  );
  expect(deviceNote(three, true)).toBe(
    '3 learners may have used one device. Only the newest answers from it count here; where you collect you can count all 3.',
  );
  expect(deviceNote(unclearDevices(collected(on(1, 'Ana', 'Ben'))), false)).toBe(
    'Two learners may have used one device: “Ben” and “Ana”. Only the newest answers from it count here; where you collect you can count both.',
  );
  const more = unclearDevices(collected([...on(1, 'Ana', 'Ben'), ...on(2, 'Cem', 'Dora', 'Eva')]));
  expect(deviceNote(more, false)).toContain('On each of 2 devices several learners may have worked: ');
  expect(deviceNote(more, false)).toContain('“Ben” and “Ana” on one; “Eva”, “Dora” and “Cem” on another.');
  expect(deviceNote(more, true)).toContain(': 2 on one; 3 on another.');
});

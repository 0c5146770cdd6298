import { expect, test } from 'vitest';
import { claimKey } from '#domain/samples/claims.ts';
import { columns, csvOf, jsonOf, rowsOf } from './export.ts';
import { shownName } from './learners.ts';
import { assignmentOf, exerciseOf, learnersWith, listedAs, saying, sorting } from './samples/class.ts';

const key = [claimKey('a', 'opinion'), claimKey('b', 'sourced-claim', { says: 'shoigu' })];

test('there is a row for each learner, claim, go and round, with what was left out among them', () => {
  const learners = learnersWith('a-sort', [
    [
      [
        { 'label:a': 'sourced-claim', 'sure:a': '4', 'label:b': 'sourced-claim', 'says:b': 'writer' },
        { 'label:a': 'opinion', 'label:b': 'sourced-claim' },
      ],
      { 'label:a': 'opinion' },
    ],
    [],
  ]);
  const rows = rowsOf([exerciseOf(sorting(key), learners)], learners, (one) => shownName(one, false));
  expect(
    rows.map(({ learner, item, go, round, answer, key: right, right: earned, sure, says, says_key }) =>
      [learner, item, go, round, answer, right, earned, sure, says, says_key].join(' '),
    ),
  ).toEqual([
    'Learner 1 a 1 1 sourced-claim opinion 0 4  ',
    'Learner 1 a 1 2 opinion opinion 1   ',
    'Learner 1 b 1 1 sourced-claim sourced-claim 1  writer shoigu',
    'Learner 1 b 1 2 sourced-claim sourced-claim 1   ',
    'Learner 1 a 2 1 opinion opinion 1   ',
    'Learner 1 b 2 1  sourced-claim    ',
  ]);
  expect(Object.keys(rows[0]!).sort()).toEqual(Object.keys(columns).sort());
});

test('names and free texts cannot become formulas, and hidden names stand nowhere in the files', () => {
  const learners = learnersWith(
    'a-say',
    [[{ 'say:sentence': '=HYPERLINK("http://evil.example")' }]],
    () => '@Ana',
  );
  const exercise = exerciseOf(saying(), learners, listedAs('a-say'));
  const shown = csvOf(rowsOf([exercise], learners, (one) => shownName(one, false)));
  expect(shown).toContain(`'@Ana,`);
  expect(shown).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
  const hidden = (one: (typeof learners)[number]) => shownName(one, true);
  expect(csvOf(rowsOf([exercise], learners, hidden))).not.toContain('Ana');
  const json = jsonOf(assignmentOf(), [exercise], learners, hidden);
  expect(json).not.toContain('Ana');
  expect(json).not.toContain(learners[0]!.from);
});

test('the JSON has the figures of every item and every answer', () => {
  const learners = learnersWith('a-sort', [[{ 'label:a': 'opinion' }], [{ 'label:a': 'sourced-claim' }]]);
  const data = JSON.parse(
    jsonOf(assignmentOf(), [exerciseOf(sorting(key), learners)], learners, (one) => shownName(one, false)),
  );
  expect(data).toMatchObject({ format: 'who-says-report', version: 1, assignment: assignmentOf() });
  expect(data.figures[0].items[0]).toEqual({
    item: 'a',
    about: 'words of a',
    key: expect.stringContaining('Opinion'),
    answered: 2,
    facility: { right: 1, of: 2 },
    division: 0.5,
    given: [
      { answer: 'sourced-claim', n: 1 },
      { answer: 'unverified-figure', n: 0 },
      { answer: 'opinion', n: 1 },
      { answer: 'no-source-shown', n: 0 },
    ],
  });
  expect(data.answers).toHaveLength(4);
});

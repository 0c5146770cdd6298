import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isExercise, readAssignment, type Assignment } from '#domain/assignment.ts';
import type { ClaimKey } from '#domain/claim.ts';
import type { Label } from '#domain/label.ts';
import { assignment as anyAssignment } from '#domain/samples/assignments.ts';
import type { BaseSpec, Key } from '#exercises/contract.ts';
import {
  assignmentOf,
  draftOf,
  emptyDraft,
  idleOptions,
  keysFor,
  leftOut,
  nameOf,
  optionWords,
  readKept,
  settingWords,
  type Draft,
} from './builder.ts';
import { exerciseIn, minutesOf, missingIn, type Choices, type ExerciseChoice } from '../choices.ts';

const exercise = (id: string, rest: Partial<ExerciseChoice> = {}): ExerciseChoice => ({
  id,
  title: `Title of ${id}`,
  case: 'A case',
  type: 'sort',
  minutes: 10,
  test: false,
  plain: true,
  shuffles: true,
  ...rest,
});

const claims = ['a', 'b', 'c', 'd'];
const choices: Choices = {
  lessons: [{ slug: '01-first', number: 1, title: 'First', minutes: 12 }],
  cases: [
    {
      slug: 'a-case',
      title: 'A case',
      exercises: [
        exercise('mark', {
          type: 'mark',
          shuffles: false,
          sets: { claims, labels: 4, sure: false, disputed: true },
        }),
        exercise('three', { sets: { claims: ['a', 'b'], labels: 3, sure: true, disputed: false } }),
        exercise('say', { type: 'say', plain: false, shuffles: false }),
        exercise('test', { test: true }),
      ],
    },
  ],
  readySets: [],
};

const claim = (id: string, label: Label, scored = true): ClaimKey => ({
  id,
  label,
  scored,
  says: 'writer',
  why: '',
  whyNot: {},
});

/** a is sourced, b an opinion to be discussed here, c has no source shown, d is disputed. */
const key = (all: readonly ClaimKey[], discuss: readonly string[]): Key<BaseSpec> => ({
  spec: { type: 'mark', case: 'a-case', title: '', task: '', minutes: 1, ...{ discuss } },
  claims: all,
  sources: [],
  texts: {},
});
const keys = {
  mark: key(
    [
      claim('a', 'sourced-claim'),
      claim('b', 'opinion'),
      claim('c', 'no-source-shown'),
      claim('d', 'opinion', false),
    ],
    ['b'],
  ),
  three: key([claim('a', 'sourced-claim'), claim('b', 'opinion')], []),
};

const draft = (part: Partial<Draft>): Draft => ({ ...emptyDraft(), title: 'The 600', ...part });
const made = (part: Partial<Draft>) => assignmentOf(draft(part), 'abc123def456', choices, keys);
const stepsOf = (part: Partial<Draft>) => (made(part) as { assignment: Assignment }).assignment?.steps;

describe('a draft becomes an assignment', () => {
  test('with everything as it was chosen, and nothing that was not', () => {
    expect(
      made({
        steps: [{ lesson: '01-first' }, { exercise: 'mark' }, { exercise: 'say' }],
        ...{ feedback: 'end', revise: false, shuffled: true, level: 'plain', name: 'code' },
        ...{ title: ' The 600 ', due: '2026-12-01', message: ' Take your time. ' },
      }),
    ).toEqual({
      assignment: {
        id: 'abc123def456',
        title: 'The 600',
        steps: [{ lesson: '01-first' }, { exercise: 'mark' }, { exercise: 'say' }],
        ...{ feedback: 'end', revise: false, shuffled: true, level: 'plain', name: 'code' },
        ...{ due: '2026-12-01', message: 'Take your time.' },
      },
    });
    expect(made({ steps: [{ exercise: 'say' }] })).not.toHaveProperty('assignment.due');
  });

  test('that names claims only where it is not all of them', () => {
    expect(stepsOf({ steps: [{ exercise: 'mark' }] })).toEqual([{ exercise: 'mark' }]);
    expect(stepsOf({ steps: [{ exercise: 'mark', claims: ['a', 'c'] }] })).toEqual([
      { exercise: 'mark', claims: ['a', 'c'] },
    ]);
    expect(stepsOf({ steps: [{ exercise: 'three' }], labels: 3, disputed: false })).toEqual([
      { exercise: 'three', labels: 3 },
    ]);
  });

  test('with three answers: claims without a source shown are left out', () => {
    expect(stepsOf({ steps: [{ exercise: 'mark' }], labels: 3 })).toEqual([
      { exercise: 'mark', claims: ['a', 'b', 'd'], labels: 3 },
    ]);
    expect(stepsOf({ steps: [{ exercise: 'mark', claims: ['d', 'c'] }], labels: 3 })).toEqual([
      { exercise: 'mark', claims: ['d'], labels: 3 },
    ]);
  });

  test('with four answers: no claim is left out', () => {
    expect(stepsOf({ steps: [{ exercise: 'mark' }, { exercise: 'three' }], labels: 4 })).toEqual([
      { exercise: 'mark', labels: 4 },
      { exercise: 'three', labels: 4 },
    ]);
  });

  test('without what is to be discussed, by the key or by the exercise, where that is not wanted', () => {
    expect(stepsOf({ steps: [{ exercise: 'mark' }], disputed: false })).toEqual([
      { exercise: 'mark', claims: ['a', 'c'] },
    ]);
  });

  test('that asks for sureness where that is set', () => {
    expect(stepsOf({ steps: [{ exercise: 'mark' }, { exercise: 'say' }], sure: true })).toEqual([
      { exercise: 'mark', sure: true },
      { exercise: 'say' },
    ]);
    expect(stepsOf({ steps: [{ exercise: 'three' }], sure: false })).toEqual([
      { exercise: 'three', sure: false },
    ]);
  });

  test('in which a test stands as it is', () => {
    expect(stepsOf({ steps: [{ exercise: 'test' }], labels: 3, sure: false, disputed: false })).toEqual([
      { exercise: 'test' },
    ]);
  });

  test.each<[string, Partial<Draft>, string, string]>([
    ['nothing chosen', {}, 'steps', 'Nothing is chosen yet. Choose a lesson or an exercise.'],
    [
      'no title',
      { title: ' ', steps: [{ lesson: '01-first' }] },
      'title',
      'Give the assignment a title: learners see it first.',
    ],
    [
      'a day that does not exist',
      { due: '2026-02-30', steps: [{ lesson: '01-first' }] },
      'due',
      'There is no day “2026-02-30”. Choose another, or none.',
    ],
    [
      'no claim of an exercise',
      { steps: [{ exercise: 'mark', claims: [] }] },
      'steps',
      'No claim of “Title of mark” is chosen. Choose some, or take the exercise out.',
    ],
    [
      'only claims that its options leave out',
      { steps: [{ exercise: 'mark', claims: ['c'] }], labels: 3 },
      'steps',
      'With these options no chosen claim of “Title of mark” is left. Choose other claims, or four answers.',
    ],
    [
      'a message without end',
      { steps: [{ lesson: '01-first' }], message: 'a'.repeat(1001) },
      'message',
      'The message is too long: 1001 characters, and there is room for 1000.',
    ],
    [
      'a title without end',
      { steps: [{ lesson: '01-first' }], title: 'a'.repeat(121) },
      'title',
      'The title is too long: 121 characters, and there is room for 120.',
    ],
    [
      'too many steps',
      { steps: Array.from({ length: 81 }, () => ({ lesson: '01-first' })) },
      'steps',
      'The assignment does not say what is to be done. Take out what you chose last.',
    ],
  ])('but not with %s', (_, part, field, fault) => {
    expect(made(part)).toEqual({ field, fault });
  });

  test('that anybody can read, whatever is chosen', () => {
    const step = fc.oneof(
      fc.constant({ lesson: '01-first' }),
      fc.record(
        { exercise: fc.constantFrom('mark', 'three', 'say', 'test'), claims: fc.subarray(claims) },
        { requiredKeys: ['exercise'] },
      ),
    );
    const anyDraft = fc.record({
      title: fc.string({ maxLength: 130 }),
      steps: fc.uniqueArray(step, { maxLength: 4, selector: nameOf }),
      labels: fc.constantFrom<Draft['labels'][]>(3, 4, 'own'),
      sure: fc.constantFrom<Draft['sure'][]>(true, false, 'own'),
      disputed: fc.boolean(),
      due: fc.constantFrom('', '2026-12-01', 'soon'),
      message: fc.string(),
    });
    fc.assert(
      fc.property(anyDraft, (part) => {
        const result = made(part);
        if ('fault' in result) {
          expect(result.fault).toMatch(/\.$/);
          return;
        }
        const { assignment } = result;
        expect(readAssignment(JSON.parse(JSON.stringify(assignment)))).toEqual(result);
        expect(missingIn(choices, assignment)).toEqual([]);
        for (const each of assignment.steps.filter(isExercise)) {
          if (each.labels === 3 && each.exercise === 'mark') expect(each.claims).not.toContain('c');
          expect(each.claims).not.toEqual([]);
        }
        // Copied, it makes the same again.
        expect(assignmentOf(draftOf(assignment, choices), assignment.id, choices, keys)).toEqual(result);
      }),
    );
  });
});

test('the keys of exercises are needed only where some of their claims are to be left out', () => {
  const steps = [{ exercise: 'mark' }, { exercise: 'three' }, { exercise: 'say' }];
  expect(keysFor(draft({ steps }), choices)).toEqual([]);
  expect(keysFor(draft({ steps, labels: 4, sure: true }), choices)).toEqual([]);
  expect(keysFor(draft({ steps, labels: 3 }), choices)).toEqual(['mark', 'three']);
  expect(keysFor(draft({ steps, disputed: false }), choices)).toEqual(['mark']);
});

const whole: Assignment = {
  id: 'abc123def456',
  title: 'The 600',
  steps: [
    { lesson: '01-first' },
    { exercise: 'mark', claims: ['a', 'b'], labels: 3, sure: true },
    { exercise: 'three', labels: 3, sure: false },
  ],
  ...{ feedback: 'end', revise: false, shuffled: true, level: 'plain', name: 'nickname' },
  ...{ due: '2026-12-01', message: 'Take your time.' },
};

describe('a copy', () => {
  test('makes the same assignment again, under another id', () => {
    const copied = assignmentOf(draftOf(whole, choices), 'zzzzzzzzzzzz', choices, keys);
    expect(copied).toEqual({ assignment: { ...whole, id: 'zzzzzzzzzzzz' } });
  });

  test('has an option for all exercises where all have it, and else leaves each as it is', () => {
    expect(draftOf(whole, choices)).toMatchObject({ labels: 3, sure: 'own' });
  });

  test('leaves out what this site no longer has, and says what', () => {
    const old: Assignment = {
      ...whole,
      steps: [
        { lesson: '09-gone' },
        { exercise: 'gone' },
        { exercise: 'mark', claims: ['a', 'old', 'older'] },
        { exercise: 'three', claims: ['b', 'old'] },
      ],
    };
    expect(draftOf(old, choices).steps).toEqual([
      { exercise: 'mark', claims: ['a'] },
      { exercise: 'three', claims: ['b'] },
    ]);
    expect(leftOut(old, choices)).toBe(
      'Left out, because this site no longer has it: the lesson “09-gone”; the exercise “gone”; the claims “old”, “older” of “Title of mark”; the claim “old” of “Title of three”.',
    );
    expect(leftOut(whole, choices)).toBe('');
  });

  test('of any assignment is a draft with nothing in it that this site has not', () => {
    fc.assert(
      fc.property(anyAssignment, (any) => {
        expect(missingIn(choices, draftOf(any, choices))).toEqual([]);
      }),
    );
  });
});

describe('a draft that was kept', () => {
  test('is read as it was', () => {
    const kept = draft({
      steps: [{ lesson: '01-first' }, { exercise: 'mark', claims: [] }],
      ...{ labels: 4, sure: false, disputed: false, title: '', due: '2026-12-01', name: 'code', codes: 12 },
    });
    expect(readKept(JSON.stringify({ ...kept, steps: [] }), choices)).toEqual({ ...kept, steps: [] });
    const some = { ...kept, steps: [{ lesson: '01-first' }, { exercise: 'mark', claims: ['a'] }] };
    expect(readKept(JSON.stringify(some), choices)).toEqual(some);
  });

  test.each(['', 'null', '7', '{}', '{"steps":[]}', '{"title":"x","steps":[{"lesson":7}]}'])(
    'as %s is none',
    (text) => {
      expect(readKept(text, choices)).toBeUndefined();
    },
  );
});

test('an exercise with some of its claims takes its share of the minutes', () => {
  expect(minutesOf(choices, { exercise: 'mark' })).toBe(10);
  expect(minutesOf(choices, { exercise: 'mark', claims: ['a'] })).toBe(3);
  expect(minutesOf(choices, { exercise: 'mark', claims: ['a', 'gone'] })).toBe(3);
  expect(minutesOf(choices, { lesson: '01-first' })).toBe(12);
  expect(minutesOf(choices, { lesson: '09-gone' })).toBe(0);
  expect(exerciseIn(choices, 'gone')).toBeUndefined();
});

describe('an option that changes nothing says why', () => {
  const idle = (exercises: string[], part: Partial<Draft> = {}) =>
    idleOptions(draft({ steps: exercises.map((id) => ({ exercise: id })), ...part }), choices);

  test.each<[string, string[], Partial<Draft>, ReturnType<typeof idleOptions>]>([
    ['none where all count', ['mark', 'three'], {}, {}],
    ['none where nothing is chosen', [], {}, {}],
    [
      'what has no claims to set',
      ['say'],
      {},
      {
        labels: 'None of the chosen exercises lets it be set: this changes nothing.',
        sure: 'None of the chosen exercises lets it be set: this changes nothing.',
        disputed: 'None of the chosen exercises lets it be set: this changes nothing.',
        shuffled: 'The questions of the chosen exercises follow a text or a path: this changes nothing.',
        level: 'None of the chosen exercises shows the article’s text: this changes nothing.',
      },
    ],
    [
      'what has it already',
      ['three'],
      { labels: 3, sure: true },
      {
        labels: 'The chosen exercises have three answers already.',
        sure: 'The chosen exercises ask it already.',
        disputed: 'None of the chosen exercises has a claim to discuss: this changes nothing.',
      },
    ],
    [
      'an article, whose claims stand in its order',
      ['mark'],
      { labels: 4, sure: false },
      {
        labels: 'The chosen exercises have four answers already.',
        sure: 'The chosen exercises do not ask it already.',
        shuffled: 'The questions of the chosen exercises follow a text or a path: this changes nothing.',
      },
    ],
  ])('%s', (_, exercises, part, expected) => {
    expect(idle(exercises, part)).toEqual(expected);
  });

  test('a test is taken as it stands', () => {
    expect(idle(['test'])).toMatchObject({
      feedback: 'A test keeps its reasons back, and is not revised: this changes nothing.',
      revise: 'A test keeps its reasons back, and is not revised: this changes nothing.',
    });
  });
});

test('learners are told the options in plain words, and none that means nothing to them', () => {
  expect(optionWords(whole)).toEqual([
    'The reasons come when everything is handed in.',
    'Each exercise is done once, without a second look.',
    'Everybody gets the statements in an order of their own.',
    'The article is in plainer words.',
    'You are asked for a nickname.',
  ]);
  expect(
    optionWords({
      ...whole,
      feedback: 'each',
      revise: true,
      shuffled: false,
      level: 'standard',
      name: 'code',
    }),
  ).toEqual([
    'The reasons come after each exercise.',
    'You may revise each exercise once.',
    'You are asked for the code that your teacher gave you.',
  ]);
  expect(optionWords({ ...whole, steps: [{ lesson: '01-first' }], name: 'off' })).toEqual([
    'Nobody is asked for a name.',
  ]);
});

test('what is set of an exercise is told in a few words', () => {
  expect(settingWords({ exercise: 'mark', claims: ['a', 'gone'], labels: 3, sure: true }, choices)).toEqual([
    '1 of 4 claims',
    'three answers',
    'asks how sure you are',
  ]);
  expect(settingWords({ exercise: 'three', labels: 4, sure: false }, choices)).toEqual([
    '2 claims',
    'four answers',
    'does not ask how sure you are',
  ]);
  expect(settingWords({ exercise: 'say' }, choices)).toEqual([]);
});

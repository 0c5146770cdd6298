import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newAssignmentId, readAssignment, type Assignment } from './assignment.ts';
import { assignment } from './samples/assignments.ts';

const whole: Assignment = {
  id: 'abc123def456',
  title: 'The 600',
  steps: [
    { lesson: '02-three-drawers' },
    { exercise: 'deir-ez-zor-mark', claims: ['toll-headline', 'blitz'], labels: 3, sure: true },
    { exercise: 'six-hundred-trace' },
  ],
  feedback: 'end',
  revise: false,
  shuffled: true,
  level: 'plain',
  name: 'code',
  due: '2026-12-01',
  message: 'Take your time.',
};

test('an assignment is read as it was written', () => {
  expect(readAssignment(JSON.parse(JSON.stringify(whole)))).toEqual({ assignment: whole });
  fc.assert(
    fc.property(assignment, (any) => {
      expect(readAssignment(JSON.parse(JSON.stringify(any)))).toEqual({ assignment: any });
    }),
  );
});

test('what is not known is left behind', () => {
  expect(readAssignment({ ...whole, colour: 'red' })).toEqual({ assignment: whole });
});

test.each([
  ['nothing', null, 'is not an assignment'],
  ['a list', [], 'is not an assignment'],
  ['without an id', { ...whole, id: 'ABC' }, 'has no proper id'],
  ['without a title', { ...whole, title: ' ' }, 'has no proper title'],
  ['without a step', { ...whole, steps: [] }, 'does not say what is to be done'],
  [
    'with a step that is both',
    { ...whole, steps: [{ lesson: 'a' }, { lesson: 'a', exercise: 'b' }] },
    'has a step that cannot be read (number 2)',
  ],
  [
    'with a claim twice',
    { ...whole, steps: [{ exercise: 'a', claims: ['b', 'b'] }] },
    'has a step that cannot be read (number 1)',
  ],
  [
    'with five labels',
    { ...whole, steps: [{ exercise: 'a', labels: 5 }] },
    'has a step that cannot be read (number 1)',
  ],
  ['with another feedback', { ...whole, feedback: 'never' }, 'does not say when the reasons come'],
  ['without an option', { ...whole, revise: undefined }, 'lacks one of its options'],
  ['of another level', { ...whole, level: 'hard' }, 'does not say which text is read'],
  ['with another name', { ...whole, name: 'passport' }, 'does not say whether names are asked'],
  ['due on 30 February', { ...whole, due: '2026-02-30' }, 'is due on a day that does not exist'],
  ['with an endless message', { ...whole, message: 'a'.repeat(1001) }, 'has a message that cannot be read'],
])('what is %s is refused with the reason', (_, data, fault) => {
  expect(readAssignment(data)).toEqual({ fault });
});

test('whatever comes is read or refused, and nothing throws', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      const read = readAssignment(data);
      expect('assignment' in read || read.fault.length > 0).toBe(true);
    }),
  );
});

test('ids are drawn from all letters and digits', () => {
  expect(newAssignmentId(() => 0)).toBe('aaaaaaaaaaaa');
  expect(newAssignmentId(() => 0.9999)).toBe('999999999999');
});

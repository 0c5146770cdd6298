import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anySubmission, submission } from './samples/submissions.ts';
import { attempt, uuid } from './samples/attempts.ts';
import { readSubmission, sameSubmission, type Submission } from './submission.ts';

const whole = submission(1, { who: 'Blue Heron' });

test('what the learner’s page makes is read as it is', () => {
  fc.assert(
    fc.property(anySubmission, (one) => {
      expect(readSubmission(JSON.parse(JSON.stringify(one)))).toEqual({ submission: one });
    }),
  );
});

test('what is not known here is left out', () => {
  const more = { ...whole, mark: 10, attempts: [{ ...whole.attempts[0], mark: 1 }] };
  expect(readSubmission(more)).toEqual({ submission: whole });
});

test('a name loses the signs that nobody sees and that turn the letters around it; what can be read of it stays', () => {
  const nameOf = (who: string) => {
    const read = readSubmission({ ...whole, who });
    return 'submission' in read ? (read.submission.who ?? 'none') : read.fault;
  };
  expect(nameOf('\u202eevE\u202c')).toBe('evE');
  expect(nameOf('\u2067An\u00ada\u2069\u200b\ufeff')).toBe('Ana');
  expect(nameOf('Ana\nBen\u0007')).toBe('Ana Ben ');
  expect(nameOf('\u202e\u200d')).toBe('none');
  for (const who of ['עברית', 'می\u200cخواهم', '👩\u200d🚀', 'Zoë O’Neil 7']) expect(nameOf(who)).toBe(who);
  expect(sameSubmission({ ...whole, who: '\u202eFox' }, { ...whole, who: 'Fox' })).toBe(true);
});

test.each<[string, object, string]>([
  ['no object', { id: undefined }, 'has no proper id'],
  ['a name of an assignment that cannot be', { assignment: 'ABC' }, 'does not name an assignment'],
  ['no device', { from: 'mine' }, 'does not say which device it comes from'],
  ['a name of spaces', { who: '  ' }, 'has a name that cannot be read'],
  ['a name too long', { who: 'a'.repeat(61) }, 'has a name that cannot be read'],
  ['a day that does not exist', { at: '2026-02-30T10:00:00.000Z' }, 'has no proper date'],
  ['no list of answers', { attempts: {} }, 'has no answers in it'],
  [
    'a damaged answer',
    { attempts: [attempt('x')] },
    'is damaged at answer 1: its id is missing or malformed',
  ],
  [
    'an answer for another assignment',
    { attempts: [attempt(uuid(1)), attempt(uuid(2), { assignment: 'zzzzzzzzzzzz' })] },
    'is damaged at answer 2: it was given for another assignment',
  ],
  [
    'an answer twice',
    { attempts: [attempt(uuid(1)), attempt(uuid(1))] },
    'is damaged at answer 2: it stands there twice',
  ],
])('with %s it is refused with the reason', (_, change, fault) => {
  expect(readSubmission({ ...whole, ...change })).toEqual({ fault });
});

test('anything is read or refused, and nothing throws', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      expect(readSubmission(data)).toHaveProperty('fault');
    }),
  );
});

test.each<[string, Partial<Submission>]>([
  ['id', { id: uuid(7) }],
  ['assignment', { assignment: 'zzzzzzzzzzzz' }],
  ['device', { from: uuid(7) }],
  ['name', { who: 'Grey Heron' }],
  ['time', { at: '2026-11-22T10:30:00.001Z' }],
  ['number of answers', { attempts: [] }],
  ['answer', { attempts: [attempt(uuid(2001), { answer: { 'label:toll': 'sourced-claim' } })] }],
])('two that differ in their %s are not the same', (_, change) => {
  expect(sameSubmission(whole, { ...whole })).toBe(true);
  expect(sameSubmission(whole, { ...whole, ...change })).toBe(false);
});

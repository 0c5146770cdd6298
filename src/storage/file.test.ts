import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readFile, writeFile } from './file.ts';
import { anyAttempts, attempt } from './samples/attempts.ts';

const whole = attempt('11111111');

const asFile = (more: object) => JSON.stringify({ format: 'who-says', version: 1, attempts: [], ...more });

test('a written file is read back as it was', () => {
  fc.assert(
    fc.property(anyAttempts(), (attempts) => {
      expect(readFile(writeFile(attempts))).toEqual({ attempts });
    }),
  );
});

test('the kept sample of version 1 is still read', () => {
  const sample = readFileSync(new URL('samples/v1.json', import.meta.url), 'utf8');
  const first = {
    id: '0b6c1f0e-6f0a-4c52-9d0a-2f8f0a1d9a11',
    exercise: 'deir-ez-zor-sort',
    answer: { 'label:capital': 'no-source-shown', 'sure:capital': '4' },
    at: '2026-11-22T10:00:00.000Z',
  };
  const revision = {
    ...first,
    id: '5a0c7d8a-93f6-4a83-a8a1-7c5c1c0f6c0e',
    answer: { ...first.answer, 'label:tonnage': 'unverified-figure' },
    at: '2026-11-22T10:05:00.000Z',
    revises: first.id,
  };
  expect(readFile(sample)).toEqual({ attempts: [first, revision] });
});

test('the envelope of a written file names its format and version', () => {
  expect(JSON.parse(writeFile([whole]))).toEqual({ format: 'who-says', version: 1, attempts: [whole] });
});

describe('a file is refused', () => {
  const cutOff =
    'This file is damaged or cut off: it cannot be read. Nothing was changed. Try exporting it again.';
  const foreign =
    'This is not a file of Who Says? answers. Nothing was changed. Choose a file that “Save to a file” made.';
  const noVersion =
    'This file does not say which version it is. Nothing was changed. Try exporting it again.';
  const noAttempts = 'This file has no attempts in it. Nothing was changed. Try exporting it again.';

  test.each([
    ['that is not JSON', 'id;exercise', cutOff],
    ['that is empty', '', cutOff],
    ['that was cut off', writeFile([whole]).slice(0, -10), cutOff],
    ['of somebody else', '{"format":"quiz","version":1,"attempts":[]}', foreign],
    ['that is a list', '[]', foreign],
    ['that is null', 'null', foreign],
    ['that is a text', '"who-says"', foreign],
    ['without a version', asFile({ version: undefined }), noVersion],
    ['of version "1"', asFile({ version: '1' }), noVersion],
    ['of version 0', asFile({ version: 0 }), noVersion],
    [
      'of a newer version, even if its attempts are unlike ours',
      asFile({ version: 2, attempts: 'packed' }),
      'This file comes from a newer Who Says? (version 2; this one reads up to 1). Nothing was changed. Open it on the newer site.',
    ],
    ['without attempts', asFile({ attempts: undefined }), noAttempts],
    ['whose attempts are no list', asFile({ attempts: { 0: whole } }), noAttempts],
  ])('%s', (_, text, refused) => {
    expect(readFile(text)).toEqual({ refused });
  });

  test.each<[string, unknown, string]>([
    ['null', null, 'it is not an attempt'],
    ['a list', [], 'it is not an attempt'],
    ['no id', { ...whole, id: undefined }, 'its id is missing or malformed'],
    ['an id that is too short', { ...whole, id: '1234567' }, 'its id is missing or malformed'],
    ['an id that is too long', { ...whole, id: 'a'.repeat(65) }, 'its id is missing or malformed'],
    ['an id with other characters', { ...whole, id: '<b>1234</b>' }, 'its id is missing or malformed'],
    ['no exercise', { ...whole, exercise: undefined }, 'it does not name an exercise'],
    ['an exercise that is a path', { ...whole, exercise: '../secret' }, 'it does not name an exercise'],
    ['no answer', { ...whole, answer: undefined }, 'its answer is damaged'],
    ['an answer that is a list', { ...whole, answer: ['opinion'] }, 'its answer is damaged'],
    ['a number in its answer', { ...whole, answer: { 'sure:toll': 4 } }, 'its answer is damaged'],
    [
      'a field name of 201 characters',
      { ...whole, answer: { ['a'.repeat(201)]: '' } },
      'its answer is damaged',
    ],
    ['a text of 20,001 characters', { ...whole, answer: { a: 'a'.repeat(20_001) } }, 'its answer is damaged'],
    ['no date', { ...whole, at: undefined }, 'its date is damaged'],
    ['a date in words', { ...whole, at: 'yesterday' }, 'its date is damaged'],
    ['a date that is a number', { ...whole, at: 1_700_000_000 }, 'its date is damaged'],
    ['a revised attempt that is no id', { ...whole, revises: null }, 'the attempt it revises is damaged'],
  ])('whole, with the place, for an attempt with %s', (_, damaged, fault) => {
    expect(readFile(asFile({ attempts: [whole, attempt('22222222'), damaged] }))).toEqual({
      refused: `This file is damaged at attempt 3: ${fault}. Nothing was changed. Try exporting it again.`,
    });
  });
});

test('an attempt at the limits of what is allowed is read', () => {
  const answer = { ['n'.repeat(200)]: 't'.repeat(20_000) };
  const attempts = [attempt('a'.repeat(64), { answer, exercise: 'e'.repeat(100) }), attempt('a'.repeat(8))];
  expect(readFile(writeFile(attempts))).toEqual({ attempts });
});

describe('whatever a file holds, reading it never throws and takes nothing damaged', () => {
  const answered = (text: string) => {
    const contents = readFile(text);
    if ('refused' in contents) expect(contents.refused).toContain('Nothing was changed.');
    else expect(readFile(writeFile(contents.attempts))).toEqual(contents);
  };

  test('any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), answered));
  });

  test('any JSON', () => {
    fc.assert(fc.property(fc.json(), answered));
  });

  test('any JSON in the place of the attempts, or of a part of one', () => {
    const damage = fc.record(
      {
        id: fc.jsonValue(),
        exercise: fc.jsonValue(),
        answer: fc.jsonValue(),
        at: fc.jsonValue(),
        revises: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    const attempts = fc.oneof(
      fc.jsonValue(),
      fc.array(fc.jsonValue()),
      damage.map((parts) => [{ ...whole, ...parts }]),
    );
    fc.assert(fc.property(attempts, (value) => answered(asFile({ attempts: value }))));
  });

  test('any beginning of a file', () => {
    const text = writeFile([whole, attempt('22222222')]);
    fc.assert(
      fc.property(fc.nat(text.length - 3), (length) => {
        expect(readFile(text.slice(0, length))).toHaveProperty('refused');
      }),
    );
  });
});

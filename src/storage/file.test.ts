import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attempt } from './attempt.ts';
import { readFile, writeFile } from './file.ts';
import { anyAttempts, attempt, now, uuid } from './samples/attempts.ts';

const whole = attempt(uuid(1));
const another = attempt(uuid(2));
const day = 24 * 60 * 60 * 1000;

const asFile = (more: object) => JSON.stringify({ format: 'who-says', version: 1, attempts: [], ...more });

test('a written file is read back as it was', () => {
  fc.assert(
    fc.property(anyAttempts(), (attempts) => {
      expect(readFile(writeFile(attempts), now)).toEqual({ attempts });
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
  expect(readFile(sample, now)).toEqual({ attempts: [first, revision] });
});

test('the kept sample of version 2 is still read', () => {
  const sample = readFileSync(new URL('samples/v2.json', import.meta.url), 'utf8');
  const set = {
    id: '7c0b4a52-1d0e-4d53-8f9e-0a4c52d9d0a2',
    exercise: 'deir-ez-zor-sort',
    assignment: 'abc123def456',
    answer: { 'label:capital': 'no-source-shown' },
    at: '2026-11-22T10:00:00.000Z',
  };
  expect(readFile(sample, now)).toEqual({ attempts: [set] });
});

test('the envelope of a written file names its format and version', () => {
  expect(JSON.parse(writeFile([whole]))).toEqual({ format: 'who-says', version: 2, attempts: [whole] });
});

describe('a file is refused', () => {
  const saveAgain = 'Nothing was changed. On the device it comes from, choose “Save to a file” again.';
  const cutOff = `This file is damaged or cut off: it cannot be read. ${saveAgain}`;
  const foreign =
    'This is not a file of Who Says? answers. Nothing was changed. Choose a file that “Save to a file” made.';
  const noVersion = `This file does not say which version it is. ${saveAgain}`;
  const noAttempts = `This file has no attempts in it. ${saveAgain}`;

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
      asFile({ version: 3, attempts: 'packed' }),
      'This file comes from a newer Who Says? (version 3; this one reads up to 2). Nothing was changed. Open it on the newer site.',
    ],
    ['without attempts', asFile({ attempts: undefined }), noAttempts],
    ['whose attempts are no list', asFile({ attempts: { 0: whole } }), noAttempts],
  ])('%s', (_, text, refused) => {
    expect(readFile(text, now)).toEqual({ refused });
  });

  test.each<[string, unknown, string]>([
    ['null', null, 'it is not an attempt'],
    ['a list', [], 'it is not an attempt'],
    ['no id', { ...whole, id: undefined }, 'its id is missing or malformed'],
    ['an id that is a number', { ...whole, id: 3 }, 'its id is missing or malformed'],
    ['an id that is no UUID', { ...whole, id: 'attempt-3' }, 'its id is missing or malformed'],
    [
      'a UUID without hyphens',
      { ...whole, id: uuid(3).replaceAll('-', '') },
      'its id is missing or malformed',
    ],
    ['a UUID with something after it', { ...whole, id: `${uuid(3)}0` }, 'its id is missing or malformed'],
    ['a UUID and a line break', { ...whole, id: `${uuid(3)}\n` }, 'its id is missing or malformed'],
    [
      'a UUID in capitals, another spelling of the same',
      { ...whole, id: 'ABCDEF00-0000-4000-8000-000000000000' },
      'its id is missing or malformed',
    ],
    ['no exercise', { ...whole, exercise: undefined }, 'it does not name an exercise'],
    ['an exercise that is a path', { ...whole, exercise: '../secret' }, 'it does not name an exercise'],
    ['an assignment that is none', { ...whole, assignment: 'ours' }, 'the assignment it names is damaged'],
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
    ['a date without a time', { ...whole, at: '2026-11-22' }, 'its date is damaged'],
    ['a date as a person writes it', { ...whole, at: 'Nov 22, 2026 10:00' }, 'its date is damaged'],
    ['a time of another zone', { ...whole, at: '2026-11-22T10:00:00.000+01:00' }, 'its date is damaged'],
    ['a time without a zone', { ...whole, at: '2026-11-22T10:00:00.000' }, 'its date is damaged'],
    ['a time without milliseconds', { ...whole, at: '2026-11-22T10:00:00Z' }, 'its date is damaged'],
    ['30 February', { ...whole, at: '2026-02-30T10:00:00.000Z' }, 'its date is damaged'],
    [
      '29 February of a year without one',
      { ...whole, at: '2026-02-29T10:00:00.000Z' },
      'its date is damaged',
    ],
    ['month 13', { ...whole, at: '2026-13-01T10:00:00.000Z' }, 'its date is damaged'],
    ['24 o’clock', { ...whole, at: '2026-11-21T24:00:00.000Z' }, 'its date is damaged'],
    ['a year before the year 0', { ...whole, at: '-000001-11-22T10:00:00.000Z' }, 'its date is damaged'],
    ['a year of six figures', { ...whole, at: '+012026-11-22T10:00:00.000Z' }, 'its date is damaged'],
    ['a revised attempt that is null', { ...whole, revises: null }, 'the attempt it revises is damaged'],
    [
      'a revised attempt that is no UUID',
      { ...whole, revises: 'the first' },
      'the attempt it revises is damaged',
    ],
    ['itself as what it revises', { ...whole, id: uuid(3), revises: uuid(3) }, 'it revises itself'],
  ])('whole, with the place, for an attempt with %s', (_, damaged, fault) => {
    expect(readFile(asFile({ attempts: [whole, another, damaged] }), now)).toEqual({
      refused: `This file is damaged at attempt 3: ${fault}. ${saveAgain}`,
    });
  });

  test.each<[string, readonly (number | undefined)[], number]>([
    ['two attempts that revise each other', [undefined, 2, 1], 2],
    ['three in a ring', [2, 0, 1], 1],
    ['a ring that another leads into', [1, 2, 1], 2],
  ])('for %s, at one of them', (_, links, place) => {
    expect(readFile(writeFile(linked(links)), now)).toEqual({
      refused: `This file is damaged at attempt ${place}: following what it revises leads back to it. ${saveAgain}`,
    });
  });

  test('at the first attempt that is dated more than a day ahead of this device', () => {
    const attempts = [1, day, day + 1, 400 * day].map((ahead, n) => attempt(uuid(n), { at: later(ahead) }));
    expect(readFile(writeFile(attempts.slice(0, 2)), now)).toEqual({ attempts: attempts.slice(0, 2) });
    expect(readFile(writeFile(attempts), now)).toEqual({
      refused:
        'This file is ahead of time at attempt 3: it is dated 2026-11-23, which is still to come. Nothing was changed. Check the date on this device; if it is right, that of the other device was wrong, and this file cannot be used.',
    });
  });
});

test('attempts that revise each other are read unless following what they revise never ends', () => {
  const anyLinks = fc
    .integer({ min: 1, max: 8 })
    .chain((n) => fc.array(fc.option(fc.nat(n), { nil: undefined }), { minLength: n, maxLength: n }));
  fc.assert(
    fc.property(anyLinks, (links) => {
      const endless = links.some((_, start) => {
        let here: number | undefined = start;
        for (let steps = 0; steps <= links.length && here !== undefined; steps += 1) here = links[here];
        return here !== undefined;
      });
      const attempts = linked(links);
      const contents = readFile(writeFile(attempts), now);
      if (endless) expect(contents).toHaveProperty('refused');
      else expect(contents).toEqual({ attempts });
    }),
  );
});

test('attempts are read at whatever time they were made, up to a day ahead of this device', () => {
  const anyTime = fc.date({
    min: new Date('0000-01-01T00:00:00.000Z'),
    max: new Date('9999-12-31T23:59:59.999Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(anyTime, anyTime, (made, clock) => {
      const attempts = [attempt(uuid(1), { at: made.toISOString() })];
      const contents = readFile(writeFile(attempts), clock);
      if (made.getTime() > clock.getTime() + day) expect(contents).toHaveProperty('refused');
      else expect(contents).toEqual({ attempts });
    }),
  );
});

test('a long chain of revisions is read', () => {
  const attempts = linked(Array.from({ length: 20_000 }, (_, n) => (n === 0 ? undefined : n - 1)));
  expect(readFile(writeFile(attempts), now)).toEqual({ attempts });
});

test('an attempt at the limits of what is allowed is read', () => {
  const answer = { ['n'.repeat(200)]: 't'.repeat(20_000) };
  const attempts = [attempt(uuid(1), { answer, exercise: 'e'.repeat(100) })];
  expect(readFile(writeFile(attempts), now)).toEqual({ attempts });
});

describe('whatever a file holds, reading it never throws and takes nothing damaged', () => {
  const answered = (text: string) => {
    const contents = readFile(text, now);
    if ('refused' in contents) expect(contents.refused).toContain('Nothing was changed.');
    else expect(readFile(writeFile(contents.attempts), now)).toEqual(contents);
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
    const text = writeFile([whole, another]);
    fc.assert(
      fc.property(fc.nat(text.length - 3), (length) => {
        expect(readFile(text.slice(0, length), now)).toHaveProperty('refused');
      }),
    );
  });
});

/** Attempts each of which revises the one in the place named, if any; one that is not there is no fault. */
function linked(links: readonly (number | undefined)[]): Attempt[] {
  return links.map((link, n) => attempt(uuid(n), link === undefined ? {} : { revises: uuid(link) }));
}

function later(milliseconds: number): string {
  return new Date(now.getTime() + milliseconds).toISOString();
}

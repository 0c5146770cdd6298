import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { labels } from '#domain/label.ts';
import { readTally, Tallies, talliesKey, writeTally, type TallyRecord } from './tallies.ts';

const record: TallyRecord = {
  case: 'deir-ez-zor-600',
  claims: ['toll-lead', 'sincere'],
  at: '2026-11-24T10:00:00.000Z',
  rounds: [
    {
      claim: 'toll-lead',
      first: { 'sourced-claim': 14, 'unverified-figure': 9 },
      second: { 'unverified-figure': 23 },
    },
  ],
};

const id = fc.stringMatching(/^[a-z0-9-]{1,40}$/);
const votes = fc.record(
  Object.fromEntries(labels.map((label) => [label, fc.nat(999)])) as Record<string, fc.Arbitrary<number>>,
  { requiredKeys: [] },
);
const anyRecord: fc.Arbitrary<TallyRecord> = fc
  .record({
    case: id,
    claims: fc.uniqueArray(id, { minLength: 1, maxLength: 20 }),
    at: fc.date({ min: new Date(0), max: new Date('2099-01-01'), noInvalidDate: true }),
    votes: fc.array(fc.tuple(votes, votes), { maxLength: 20 }),
  })
  .map(({ case: slug, claims, at, votes }) => ({
    case: slug,
    claims,
    at: at.toISOString(),
    rounds: votes.slice(0, claims.length).map(([first, second], index) => ({
      claim: claims[index]!,
      first: { ...first },
      second: { ...second },
    })),
  }));

describe('the file of a class record', () => {
  test('is read exactly as it was written, whatever was counted', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        expect(readTally(writeTally(any))).toEqual({ record: any });
      }),
    );
  });

  test('as version 1 wrote it is still read', () => {
    const kept =
      '{"format":"who-says-tally","version":1,"case":"bus-lane","claims":["a","b"],"at":"2026-11-24T10:00:00.000Z",' +
      '"rounds":[{"claim":"b","first":{"opinion":3},"second":{}}]}';
    expect(readTally(kept)).toEqual({
      record: {
        case: 'bus-lane',
        claims: ['a', 'b'],
        at: '2026-11-24T10:00:00.000Z',
        rounds: [{ claim: 'b', first: { opinion: 3 }, second: {} }],
      },
    });
  });

  test('carries nothing on that is not known here', () => {
    const more = { ...JSON.parse(writeTally(record)), teacher: 'somebody' };
    expect(readTally(JSON.stringify(more))).toEqual({ record });
  });

  test('is read or refused, never more, whatever the text is', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      // A proper file in which one value is another.
      fc
        .tuple(anyRecord, fc.constantFrom('case', 'claims', 'at', 'rounds', 'version'), fc.jsonValue())
        .map(([any, name, value]) => JSON.stringify({ ...JSON.parse(writeTally(any)), [name]: value })),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const read = readTally(text);
        if ('refused' in read) expect(read.refused).toMatch(/\. Nothing was changed\. /);
        else expect(readTally(writeTally(read.record))).toEqual(read);
      }),
    );
  });

  const proper = JSON.parse(writeTally(record)) as Record<string, unknown>;
  const damaged = (fault: string) =>
    `This class record is damaged: it ${fault}. Nothing was changed. Save it again where it was made.`;
  test.each<[string, unknown, string]>([
    ['no case', { ...proper, case: 'A case' }, damaged('does not name a case')],
    ['no date', { ...proper, at: '2026-02-30T00:00:00.000Z' }, damaged('has no proper date')],
    [
      'a claim twice',
      { ...proper, claims: ['a', 'a'] },
      damaged('does not say which claims were asked about'),
    ],
    ['no votes', { ...proper, rounds: undefined }, damaged('has no votes in it')],
    ['a vote that is none', { ...proper, rounds: [1] }, damaged('cannot be read at vote 1')],
    [
      'a vote on a claim that was not asked about',
      { ...proper, rounds: [{ claim: 'x', first: {}, second: {} }] },
      damaged('names a claim at vote 1 that was not asked about'),
    ],
    [
      'two votes on one claim',
      { ...proper, rounds: [...record.rounds, ...record.rounds] },
      damaged('names a claim twice, at vote 2'),
    ],
    [
      'fewer than no hands',
      { ...proper, rounds: [{ claim: 'sincere', first: { opinion: -1 }, second: {} }] },
      damaged('has numbers of hands that cannot be, at vote 1'),
    ],
    [
      'hands for a label that does not exist',
      { ...proper, rounds: [{ claim: 'sincere', first: { lie: 3 }, second: {} }] },
      damaged('has numbers of hands that cannot be, at vote 1'),
    ],
    ['no version', { ...proper, version: undefined }, damaged('does not say which version it is')],
    [
      'a newer version',
      { ...proper, version: 2 },
      'This class record comes from a newer Who Says? (version 2; this one reads up to 1). Nothing was changed. Open it on the newer site.',
    ],
    [
      'another file',
      { format: 'who-says', version: 2, attempts: [] },
      'This is not a class record of Who Says? votes. Nothing was changed. Choose a file that “Save the class record” made.',
    ],
  ])('with %s is refused with the reason', (_, data, refused) => {
    expect(readTally(JSON.stringify(data))).toEqual({ refused });
  });

  test('cut off is refused with the reason', () => {
    expect(readTally(writeTally(record).slice(0, 80))).toEqual({
      refused:
        'This file is damaged or cut off: it cannot be read. Nothing was changed. Save the class record again where it was made.',
    });
  });
});

describe('the class records of a device', () => {
  /** Local storage that holds one text. */
  function shelf(text?: string) {
    let held = text ?? null;
    return {
      refuses: false,
      getItem: () => held,
      setItem(key: string, value: string) {
        if (this.refuses) throw new DOMException('Full.', 'QuotaExceededError');
        expect(key).toBe(talliesKey);
        held = value;
      },
    };
  }
  const later = { ...record, at: '2026-11-25T10:00:00.000Z' };

  test('are kept, oldest first, each in the place of its earlier state', () => {
    const tallies = new Tallies(shelf());
    expect(tallies.keep(later)).toBe(true);
    expect(tallies.keep(record)).toBe(true);
    const more = {
      ...record,
      rounds: [...record.rounds, { claim: 'sincere', first: { opinion: 1 }, second: {} }],
    };
    tallies.keep(more);
    expect(tallies.all()).toEqual([more, later]);
    expect(tallies.remove(record)).toBe(true);
    expect(tallies.all()).toEqual([later]);
  });

  test('pass over what is damaged', () => {
    const text = JSON.stringify({ version: 1, tallies: [record, { case: 1 }, null, later] });
    expect(new Tallies(shelf(text)).all()).toEqual([record, later]);
    expect(new Tallies(shelf('{cut o')).keep(record)).toBe(true);
  });

  test('leave what a newer program wrote as it is', () => {
    const text = '{"version":2,"tallies":[]}';
    const newer = shelf(text);
    expect(new Tallies(newer).keep(record)).toBe(false);
    expect(newer.getItem()).toBe(text);
    expect(new Tallies(newer).all()).toEqual([]);
  });

  test('say when the device does not keep them', () => {
    const full = shelf();
    full.refuses = true;
    expect(new Tallies(full).keep(record)).toBe(false);
    expect(new Tallies(undefined).keep(record)).toBe(false);
    expect(new Tallies(undefined).all()).toEqual([]);
  });
});

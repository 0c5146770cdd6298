import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Attempt } from './attempt.ts';
import { readFile, writeFile } from './file.ts';
import { deviceLog, LogConflict, memoryLog, openLog, patientLog, type Log } from './log.ts';
import { anyAttempts, attempt, now } from './samples/attempts.ts';

let databases = 0;
const newName = () => `log-${(databases += 1)}`;

const quota = () => new DOMException('The disk is full.', 'QuotaExceededError');

/** `log`, save for the functions in `faults`. */
const faulty = (log: Log, faults: Partial<Log>): Log => ({ ...log, ...faults });

/** A device that refuses every second addition. */
async function flaky(): Promise<Log> {
  const device = await deviceLog(newName());
  let asked = 0;
  return faulty(device, {
    add: async (attempts) => {
      if ((asked += 1) % 2 === 0) throw quota();
      return device.add(attempts);
    },
  });
}

/** Makes every write fail as a full disk does: taken at first, then undone with its whole transaction. */
function abortWrites(): void {
  const add = IDBObjectStore.prototype.add;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value) {
    const request = add.call(this, value);
    request.onsuccess = () => this.transaction.abort();
    return request;
  });
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

interface Kind {
  readonly name: string;
  /** Whether additions are on the device; undefined where it depends. */
  readonly kept: boolean | undefined;
  open(): Promise<Log>;
}

const kinds: readonly Kind[] = [
  { name: 'in memory', kept: false, open: async () => memoryLog() },
  { name: 'on the device', kept: true, open: () => deviceLog(newName()) },
  { name: 'on the device, patient', kept: true, open: async () => patientLog(await deviceLog(newName())) },
  {
    name: 'on a device that refuses now and then',
    kept: undefined,
    open: async () => patientLog(await flaky()),
  },
];

const [a, b, c] = [
  attempt('aaaaaaaa', { at: '2026-11-22T10:00:01.000Z' }),
  attempt('bbbbbbbb', { at: '2026-11-22T10:00:02.000Z', revises: 'aaaaaaaa' }),
  attempt('cccccccc', { at: '2026-11-22T10:00:03.000Z' }),
];

/** What is done to one of two devices, 0 and 1; `picks` are places in a pool of attempts. */
type Step =
  | { readonly what: 'add' | 'tamper'; readonly device: 0 | 1; readonly picks: readonly number[] }
  | { readonly what: 'carry'; readonly from: 0 | 1; readonly to: 0 | 1 }
  | { readonly what: 'clear'; readonly device: 0 | 1 };

const anyDevice = fc.constantFrom<0 | 1>(0, 1);
const anyPicks = fc.array(fc.nat(5), { minLength: 1, maxLength: 4 });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ what: fc.constant('add'), device: anyDevice, picks: anyPicks }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('carry'), from: anyDevice, to: anyDevice }) },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('tamper'), device: anyDevice, picks: anyPicks }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('clear'), device: anyDevice }) },
);

type Model = Map<string, Attempt>;

const ordered = (model: Model) =>
  [...model.values()].sort((x, y) => (`${x.at} ${x.id}` < `${y.at} ${y.id}` ? -1 : 1));

const tampered = (whole: Attempt): Attempt => ({
  ...whole,
  answer: { ...whole.answer, 'label:forged': 'opinion' },
});

describe.each(kinds)('a log $name', ({ kept, open }) => {
  test('loses nothing and doubles nothing, whatever is added, carried over in files, forged or cleared', async () => {
    const pool = anyAttempts({ minLength: 6, maxLength: 6 });
    const steps = fc.array(anyStep, { maxLength: 16, size: 'max' });
    await fc.assert(
      fc.asyncProperty(pool, steps, async (attempts, taken) => {
        const logs = [await open(), await open()] as const;
        const models: readonly [Model, Model] = [new Map(), new Map()];
        const add = async (device: 0 | 1, batch: readonly Attempt[]) => {
          const model = models[device];
          const fresh = new Map(batch.filter(({ id }) => !model.has(id)).map((one) => [one.id, one]));
          const result = await logs[device].add(batch);
          if (kept !== undefined) expect(result).toEqual({ added: fresh.size, kept });
          for (const [id, one] of fresh) model.set(id, one);
        };
        for (const step of taken) {
          if (step.what === 'carry') {
            const contents = readFile(writeFile(await logs[step.from].all()), now);
            if ('refused' in contents) throw new Error(contents.refused);
            await add(step.to, contents.attempts);
          } else if (step.what === 'clear') {
            await logs[step.device].clear();
            models[step.device].clear();
          } else {
            const batch = step.picks.map((at) => attempts[at]!);
            const known = batch.find(({ id }) => models[step.device].has(id));
            if (step.what === 'add') await add(step.device, batch);
            else if (known) {
              const forged = batch.map((one) => (one === known ? tampered(one) : one));
              await expect(logs[step.device].add(forged)).rejects.toThrow(LogConflict);
            }
          }
          for (const device of [0, 1] as const) {
            expect(await logs[device].all()).toEqual(ordered(models[device]));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('shows attempts oldest first, those of one instant by id', async () => {
    const log = await open();
    const sameInstant = attempt('00000000', { at: b.at });
    await log.add([c, b, sameInstant]);
    await log.add([a]);
    expect(await log.all()).toEqual([a, sameInstant, b, c]);
  });

  test('takes an attempt that stands twice in one batch once', async () => {
    const log = await open();
    expect((await log.add([a, { ...a }, b])).added).toBe(2);
    expect(await log.all()).toEqual([a, b]);
  });

  test('is not changed by adding the same again, whatever the order of its fields', async () => {
    const log = await open();
    const long = attempt('dddddddd', { answer: { 'label:toll': 'opinion', 'sure:toll': '4' } });
    await log.add([a, long]);
    await log.add([{ ...long, answer: { 'sure:toll': '4', 'label:toll': 'opinion' } }]);
    expect(await log.all()).toEqual([long, a]);
  });

  test.each<[string, Partial<Attempt>]>([
    ['exercise', { exercise: 'deir-ez-zor-mark' }],
    ['time', { at: '2026-11-22T10:00:09.000Z' }],
    ['revised attempt', { revises: 'cccccccc' }],
    ['label', { answer: { 'label:toll': 'sourced-claim' } }],
    ['number of fields', { answer: { 'label:toll': 'opinion', 'sure:toll': '1' } }],
    ['fields', { answer: { 'label:tonnage': 'opinion' } }],
  ])('refuses a batch in which a known attempt has another %s, and adds nothing of it', async (_, change) => {
    const log = await open();
    await log.add([a]);
    await expect(log.add([b, { ...a, ...change }, c])).rejects.toThrow(
      new LogConflict('Attempt aaaaaaaa differs from the one on this device.'),
    );
    expect(await log.all()).toEqual([a]);
  });

  test('refuses a batch that contradicts itself', async () => {
    const log = await open();
    await expect(log.add([a, tampered(a)])).rejects.toThrow(LogConflict);
    expect(await log.all()).toEqual([]);
  });

  test('is empty once cleared, and can be filled again', async () => {
    const log = await open();
    await log.add([a, b]);
    await log.add([c]);
    await log.clear();
    expect(await log.all()).toEqual([]);
    await log.add([tampered(a)]);
    expect(await log.all()).toEqual([tampered(a)]);
  });

  test('does not let its list be changed from outside', async () => {
    const log = await open();
    await log.add([a]);
    (await log.all()).pop();
    expect(await log.all()).toEqual([a]);
  });
});

describe('the log of a device', () => {
  test('is there when the page is opened again, and in another tab', async () => {
    const name = newName();
    const first = await deviceLog(name);
    await first.add([a]);
    const second = await deviceLog(name);
    await second.add([b]);
    expect(await first.all()).toEqual([a, b]);
    expect(await second.add([a, b])).toEqual({ added: 0, kept: true });
  });

  test('takes what two tabs add at once, each attempt once', async () => {
    const name = newName();
    const tabs = await Promise.all([deviceLog(name), deviceLog(name)]);
    const results = await Promise.all([tabs[0].add([a, b]), tabs[1].add([b, c])]);
    expect(results[0].added + results[1].added).toBe(3);
    expect(await tabs[0].all()).toEqual([a, b, c]);
  });

  test('gives way to a newer page every time, and opens again when next asked', async () => {
    const name = newName();
    const log = await deviceLog(name);
    await log.add([a]);
    for (const _ of [1, 2]) {
      // Deleting asks every connection to give way, as upgrading does.
      await deleteDB(name);
      expect(await Promise.all([log.all(), log.all()])).toEqual([[], []]);
    }
    expect(await log.add([b])).toEqual({ added: 1, kept: true });
  });

  test('can be used again once what stood in its way is gone', async () => {
    const name = newName();
    const log = await deviceLog(name);
    const newer = await openDB(name, 2);
    await expect(log.all()).rejects.toMatchObject({ name: 'VersionError' });
    newer.close();
    await deleteDB(name);
    expect(await log.all()).toEqual([]);
  });

  test('says that it refused a batch that fails on its way to the disk, and has none of it', async () => {
    const log = await deviceLog(newName());
    abortWrites();
    await expect(log.add([a, b])).rejects.toThrow();
    vi.restoreAllMocks();
    expect(await log.all()).toEqual([]);
  });
});

describe('a patient log', () => {
  const full = async (faults: Partial<Log> = {}) => {
    const device = await deviceLog(newName());
    await device.add([b]);
    return { device, log: patientLog(faulty(device, { add: () => Promise.reject(quota()), ...faults })) };
  };

  test('holds and shows what a full device refuses, in its place in time', async () => {
    const { device, log } = await full();
    expect(await log.add([c])).toEqual({ added: 1, kept: false });
    expect(await log.add([a])).toEqual({ added: 1, kept: false });
    expect(await log.all()).toEqual([a, b, c]);
    expect(await device.all()).toEqual([b]);
  });

  test('counts as new neither what it holds nor what is on the device', async () => {
    const { log } = await full();
    await log.add([a]);
    expect(await log.add([a, b, c])).toEqual({ added: 1, kept: false });
    expect(await log.all()).toEqual([a, b, c]);
  });

  test('shows what it holds where the device cannot even be read', async () => {
    const { log } = await full({ all: () => Promise.reject(new DOMException('Blocked.', 'UnknownError')) });
    expect(await log.add([a, c])).toEqual({ added: 2, kept: false });
    expect(await log.all()).toEqual([a, c]);
  });

  test('refuses what differs from an attempt it holds, even if the device would take it', async () => {
    const device = await deviceLog(newName());
    const add = vi.fn(device.add).mockRejectedValueOnce(quota());
    const log = patientLog(faulty(device, { add }));
    await log.add([a]);
    await expect(log.add([b, tampered(a)])).rejects.toThrow(LogConflict);
    expect(await log.all()).toEqual([a]);
    expect(await device.all()).toEqual([]);
  });

  test('shows every attempt once, though another tab has kept one that it holds', async () => {
    const { device, log } = await full();
    await log.add([a, c]);
    await device.add([a, tampered(c)]);
    expect(await log.all()).toEqual([a, b, tampered(c)]);
  });

  test('does not hold what the device calls a conflict', async () => {
    const { log } = await full({ add: () => Promise.reject(new LogConflict('differs')) });
    await expect(log.add([a])).rejects.toThrow(new LogConflict('differs'));
    expect(await log.all()).toEqual([b]);
  });

  test('is kept once the device takes attempts again', async () => {
    const device = await deviceLog(newName());
    const add = vi.fn(device.add).mockRejectedValueOnce(quota());
    const log = patientLog(faulty(device, { add }));
    expect((await log.add([a])).kept).toBe(false);
    expect((await log.add([b])).kept).toBe(true);
    expect(await log.all()).toEqual([a, b]);
  });

  test('forgets what it holds when cleared', async () => {
    const { log } = await full();
    await log.add([a]);
    await log.clear();
    expect(await log.all()).toEqual([]);
  });
});

describe('opening the log', () => {
  beforeEach(async () => {
    await (await openLog()).clear();
  });

  test('opens that of the device', async () => {
    expect(await (await openLog()).add([a])).toEqual({ added: 1, kept: true });
    expect(await (await openLog()).all()).toEqual([a]);
  });

  test('opens one that holds what the device refuses', async () => {
    await (await openLog()).add([a]);
    abortWrites();
    const log = await openLog();
    expect(await log.add([b])).toEqual({ added: 1, kept: false });
    expect(await log.all()).toEqual([a, b]);
  });

  test('opens one in memory where the browser refuses to keep one', async () => {
    vi.stubGlobal('indexedDB', {
      open() {
        throw new DOMException('Denied.', 'SecurityError');
      },
    });
    const log = await openLog();
    expect(await log.add([a])).toEqual({ added: 1, kept: false });
    expect(await log.all()).toEqual([a]);
  });
});

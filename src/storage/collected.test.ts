import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  byLearner,
  Collection,
  collectedName,
  deviceStore,
  openCollection,
  watchCollection,
  type Collected,
  type CollectedStore,
} from './collected.ts';
import { attempt, uuid } from './samples/attempts.ts';
import { submission } from './samples/submissions.ts';
import type { Submission } from './submission.ts';

let databases = 0;
const newName = () => `collected-${(databases += 1)}`;
const quota = () => new DOMException('The disk is full.', 'QuotaExceededError');

/** The `n`th submission, come in `n` seconds after the lesson. */
const received = (n: number, more: Partial<Submission> = {}): Collected => ({
  submission: submission(n, more),
  receivedAt: new Date(Date.UTC(2026, 10, 22, 11, 0, n)).toISOString(),
});
const tampered = ({ submission, receivedAt }: Collected): Collected => ({
  submission: { ...submission, attempts: [...submission.attempts, attempt(uuid(9000))] },
  receivedAt,
});
const elsewhere = 'zzzzzzzzzzzz';
const [a, b, c] = [received(1), received(2), received(3, { assignment: elsewhere })];

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const kinds: readonly { name: string; open: () => Promise<CollectedStore> }[] = [
  { name: 'on the device', open: () => deviceStore(newName()) },
  { name: 'of a device', open: async () => new Collection(await deviceStore(newName())) },
  { name: 'in memory', open: async () => new Collection(undefined) },
];

describe.each(kinds)('a collection $name', ({ open }) => {
  test('says of each what was new, what was there already and what conflicts; the first stays', async () => {
    const store = await open();
    expect(await store.add([b, a])).toEqual(['new', 'new']);
    const again = { ...a, receivedAt: '2026-12-01T08:00:00.000Z' };
    expect(await store.add([again, tampered(b), c, c, tampered(c)])).toEqual([
      'known',
      'conflict',
      'new',
      'known',
      'conflict',
    ]);
    expect(await store.all()).toEqual([a, b, c]);
  });

  test('gives those of one assignment, or of every one', async () => {
    const store = await open();
    await store.add([c, b, a]);
    expect(await store.all('abc123def456')).toEqual([a, b]);
    expect(await store.all(elsewhere)).toEqual([c]);
    expect(await store.all('nobodysthing')).toEqual([]);
  });

  test('notes that some are of several learners, and takes it back; the submissions stay as they are', async () => {
    const store = await open();
    await store.add([a, b]);
    const ids = [a.submission.id, uuid(77)];
    await store.setApart(ids, true);
    expect(await store.all()).toEqual([{ ...a, apart: true }, b]);
    expect(await store.add([a])).toEqual(['known']);
    await store.setApart(ids, false);
    expect(await store.all()).toEqual([{ ...a, apart: false }, b]);
  });

  test('erases one, an assignment’s, or everything, and nothing else', async () => {
    const store = await open();
    await store.add([a, b, c]);
    await store.remove(a.submission.id);
    expect(await store.all()).toEqual([b, c]);
    await store.clear(elsewhere);
    expect(await store.all()).toEqual([b]);
    await store.add([c]);
    await store.clear();
    expect(await store.all()).toEqual([]);
    expect(await store.add([tampered(a)])).toEqual(['new']);
  });

  test('does not let its list be changed from outside', async () => {
    const store = await open();
    await store.add([a]);
    (await store.all()).pop();
    expect(await store.all()).toEqual([a]);
  });
});

describe('the submissions of a device', () => {
  test('are there when the page is opened again, and in another tab', async () => {
    const name = newName();
    const first = await deviceStore(name);
    await first.add([a]);
    const second = await deviceStore(name);
    await second.add([b]);
    expect(await first.all()).toEqual([a, b]);
  });

  test('are each taken once where two tabs add them at the same time', async () => {
    const name = newName();
    const tabs = await Promise.all([deviceStore(name), deviceStore(name)]);
    const outcomes = (await Promise.all([tabs[0].add([a, b]), tabs[1].add([b, c])])).flat();
    expect(outcomes.filter((outcome) => outcome === 'new')).toHaveLength(3);
    expect(await tabs[0].all()).toEqual([a, b, c]);
  });

  test('give way to a newer page, and are opened again when next asked', async () => {
    const name = newName();
    const store = await deviceStore(name);
    await store.add([a]);
    await deleteDB(name);
    expect(await Promise.all([store.all(), store.all()])).toEqual([[], []]);
    expect(await store.add([b])).toEqual(['new']);
  });

  test('are all refused where one of them fails on its way to the disk', async () => {
    const store = await deviceStore(newName());
    const add = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, value) {
      const request = add.call(this, value);
      request.onsuccess = () => this.transaction.abort();
      return request;
    });
    await expect(store.add([a, b])).rejects.toThrow();
    expect(await store.all()).toEqual([]);
  });
});

describe('a collection on a full device', () => {
  /** A device that has `a`, and refuses the next additions. @param times how many */
  async function full(times: number) {
    const device = await deviceStore(newName());
    await device.add([a]);
    const add = vi.fn(device.add);
    for (let n = 0; n < times; n += 1) add.mockRejectedValueOnce(quota());
    return { device, collection: new Collection({ ...device, add }) };
  }

  test('holds and lists what is refused, and says how many', async () => {
    const { device, collection } = await full(2);
    expect(await collection.add([c, a])).toEqual(['new', 'known']);
    expect(await collection.add([b, c, tampered(c), tampered(a)])).toEqual([
      'new',
      'known',
      'conflict',
      'conflict',
    ]);
    expect(await collection.all()).toEqual([a, b, c]);
    expect(await collection.all('abc123def456')).toEqual([a, b]);
    expect([collection.keeps, collection.held]).toEqual([true, 2]);
    expect(await device.all()).toEqual([a]);
  });

  test('writes what it holds once the device takes something again', async () => {
    const { device, collection } = await full(1);
    await collection.add([b]);
    expect(await collection.add([c, b])).toEqual(['new', 'known']);
    expect(collection.held).toBe(0);
    expect(await device.all()).toEqual([a, b, c]);
  });

  test('erases what it holds as well', async () => {
    const { collection } = await full(1);
    await collection.add([b, c]);
    await collection.remove(b.submission.id);
    expect(collection.held).toBe(1);
    await collection.clear(elsewhere);
    expect([collection.held, await collection.all()]).toEqual([0, [a]]);
  });

  test('lists each once, though another tab has kept one that it holds', async () => {
    const { device, collection } = await full(1);
    await collection.add([b, c]);
    await device.add([b, tampered(c)]);
    expect(await collection.all()).toEqual([a, b, tampered(c)]);
  });

  test('lists what it holds where the device cannot even be read', async () => {
    const { device } = await full(0);
    const broken = { ...device, add: () => Promise.reject(quota()), all: () => Promise.reject(quota()) };
    const collection = new Collection(broken);
    expect(await collection.add([b])).toEqual(['new']);
    expect(await collection.all()).toEqual([b]);
  });
});

describe('opening the collection', () => {
  test('opens that of the device', async () => {
    await (await openCollection()).add([a]);
    expect(await (await openCollection()).all()).toEqual([a]);
    expect((await openCollection()).keeps).toBe(true);
    await deleteDB(collectedName);
  });

  test('opens one in memory where the browser refuses, and says so', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('Denied.', 'SecurityError');
      },
    });
    const collection = await openCollection();
    await collection.add([a]);
    expect([collection.keeps, collection.held, await collection.all()]).toEqual([false, 1, [a]]);
  });

  test('tells other tabs of every change', async () => {
    const heard = vi.fn();
    const end = watchCollection(heard);
    const collection = await openCollection();
    await collection.add([a]);
    await collection.remove(a.submission.id);
    await collection.clear();
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(3));
    end();
  });
});

describe('the work of each learner', () => {
  const from = uuid(500);
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 10, minute)).toISOString();

  test('is what they handed in last, whatever came in first; the rest is kept, the latest of it first', () => {
    const [first, second, third] = [10, 20, 30].map((minute, n) => received(9 - n, { from, at: at(minute) }));
    expect(byLearner([second!, third!, first!])).toMatchObject([
      { from, number: 1, newest: third, older: [second, first] },
    ]);
  });

  /** What came from one device, each minute: the names, and which answers were there. */
  const device = (...all: readonly (readonly [who: string | undefined, answers: readonly number[]])[]) =>
    all.map(([who, answers], n) =>
      received(n, {
        from,
        at: at(n),
        attempts: answers.map((answer) => attempt(uuid(answer))),
        ...(who === undefined ? {} : { who }),
      }),
    );

  test.each<[string, number | undefined, readonly Collected[]]>([
    ['one who adds to what was there', undefined, device([undefined, [1]], [undefined, [1, 2]])],
    ['one who writes the name otherwise', undefined, device(['k7 pm', [1]], ['K7PM', [1, 2]])],
    ['two, where the name is another', 2, device(['Fox', [1]], ['Heron', [1, 2]])],
    ['two, where a first answer is gone', 2, device([undefined, [1]], [undefined, [2]])],
    ['two, where they take turns', 2, device(['Fox', [1]], ['Heron', [1, 2]], ['fox', [1, 2, 3]])],
    ['three', 3, device(['Fox', [1]], ['Heron', [2]], ['Wolf', [3]])],
  ])('is seen to be of %s', (_, learners, all) => {
    const work = byLearner(all);
    expect(work).toHaveLength(1);
    expect(work[0]!.sharing).toEqual(
      learners && {
        learners,
        names: expect.any(Array) as unknown[],
        apart: undefined,
        ids: all.map(({ submission }) => submission.id),
      },
    );
  });

  test('an answer that is not the same any more is not the same learner’s', () => {
    const [one] = device([undefined, [1]]);
    const other = received(5, {
      from,
      at: at(5),
      attempts: [attempt(uuid(1), { answer: { 'label:toll': 'sourced-claim' } })],
    });
    expect(byLearner([one!, other])[0]!.sharing).toMatchObject({ learners: 2 });
  });

  test('is of several where the teacher says so: each has their newest, and nobody else’s number changes', () => {
    const all = device(['Fox', [1]], ['Heron', [2]], ['Fox', [1, 3]]);
    const others = [
      received(20, { from: uuid(1), who: 'Ana' }),
      received(21, { from: uuid(900), who: 'Ben' }),
    ];
    const numbers = (work: ReturnType<typeof byLearner>) => work.map(({ who, number }) => `${who}${number}`);
    expect(numbers(byLearner([...all, ...others]))).toEqual(['Ana1', 'Ben3', 'Fox2']);
    // One note is enough: what comes in later has none yet.
    const apart = all.map((one, n) => (n === 0 ? { ...one, apart: true } : one));
    const work = byLearner([...apart, ...others]);
    expect(numbers(work)).toEqual(['Ana1', 'Ben3', 'Fox2', 'Heron4']);
    expect(work.slice(2)).toMatchObject([
      { from, newest: all[2], older: [apart[0]], sharing: { learners: 2, apart: true } },
      { from: `${from}.2`, newest: all[1], older: [], sharing: { learners: 2, apart: true } },
    ]);
  });

  test('goes by the name in the newest one', () => {
    const [before, after] = [
      received(1, { from, who: 'K7PM', at: at(1) }),
      received(2, { from, who: 'Q4RT', at: at(2) }),
    ];
    expect(byLearner([after, before])[0]).toMatchObject({ who: 'Q4RT', newest: after });
  });

  test('stands in the order of names, numbers by their size; those without a name last, as they came', () => {
    const all = [
      received(1),
      received(2, { who: 'Learner 10' }),
      received(3, { who: 'Learner 9' }),
      received(4, { who: 'ana' }),
      received(5),
    ];
    expect(byLearner(all).map(({ newest }) => newest.submission.id)).toEqual(
      [4, 3, 2, 1, 5].map((n) => uuid(n)),
    );
  });

  test('has a number that goes by the device, and not by the name or by who came first', () => {
    const froms = [uuid(3), uuid(1), uuid(2)];
    const all = ['A', 'B', 'C'].map((who, at) => received(at + 1, { who, from: froms[at]! }));
    expect(byLearner(all).map(({ who, number }) => `${who}${number}`)).toEqual(['A3', 'B1', 'C2']);
  });

  test('is of one where the teacher says so, until somebody else comes in', () => {
    const [fox, heron, again, wolf] = device(['Fox', [1]], ['Heron', [2]], ['Heron', [2, 3]], ['Wolf', [4]]);
    const one = [fox!, heron!].map((each) => ({ ...each, apart: false }));
    const apart = (all: readonly Collected[]) => byLearner(all).map(({ sharing }) => sharing?.apart);
    expect(apart(one)).toEqual([false]);
    expect(apart([...one, again!])).toEqual([false]);
    expect(apart([...one, again!, wolf!])).toEqual([undefined]);
  });

  test('is none where nothing came in', () => {
    expect(byLearner([])).toEqual([]);
  });
});

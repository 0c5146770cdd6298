import 'fake-indexeddb/auto';
import { beforeEach, expect, test, vi } from 'vitest';
import { Drafts } from './draft.ts';
import { deviceLog, memoryLog, type Log } from './log.ts';
import { OpenedShelf } from './opened.ts';
import { attempt, uuid } from './samples/attempts.ts';
import { MemoryShelf } from './samples/shelf.ts';
import { NoLongerAside, SetAsides } from './set-aside.ts';

let databases = 0;
let log: Log;
let shelf: MemoryShelf;
let asides: SetAsides;
const now = { at: '2026-11-22T12:00:00.000Z' };
const theirs = attempt(uuid(1));
const opened = {
  parcel: 'WSA1.abc.0badcafe',
  from: uuid(9),
  at: '2026-11-22T10:00:00.000Z',
  who: 'Fox',
  handedIn: ['2026-11-22T11:00:00.000Z'],
};

beforeEach(async () => {
  databases += 1;
  log = await deviceLog(`log-${databases}`);
  shelf = new MemoryShelf();
  asides = new SetAsides(`aside-${databases}`);
});

/** One learner has handed in an exercise, begun another, and opened an assignment; beside it is what is the device's. */
async function work(): Promise<void> {
  await log.add([theirs]);
  new Drafts(shelf).write('deir-ez-zor-mark', { answer: { 'label:toll': 'opinion' } });
  new OpenedShelf(shelf).write('abc123def456', opened);
  shelf.setItem('who-says:form', '2');
  shelf.setItem('who-says:fonts', '1');
  shelf.setItem('who-says:assignments', '{}');
}

test('whoever takes over finds no answer, no draft and no assignment; what is the device’s stays', async () => {
  await work();
  await asides.changeOver(log, shelf, { ...now, who: 'Fox' });
  expect(await log.all()).toEqual([]);
  expect([...shelf.entries.keys()]).toEqual(['who-says:fonts', 'who-says:assignments']);
  expect(await asides.all()).toMatchObject([{ ...now, who: 'Fox', attempts: [theirs] }]);
});

test('whoever comes back finds everything as it was, and the other’s is set aside in turn', async () => {
  await work();
  const before = new Map(shelf.entries);
  await asides.changeOver(log, shelf, { ...now, who: 'Fox' });
  await log.add([attempt(uuid(2))]);
  const [fox] = await asides.all();
  await asides.changeOver(log, shelf, { ...now, who: 'Heron' }, fox!.id);
  expect(await log.all()).toEqual([theirs]);
  expect(new Map([...shelf.entries].sort())).toEqual(new Map([...before].sort()));
  expect((await asides.all()).map(({ who, attempts }) => [who, attempts[0]!.id])).toEqual([
    ['Heron', uuid(2)],
  ]);
});

test('what another tab has taken up meanwhile cannot be taken up again, and nothing is changed', async () => {
  await work();
  await asides.changeOver(log, shelf, { ...now, who: 'Fox' });
  const [fox] = await asides.all();
  await asides.changeOver(log, shelf, now, fox!.id);
  const before = [await log.all(), new Map(shelf.entries)];
  await expect(asides.changeOver(log, shelf, { ...now, who: 'Fox' }, fox!.id)).rejects.toThrow(NoLongerAside);
  expect([await log.all(), shelf.entries]).toEqual(before);
  expect(await asides.all()).toEqual([]);
});

test('who has only looked leaves nothing behind', async () => {
  new OpenedShelf(shelf).write('abc123def456', { ...opened, handedIn: [] });
  await asides.changeOver(log, shelf, now);
  expect(await asides.all()).toEqual([]);
  expect(shelf.entries.size).toBe(0);
});

test('where the device refuses nothing is lost: it says so, and all is still there', async () => {
  await work();
  const before = new Map(shelf.entries);
  const stubborn: Log = { ...log, clear: () => Promise.reject(new Error('Refused.')) };
  await expect(asides.changeOver(stubborn, shelf, now)).rejects.toThrow('Refused.');
  expect([await log.all(), shelf.entries, await asides.all()]).toEqual([[theirs], before, []]);

  vi.stubGlobal('indexedDB', {
    open: () => {
      throw new DOMException('Denied.', 'SecurityError');
    },
  });
  const denied = new SetAsides('denied');
  await expect(denied.changeOver(log, shelf, now)).rejects.toThrow('Denied.');
  expect(await denied.all()).toEqual([]);
  vi.unstubAllGlobals();
  expect([await log.all(), shelf.entries]).toEqual([[theirs], before]);
});

test('what comes back and cannot be kept stays set aside as well', async () => {
  await work();
  await asides.changeOver(log, shelf, now);
  const [one] = await asides.all();
  const held = memoryLog();
  await asides.changeOver(held, shelf, now, one!.id);
  expect(await held.all()).toEqual([theirs]);
  expect((await asides.all()).map(({ id }) => id)).toContain(one!.id);
});

test('what the others have set aside is erased by its ids; what was set aside since stays', async () => {
  await work();
  await asides.changeOver(log, shelf, { ...now, who: 'Fox' });
  const told = await asides.all();
  await asides.changeOver(log, shelf, { at: '2026-11-22T13:00:00.000Z', who: 'Heron' });
  await asides.erase(told.map(({ id }) => id));
  expect((await asides.all()).map(({ who }) => who)).toEqual(['Heron']);
});

import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { OpenedShelf, openShelf, type Opened } from './opened.ts';
import { MemoryShelf } from './samples/shelf.ts';
import { uuid } from './samples/attempts.ts';

const opened: Opened = {
  parcel: 'WSA1.abc.0badcafe',
  from: uuid(1),
  at: '2026-11-22T10:00:00.000Z',
  handedIn: [],
};
const later: Opened = { ...opened, at: '2026-11-23T10:00:00.000Z', who: 'Fox', handedIn: [opened.at] };

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the assignments opened on a device', () => {
  test('are read as they were written, the one opened last first', () => {
    const shelf = new MemoryShelf();
    const here = new OpenedShelf(shelf);
    expect(here.read('abc123def456')).toBeUndefined();
    expect(here.write('abc123def456', opened)).toBe(true);
    expect(here.write('zzz123def456', later)).toBe(true);
    shelf.setItem('who-says:assignments', '{"version":1,"saved":[]}');
    expect(new OpenedShelf(shelf).read('zzz123def456')).toEqual(later);
    expect(new OpenedShelf(shelf).all()).toEqual([
      { id: 'zzz123def456', ...later },
      { id: 'abc123def456', ...opened },
    ]);
  });

  test('are held where the device refuses them, and kept as soon as it does not', () => {
    const shelf = new MemoryShelf();
    const here = new OpenedShelf(shelf);
    here.write('abc123def456', opened);
    shelf.refuse = 'writing';
    expect(here.write('abc123def456', later)).toBe(false);
    expect(here.read('abc123def456')).toEqual(later);
    expect(here.all()).toEqual([{ id: 'abc123def456', ...later }]);
    shelf.refuse = 'nothing';
    expect(here.write('abc123def456', later)).toBe(true);
    expect(new OpenedShelf(shelf).read('abc123def456')).toEqual(later);
  });

  test('last as long as the page where everything is denied, and nothing throws', () => {
    vi.stubGlobal('window', {
      get localStorage() {
        throw new DOMException('Denied.', 'SecurityError');
      },
    });
    const shelf = new MemoryShelf();
    shelf.refuse = 'everything';
    for (const here of [openShelf(), new OpenedShelf(undefined), new OpenedShelf(shelf)]) {
      expect(here.read('abc123def456')).toBeUndefined();
      expect(here.write('abc123def456', opened)).toBe(false);
      expect(here.all()).toEqual([{ id: 'abc123def456', ...opened }]);
      here.clear();
      expect(here.all()).toEqual([]);
    }
  });

  test('are forgotten, and nothing else is', () => {
    const shelf = new MemoryShelf();
    const here = new OpenedShelf(shelf);
    shelf.setItem('who-says:assignments', 'of the teacher');
    here.write('abc123def456', opened);
    here.clear();
    expect([...shelf.entries.keys()]).toEqual(['who-says:assignments']);
  });
});

test.each([
  ['nothing', 'null'],
  ['half of it', JSON.stringify({ version: 1, ...opened }).slice(0, -5)],
  ['a newer version', JSON.stringify({ version: 2, ...opened })],
  ['no parcel', JSON.stringify({ version: 1, ...opened, parcel: 7 })],
  ['no id of the learner', JSON.stringify({ version: 1, ...opened, from: 'me' })],
  ['a day that does not exist', JSON.stringify({ version: 1, ...opened, at: '2026-02-30T10:00:00.000Z' })],
  ['something else handed in', JSON.stringify({ version: 1, ...opened, handedIn: ['yesterday'] })],
])('with %s on the device it is as if it had not been opened', (_, text) => {
  const shelf = new MemoryShelf();
  shelf.setItem('who-says:assignment:abc123def456', text);
  expect(new OpenedShelf(shelf).read('abc123def456')).toBeUndefined();
  expect(new OpenedShelf(shelf).all()).toEqual([]);
});

test('a name that is too long is forgotten, and the rest is kept', () => {
  const shelf = new MemoryShelf();
  new OpenedShelf(shelf).write('abc123def456', { ...opened, who: 'a'.repeat(61) });
  expect(new OpenedShelf(shelf).read('abc123def456')).toEqual(opened);
});

test('whatever stands there is read or passed over, and nothing throws', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const shelf = new MemoryShelf();
      shelf.setItem('who-says:assignment:abc123def456', text);
      expect(new OpenedShelf(shelf).all()).toEqual([]);
    }),
  );
});

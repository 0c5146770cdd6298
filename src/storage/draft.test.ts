import { afterEach, describe, expect, test, vi } from 'vitest';
import { draftKey, Drafts, openDrafts, readDraft, type Shelf } from './draft.ts';
import { MemoryShelf } from './samples/shelf.ts';

const draft = { answer: { 'label:toll': 'opinion' } };
const other = { answer: { 'label:toll': 'sourced-claim', 'sure:toll': '4' }, revises: '11111111' };

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('drafts', () => {
  test('are kept by exercise, and outlast the page', () => {
    const shelf = new MemoryShelf();
    expect(new Drafts(shelf).write('sort', draft)).toBe(true);
    expect(new Drafts(shelf).write('mark', other)).toBe(true);
    const later = new Drafts(shelf);
    expect(later.read('sort')).toEqual(draft);
    expect(later.read('mark')).toEqual(other);
    expect(later.read('label')).toBeUndefined();
  });

  test('are kept where the page without scripts looks for them, in its form', () => {
    const shelf = new MemoryShelf();
    new Drafts(shelf).write('sort', other);
    expect(draftKey('sort')).toBe('who-says:draft:sort');
    expect(JSON.parse(shelf.entries.get('who-says:draft:sort')!)).toEqual({ version: 1, ...other });
  });

  test('are replaced whole by the next', () => {
    const drafts = new Drafts(new MemoryShelf());
    drafts.write('sort', other);
    drafts.write('sort', draft);
    expect(drafts.read('sort')).toEqual(draft);
  });

  test('are removed one by one', () => {
    const drafts = new Drafts(new MemoryShelf());
    drafts.write('sort', draft);
    drafts.write('mark', other);
    drafts.remove('sort');
    expect(drafts.read('sort')).toBeUndefined();
    expect(drafts.read('mark')).toEqual(other);
  });

  test('are cleared all at once, and nothing else is', () => {
    const shelf = new MemoryShelf();
    const drafts = new Drafts(shelf);
    const foreign = [
      ['theme', 'dark'],
      ['who-says', 'x'],
      ['my-who-says:draft:sort', 'x'],
    ] as const;
    for (const [key, value] of foreign) shelf.entries.set(key, value);
    for (const exercise of ['sort', 'mark', 'read']) drafts.write(exercise, draft);
    drafts.clear();
    expect([...shelf.entries]).toEqual(foreign);
  });
});

describe.each<[string, () => Shelf | undefined]>([
  ['denied', () => undefined],
  ['full', () => Object.assign(new MemoryShelf(), { refuse: 'writing' })],
  ['broken', () => Object.assign(new MemoryShelf(), { refuse: 'everything' })],
])('where storage is %s', (_, shelf) => {
  test('a draft is held until the page closes, and writing it says so', () => {
    const drafts = new Drafts(shelf());
    expect(drafts.write('sort', draft)).toBe(false);
    expect(drafts.read('sort')).toEqual(draft);
    expect(drafts.write('sort', other)).toBe(false);
    expect(drafts.read('sort')).toEqual(other);
    expect(drafts.read('mark')).toBeUndefined();
  });

  test('a draft can be removed, and all be cleared', () => {
    const drafts = new Drafts(shelf());
    for (const exercise of ['sort', 'mark', 'read']) drafts.write(exercise, draft);
    drafts.remove('sort');
    expect(drafts.read('sort')).toBeUndefined();
    expect(drafts.read('mark')).toEqual(draft);
    drafts.clear();
    expect(drafts.read('mark')).toBeUndefined();
    expect(drafts.read('read')).toBeUndefined();
  });
});

describe('where storage fills up between two writes', () => {
  const filledUp = () => {
    const shelf = new MemoryShelf();
    const drafts = new Drafts(shelf);
    drafts.write('sort', draft);
    shelf.refuse = 'writing';
    drafts.write('sort', other);
    return { shelf, drafts };
  };

  test('the newer draft is read, not the one on the device', () => {
    expect(filledUp().drafts.read('sort')).toEqual(other);
  });

  test('removing the draft removes both', () => {
    const { shelf, drafts } = filledUp();
    drafts.remove('sort');
    expect(drafts.read('sort')).toBeUndefined();
    expect(shelf.entries.size).toBe(0);
  });

  test('a write that succeeds again is the one that counts', () => {
    const { shelf, drafts } = filledUp();
    shelf.refuse = 'nothing';
    expect(drafts.write('sort', draft)).toBe(true);
    expect(drafts.read('sort')).toEqual(draft);
  });
});

describe('a stored text', () => {
  test.each<[string, string | null]>([
    ['that is absent', null],
    ['that is not JSON', '{"version":1,'],
    ['that is empty', ''],
    ['that is null', 'null'],
    ['that is a list', '[]'],
    ['of no version', '{"answer":{}}'],
    ['of version 2', '{"version":2,"answer":{}}'],
    ['of version "1"', '{"version":"1","answer":{}}'],
    ['without an answer', '{"version":1}'],
    ['with a number in its answer', '{"version":1,"answer":{"sure:toll":4}}'],
    ['with an answer that is a list', '{"version":1,"answer":[]}'],
  ])('%s is no draft', (_, text) => {
    expect(readDraft(text)).toBeUndefined();
    const shelf = new MemoryShelf();
    if (text !== null) shelf.entries.set(draftKey('sort'), text);
    expect(new Drafts(shelf).read('sort')).toBeUndefined();
  });

  test('of version 1 is a draft; a damaged note of what it revises is left out', () => {
    expect(readDraft('{"version":1,"answer":{"a":"b"},"revises":"11111111"}')).toEqual({
      answer: { a: 'b' },
      revises: '11111111',
    });
    expect(readDraft('{"version":1,"answer":{"a":"b"},"revises":7}')).toStrictEqual({ answer: { a: 'b' } });
  });
});

describe("the device's drafts", () => {
  test('are those in its local storage', () => {
    const localStorage = new MemoryShelf();
    vi.stubGlobal('window', { localStorage });
    expect(openDrafts().write('sort', draft)).toBe(true);
    expect(localStorage.entries.size).toBe(1);
  });

  test('are held in memory where even asking for local storage throws', () => {
    vi.stubGlobal('window', {
      get localStorage(): Storage {
        throw new DOMException('Denied.', 'SecurityError');
      },
    });
    const drafts = openDrafts();
    expect(drafts.write('sort', draft)).toBe(false);
    expect(drafts.read('sort')).toEqual(draft);
  });
});

import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import {
  AssignmentConflict,
  Assignments,
  asideKey,
  assignmentsKey,
  openAssignments,
  type SavedAssignment,
} from './assignments.ts';
import { saved as anySaved } from './samples/saved.ts';
import type { Shelf } from './draft.ts';
import { MemoryShelf } from './samples/shelf.ts';

const one: SavedAssignment = {
  assignment: {
    id: 'aaaaaaaaaaaa',
    title: 'The 600',
    steps: [{ exercise: 'deir-ez-zor-mark', labels: 3 }],
    feedback: 'each',
    revise: true,
    shuffled: false,
    level: 'standard',
    name: 'off',
  },
  name: 'The 600, 9b',
  savedAt: '2026-11-24T10:00:00.000Z',
};
const two: SavedAssignment = {
  ...one,
  assignment: { ...one.assignment, id: 'bbbbbbbbbbbb', title: 'Three drawers' },
  name: 'Three drawers',
  savedAt: '2026-11-25T10:00:00.000Z',
  codes: ['C3DF', 'G4HJ'],
};

test('what is saved outlasts the page, the newest first', () => {
  const shelf = new MemoryShelf();
  expect(new Assignments(shelf).add([one])).toEqual({ added: 1, kept: true });
  expect(new Assignments(shelf).add([two])).toEqual({ added: 1, kept: true });
  expect(new Assignments(shelf).all()).toEqual([two, one]);
  expect(new Assignments(shelf).trouble).toBeUndefined();
});

test('they are kept under one key, in a versioned list', () => {
  const shelf = new MemoryShelf();
  new Assignments(shelf).add([one]);
  expect([...shelf.entries.keys()]).toEqual(['who-says:assignments']);
  expect(JSON.parse(shelf.entries.get(assignmentsKey)!)).toEqual({ version: 1, saved: [one] });
});

test('saving the same again changes nothing: it keeps the name and the codes it has here', () => {
  const shelf = new MemoryShelf();
  const assignments = new Assignments(shelf);
  assignments.add([two]);
  assignments.rename('bbbbbbbbbbbb', 'For 9b');
  expect(assignments.add([{ ...two, name: 'Theirs', savedAt: one.savedAt, codes: [] }, one])).toEqual({
    added: 1,
    kept: true,
  });
  expect(assignments.all()).toEqual([{ ...two, name: 'For 9b' }, one]);
});

test('a saved assignment never changes: another one with its id is refused, and so is all that comes with it', () => {
  const assignments = new Assignments(new MemoryShelf());
  assignments.add([one]);
  const forged = { ...one, assignment: { ...one.assignment, title: 'The 601' } };
  expect(() => assignments.add([two, forged])).toThrow(AssignmentConflict);
  expect(assignments.all()).toEqual([one]);
});

test('the order of the fields makes no other assignment', () => {
  const assignments = new Assignments(new MemoryShelf());
  assignments.add([one]);
  const turned = Object.fromEntries(Object.entries(one.assignment).reverse()) as never;
  expect(assignments.add([{ ...one, assignment: turned }]).added).toBe(0);
});

test('a new name changes the name alone; an empty one changes nothing, and a long one is cut', () => {
  const assignments = new Assignments(new MemoryShelf());
  assignments.add([one]);
  assignments.rename('aaaaaaaaaaaa', '  For 9b ');
  expect(assignments.all()).toEqual([{ ...one, name: 'For 9b' }]);
  assignments.rename('aaaaaaaaaaaa', '  ');
  assignments.rename('cccccccccccc', 'Nobody');
  expect(assignments.all()).toEqual([{ ...one, name: 'For 9b' }]);
  assignments.rename('aaaaaaaaaaaa', 'x'.repeat(500));
  expect(assignments.all()[0]!.name).toBe('x'.repeat(120));
});

/** What is done in one of two tabs, 0 and 1; `at` is a place in a pool. */
const anyStep = fc.record({
  tab: fc.constantFrom<0 | 1>(0, 1),
  what: fc.constantFrom('add', 'remove', 'rename' as const),
  at: fc.nat(4),
});

test('two tabs lose nothing of one another, whatever is saved, renamed and removed in either', () => {
  const pool = fc.uniqueArray(anySaved, {
    minLength: 5,
    maxLength: 5,
    selector: ({ assignment }) => assignment.id,
  });
  fc.assert(
    fc.property(pool, fc.array(anyStep, { maxLength: 20 }), (all, steps) => {
      const shelf = new MemoryShelf();
      const tabs = [new Assignments(shelf), new Assignments(shelf)] as const;
      const model = new Map<string, SavedAssignment>();
      for (const { tab, what, at } of steps) {
        const each = all[at]!;
        const { id } = each.assignment;
        if (what === 'add') {
          expect(tabs[tab].add([each])).toEqual({ added: model.has(id) ? 0 : 1, kept: true });
          if (!model.has(id)) model.set(id, each);
        } else if (what === 'remove') {
          expect(tabs[tab].remove(id)).toBe(true);
          model.delete(id);
        } else {
          tabs[tab].rename(id, 'Another');
          if (model.has(id)) model.set(id, { ...model.get(id)!, name: 'Another' });
        }
        for (const each of tabs) {
          const here = each.all();
          expect(new Map(here.map((entry) => [entry.assignment.id, entry]))).toEqual(model);
          const times = here.map(({ savedAt }) => savedAt);
          expect(times).toEqual(times.toSorted().reverse());
        }
      }
    }),
    { numRuns: 60 },
  );
});

describe.each<[string, () => Shelf | undefined]>([
  ['denied', () => undefined],
  ['full', () => Object.assign(new MemoryShelf(), { refuse: 'writing' })],
  ['broken', () => Object.assign(new MemoryShelf(), { refuse: 'everything' })],
])('where storage is %s', (_, shelf) => {
  test('what is saved is held until the page closes, and saving it says so', () => {
    const assignments = new Assignments(shelf());
    expect(assignments.add([one, two])).toEqual({ added: 2, kept: false });
    expect(assignments.rename('aaaaaaaaaaaa', 'For 9b')).toBe(false);
    expect(assignments.remove('bbbbbbbbbbbb')).toBe(false);
    expect(assignments.all()).toEqual([{ ...one, name: 'For 9b' }]);
    expect(assignments.trouble).toBe('refused');
  });
});

test('what was held while storage was full is kept with the next change, beside what another tab saved', () => {
  const shelf = new MemoryShelf();
  const assignments = new Assignments(shelf);
  shelf.refuse = 'writing';
  assignments.add([one]);
  shelf.refuse = 'nothing';
  new Assignments(shelf).add([two]);
  expect(assignments.rename('aaaaaaaaaaaa', 'For 9b')).toBe(true);
  expect(assignments.trouble).toBeUndefined();
  expect(new Assignments(shelf).all()).toEqual([two, { ...one, name: 'For 9b' }]);
});

describe('a damaged list', () => {
  const [a, b] = [one, two].map((each) => JSON.stringify(each));

  test.each<[string, string, SavedAssignment[]]>([
    ['cut off', `{"version":1,"saved":[${a},`, []],
    ['of no version', `{"saved":[${a}]}`, []],
    ['that is no list', '{"version":1,"saved":7}', []],
    ['with one entry that cannot be read', `{"version":1,"saved":[${a},{"name":"?"}]}`, [one]],
    ['with an entry twice', `{"version":1,"saved":[${a},${a}]}`, [one]],
  ])(
    '%s says so; what can be read is there, and the text is kept aside before anything is written',
    (_, text, there) => {
      const shelf = new MemoryShelf();
      shelf.entries.set(assignmentsKey, text);
      const assignments = new Assignments(shelf);
      expect(assignments.trouble).toBe('damaged');
      expect(assignments.all()).toEqual(there);
      expect(assignments.aside()).toEqual([text]);
      expect(shelf.entries.get(assignmentsKey)).toBe(text);

      assignments.add([two]);
      expect(assignments.all()).toEqual([two, ...there]);
      expect(shelf.entries.get(`${asideKey}:1`)).toBe(text);
      expect(new Assignments(shelf).trouble).toBe('damaged');
      expect(new Assignments(shelf).aside()).toEqual([text]);
    },
  );

  test('that happens again is kept aside beside the first', () => {
    const shelf = new MemoryShelf();
    const assignments = new Assignments(shelf);
    for (const text of ['{', '[']) {
      shelf.entries.set(assignmentsKey, text);
      assignments.add([one]);
    }
    expect(assignments.aside()).toEqual(['{', '[']);
  });

  test('is thrown away when that is wished, and what could be read stays', () => {
    const shelf = new MemoryShelf();
    shelf.entries.set(assignmentsKey, `{"version":1,"saved":[${b},7]}`);
    const assignments = new Assignments(shelf);
    expect(assignments.forgetAside()).toBe(true);
    expect(assignments.all()).toEqual([two]);
    expect(assignments.aside()).toEqual([]);
    expect(assignments.trouble).toBeUndefined();
  });

  test('on a full device is left as it is', () => {
    const shelf = new MemoryShelf();
    shelf.entries.set(assignmentsKey, '{');
    shelf.refuse = 'writing';
    const assignments = new Assignments(shelf);
    expect(assignments.add([one])).toEqual({ added: 1, kept: false });
    expect(shelf.entries.get(assignmentsKey)).toBe('{');
    expect(assignments.all()).toEqual([one]);
  });
});

test('a list of a newer page is left alone, and what is saved is held', () => {
  const shelf = new MemoryShelf();
  const newer = '{"version":2,"assignments":{}}';
  shelf.entries.set(assignmentsKey, newer);
  const assignments = new Assignments(shelf);
  expect(assignments.trouble).toBe('newer');
  expect(assignments.add([one])).toEqual({ added: 1, kept: false });
  expect(assignments.all()).toEqual([one]);
  expect([...shelf.entries]).toEqual([[assignmentsKey, newer]]);
});

test('whatever stands in storage, reading it throws nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.jsonValue().map((any) => JSON.stringify({ version: 1, saved: [any] })),
      ),
      (text) => {
        const shelf = new MemoryShelf();
        shelf.entries.set(assignmentsKey, text);
        expect(Array.isArray(new Assignments(shelf).all())).toBe(true);
      },
    ),
  );
});

test('where the browser denies storage, assignments open all the same', () => {
  vi.stubGlobal('window', {
    get localStorage(): Storage {
      throw new DOMException('Denied.', 'SecurityError');
    },
  });
  expect(openAssignments().all()).toEqual([]);
  vi.unstubAllGlobals();
});

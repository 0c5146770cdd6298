import { readAssignment, type Assignment } from '#domain/assignment.ts';
import { isRecord } from './attempt.ts';
import type { Shelf } from './draft.ts';
import { isInstant } from './values.ts';

/** An assignment on the device of the teacher who made it or brought it in. */
export interface SavedAssignment {
  readonly assignment: Assignment;
  /** What the teacher calls it: a note of their own, never handed out. */
  readonly name: string;
  /** When it was saved here; ISO 8601, UTC. */
  readonly savedAt: string;
  /** The codes drawn for the class, where it asks for one; never handed out with it. */
  readonly codes?: readonly string[];
}

/** The longest name, in UTF-16 units. */
export const longestNote = 120;

/** The key under which they are kept in local storage, as `{ version: 1, saved: SavedAssignment[] }`. */
export const assignmentsKey = 'who-says:assignments';

/** Where a text that cannot be read is kept, with a number behind it, before anything is written in its place. */
export const asideKey = `${assignmentsKey}:aside`;

/** The newest version of the list this program writes, and the newest it can read. */
const version = 1;

/**
 * What stands in the way of keeping assignments: the list on the device was damaged (all that could be read is there, the
 * whole text is kept aside), comes from a newer page (it is left alone), or the device refuses to keep it.
 */
export type Trouble = 'damaged' | 'newer' | 'refused';

/** Two assignments carry the same id and differ: one of the two has been changed. */
export class AssignmentConflict extends Error {
  override readonly name = 'AssignmentConflict';
}

/** The list as `text` has it; `trouble` where some of it, or all, cannot be read. */
interface Listed {
  readonly saved: readonly SavedAssignment[];
  readonly trouble?: 'damaged' | 'newer';
}

/**
 * The saved assignments of a device. Every change reads what is there first, so that two tabs lose nothing; what the
 * device refuses to keep is held until the page is closed.
 */
export class Assignments {
  readonly #shelf: Shelf | undefined;
  /** Changes that are not on the device, by id; null where one was removed. */
  readonly #held = new Map<string, SavedAssignment | null>();

  /** @param shelf where they are kept; undefined where storage is denied */
  constructor(shelf: Shelf | undefined) {
    this.#shelf = shelf;
  }

  /** All of them, the newest first. */
  all(): SavedAssignment[] {
    const rest = new Map(this.#held);
    const here = this.#read().saved.flatMap((each) => {
      const held = rest.get(each.assignment.id);
      rest.delete(each.assignment.id);
      return held === undefined ? [each] : held === null ? [] : [held];
    });
    return [...here, ...[...rest.values()].filter((each) => each !== null)].sort((a, b) =>
      a.savedAt < b.savedAt ? 1 : a.savedAt > b.savedAt ? -1 : 0,
    );
  }

  /**
   * Saves those that are not there yet; the others stay as they are, with the name they have here.
   *
   * @returns how many were new, and whether everything is on the device
   * @throws {AssignmentConflict} when one is there already with other contents; nothing is then saved
   */
  add(saved: readonly SavedAssignment[]): { readonly added: number; readonly kept: boolean } {
    const known = new Map(this.all().map((each) => [each.assignment.id, each]));
    const fresh = saved.filter((each) => {
      const there = known.get(each.assignment.id);
      if (!there) known.set(each.assignment.id, each);
      else if (!sameAssignment(there.assignment, each.assignment))
        throw new AssignmentConflict(`Assignment ${each.assignment.id} differs from the one on this device.`);
      return !there;
    });
    return { added: fresh.length, kept: this.#change(fresh.map((each) => [each.assignment.id, each])) };
  }

  /** Gives one another name; the assignment itself stays as it is. @returns whether everything is on the device */
  rename(id: string, name: string): boolean {
    const one = this.all().find(({ assignment }) => assignment.id === id);
    const next = name.trim().slice(0, longestNote);
    return this.#change(one && next !== '' ? [[id, { ...one, name: next }]] : []);
  }

  /** Takes one off the list. @returns whether everything is on the device */
  remove(id: string): boolean {
    return this.#change([[id, null]]);
  }

  /** What stands in the way of keeping them; undefined where nothing does. */
  get trouble(): Trouble | undefined {
    const { trouble } = this.#read();
    if (trouble) return trouble;
    if (this.#held.size > 0 || !this.#shelf) return 'refused';
    return this.aside().length > 0 ? 'damaged' : undefined;
  }

  /** The texts that could not be read, oldest first: for whoever can mend them. */
  aside(): string[] {
    const now = this.#read().trouble === 'damaged' ? [this.#text()!] : [];
    return [...this.#asideKeys().map((key) => this.#shelf!.getItem(key)!), ...now];
  }

  /** Throws away what {@link aside} gives; what of it could be read stays. @returns whether the device let it */
  forgetAside(): boolean {
    try {
      if (this.#read().trouble === 'damaged') this.#write();
      for (const key of this.#asideKeys()) this.#shelf?.removeItem(key);
      return true;
    } catch {
      return false;
    }
  }

  #change(changes: readonly (readonly [string, SavedAssignment | null])[]): boolean {
    for (const [id, change] of changes) this.#held.set(id, change);
    if (this.#held.size === 0) return true;
    const { trouble } = this.#read();
    if (trouble === 'newer') return false;
    try {
      if (!this.#shelf) throw new Error('Storage is denied.');
      if (trouble === 'damaged')
        this.#shelf.setItem(`${asideKey}:${this.#asideKeys().length + 1}`, this.#text()!);
      this.#write();
      return true;
    } catch {
      return false;
    }
  }

  #write(): void {
    this.#shelf?.setItem(assignmentsKey, JSON.stringify({ version, saved: this.all() }));
    this.#held.clear();
  }

  #text(): string | null {
    try {
      return this.#shelf?.getItem(assignmentsKey) ?? null;
    } catch {
      return null;
    }
  }

  #read(): Listed {
    return readList(this.#text());
  }

  #asideKeys(): string[] {
    const keys: string[] = [];
    try {
      for (let n = 1; (this.#shelf?.getItem(`${asideKey}:${n}`) ?? null) !== null; n += 1)
        keys.push(`${asideKey}:${n}`);
    } catch {
      // Denied: nothing was kept aside.
    }
    return keys;
  }
}

/** The saved assignments of this device. */
export function openAssignments(): Assignments {
  try {
    return new Assignments(window.localStorage);
  } catch {
    return new Assignments(undefined);
  }
}

/**
 * `data` as a saved assignment, whatever it is. Never throws.
 *
 * @returns it, with nothing in it that is not known here; or what is wrong, in words that fit "…: it …"
 */
export function readSaved(data: unknown): { readonly saved: SavedAssignment } | { readonly fault: string } {
  if (!isRecord(data)) return { fault: 'is not a saved assignment' };
  const read = readAssignment(data['assignment']);
  if ('fault' in read) return read;
  const { name, savedAt, codes } = data;
  if (typeof name !== 'string' || name.trim() === '' || name.length > longestNote)
    return { fault: 'has a name that cannot be read' };
  if (!isInstant(savedAt)) return { fault: 'does not say when it was saved' };
  if (codes !== undefined && !isCodes(codes)) return { fault: 'has codes that cannot be read' };
  return {
    saved: { assignment: read.assignment, name, savedAt, ...(codes === undefined ? {} : { codes }) },
  };
}

/** Whether two assignments say the same, field for field. */
export function sameAssignment(a: Assignment, b: Assignment): boolean {
  const [one, other] = [readAssignment(a), readAssignment(b)];
  // Reading puts the fields into one order.
  return JSON.stringify(one) === JSON.stringify(other);
}

function readList(text: string | null): Listed {
  if (text === null) return { saved: [] };
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { saved: [], trouble: 'damaged' };
  }
  if (!isRecord(data)) return { saved: [], trouble: 'damaged' };
  if (typeof data['version'] === 'number' && data['version'] > version)
    return { saved: [], trouble: 'newer' };
  if (data['version'] !== version || !Array.isArray(data['saved'])) return { saved: [], trouble: 'damaged' };
  const saved = new Map<string, SavedAssignment>();
  let whole = true;
  for (const entry of data['saved']) {
    const read = readSaved(entry);
    if ('saved' in read && !saved.has(read.saved.assignment.id))
      saved.set(read.saved.assignment.id, read.saved);
    else whole = false;
  }
  return { saved: [...saved.values()], ...(whole ? {} : { trouble: 'damaged' }) };
}

function isCodes(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length <= 1000 &&
    value.every((code) => typeof code === 'string' && code.trim() !== '' && code.length <= 60)
  );
}

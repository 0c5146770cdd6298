import type { DBSchema } from 'idb';
import { newUuid, type Attempt } from './attempt.ts';
import { connection } from './connection.ts';
import { draftKey, type Shelf } from './draft.ts';
import type { Log } from './log.ts';
import { openedPrefix } from './opened.ts';

/** All that one learner did on this device, set aside while somebody else works there. */
export interface SetAside {
  /** A UUID. */
  readonly id: string;
  /** When it was set aside; ISO 8601, UTC. */
  readonly at: string;
  /** What the learner calls themselves, where an assignment asked. */
  readonly who?: string;
  /** Their log, whole. */
  readonly attempts: readonly Attempt[];
  /** What local storage held of theirs, by its keys: drafts, assignments, where their tests stand. */
  readonly texts: Readonly<Record<string, string>>;
}

/** What was to be taken up again is no longer set aside: another tab has taken it up, or erased it. */
export class NoLongerAside extends Error {}

/** The name of the database that keeps what is set aside. */
const databaseName = 'who-says-set-aside';

interface Schema extends DBSchema {
  learners: { key: string; value: SetAside };
}

/** Keys of local storage that are a learner’s own: the rest is the device’s, or a teacher’s. */
const isTheirs = (key: string) =>
  key.startsWith(draftKey('')) ||
  key.startsWith(openedPrefix) ||
  key === 'who-says:form' ||
  key === 'who-says:due';

/**
 * The work of those who used this device before, each whole and apart. The log and the drafts are always those of one
 * learner: whoever takes over finds them empty, on every page, and whoever comes back finds theirs again.
 */
export class SetAsides {
  readonly #connect: ReturnType<typeof connection<Schema>>;

  /** @param name of the database */
  constructor(name = databaseName) {
    this.#connect = connection<Schema>(name, (created) => {
      created.createObjectStore('learners', { keyPath: 'id' });
    });
  }

  /** All that is set aside, the latest first; none where the browser refuses to keep anything. */
  async all(): Promise<SetAside[]> {
    try {
      const all = await (await this.#connect()).getAll('learners');
      return all.sort((a, b) => (a.at < b.at ? 1 : -1));
    } catch {
      return [];
    }
  }

  /**
   * Sets aside what is on the device now, if anything is, and makes room for somebody else.
   *
   * @param log of this device
   * @param shelf local storage
   * @param now what is noted of it: when, and what the learner calls themselves
   * @param back the id of what was set aside before and is taken up again; undefined for somebody new
   * @throws {@link NoLongerAside} where `back` is not set aside: nothing is changed then
   * @throws where the device refuses; what was there is then still there, or set aside
   */
  async changeOver(log: Log, shelf: Shelf, now: Pick<SetAside, 'at' | 'who'>, back?: string): Promise<void> {
    const database = await this.#connect();
    const returning = back === undefined ? undefined : await database.get('learners', back);
    if (back !== undefined && !returning) throw new NoLongerAside();
    const attempts = await log.all();
    const texts = textsOn(shelf);
    // Who has only looked has nothing to come back to.
    const worked = attempts.length > 0 || Object.keys(texts).some((key) => key.startsWith(draftKey('')));
    const id = newUuid();
    if (worked || now.who !== undefined) await database.put('learners', { id, ...now, attempts, texts });
    try {
      await log.clear();
    } catch (error) {
      await database.delete('learners', id);
      throw error;
    }
    for (const key of Object.keys(texts)) shelf.removeItem(key);
    if (!returning) return;
    for (const [key, text] of Object.entries(returning.texts)) shelf.setItem(key, text);
    // What could only be held until the page is closed stays here as well.
    if ((await log.add(returning.attempts)).kept) await database.delete('learners', returning.id);
  }

  /** Erases some of it, and nothing that was set aside since. @param ids of what goes. @throws where the browser refuses */
  async erase(ids: readonly string[]): Promise<void> {
    const tx = (await this.#connect()).transaction('learners', 'readwrite');
    const done = tx.done;
    done.catch(() => undefined);
    for (const id of ids) void tx.store.delete(id).catch(() => undefined);
    await done;
  }
}

function textsOn(shelf: Shelf): Record<string, string> {
  const keys = Array.from({ length: shelf.length }, (_, at) => shelf.key(at) ?? '');
  return Object.fromEntries(keys.filter(isTheirs).map((key) => [key, shelf.getItem(key)!]));
}

import type { DBSchema } from 'idb';
import { databaseName } from './database.ts';
import { byTime, isAnswer, sameAttempt, type Attempt } from './attempt.ts';
import { connection } from './connection.ts';

/** The append-only log of attempts. Nothing in it is ever changed; it can only grow, or be erased whole. */
export interface Log {
  /** Whether it is on the device; one that is not is gone when the page is closed. */
  readonly lasting: boolean;
  /**
   * Adds the attempts that are not there yet, all of them or none; those that are there stay as they are.
   *
   * @returns how many were new, and whether they are on the device: if not, it has refused, and they are held until
   * the page is closed
   * @throws {LogConflict} when an attempt is there already with other contents; nothing is then added
   */
  add(attempts: readonly Attempt[]): Promise<{ readonly added: number; readonly kept: boolean }>;
  /** Every attempt, oldest first. */
  all(): Promise<Attempt[]>;
  /** Erases everything. */
  clear(): Promise<void>;
}

/** Two attempts carry the same id and differ: one of the two has been damaged or tampered with. */
export class LogConflict extends Error {
  override readonly name = 'LogConflict';
}

/** A log that lives as long as the page. */
export function memoryLog(): Log {
  let attempts: Attempt[] = [];
  return {
    lasting: false,
    async add(incoming) {
      const fresh = newAmong(incoming, attempts);
      attempts = [...attempts, ...fresh];
      return { added: fresh.length, kept: false };
    },
    async all() {
      return [...attempts].sort(byTime);
    },
    async clear() {
      attempts = [];
    },
  };
}

interface Schema extends DBSchema {
  attempts: { key: string; value: Attempt };
}

/**
 * Opens the log of this device, kept in IndexedDB.
 *
 * @throws whatever the browser throws where IndexedDB is refused
 */
export async function deviceLog(name = databaseName): Promise<Log> {
  const connect = connection<Schema>(name, (created) => {
    created.createObjectStore('attempts', { keyPath: 'id' });
  });
  await connect();
  // A row that is damaged is left alone: it must not hide the others.
  const sound = (rows: readonly Attempt[]) => rows.filter(isReadable);
  return {
    lasting: true,
    async add(incoming) {
      const tx = (await connect()).transaction('attempts', 'readwrite');
      const done = tx.done;
      done.catch(() => undefined);
      const fresh = newAmong(incoming, sound(await tx.store.getAll()));
      for (const attempt of fresh) void tx.store.add(attempt).catch(() => undefined);
      await done;
      return { added: fresh.length, kept: true };
    },
    async all() {
      return sound(await (await connect()).getAll('attempts')).sort(byTime);
    },
    async clear() {
      await (await connect()).clear('attempts');
    },
  };
}

/** Whether an attempt as it stands on the device has what showing and marking it takes. */
function isReadable({ exercise, at, answer }: { readonly [Field in keyof Attempt]?: unknown }): boolean {
  return typeof exercise === 'string' && typeof at === 'string' && isAnswer(answer);
}

/** A log that takes what `device` refuses (a full disk, a blocked database): it is held, shown and exported all the same. */
export function patientLog(device: Log): Log {
  const held = memoryLog();
  const onDevice = () => device.all().catch((): Attempt[] => []);
  return {
    lasting: device.lasting,
    async add(incoming) {
      newAmong(incoming, await held.all());
      try {
        return await device.add(incoming);
      } catch (error) {
        if (error instanceof LogConflict) throw error;
        return held.add(newAmong(incoming, await onDevice()));
      }
    },
    async all() {
      const attempts = await onDevice();
      const there = new Set(attempts.map(({ id }) => id));
      // By id alone: another tab may have kept an attempt that conflicts with one held here, and the list must still show.
      return [...attempts, ...(await held.all()).filter(({ id }) => !there.has(id))].sort(byTime);
    },
    async clear() {
      await held.clear();
      await device.clear();
    },
  };
}

/** The log of this device; in memory where the browser refuses to keep one. */
export async function openLog(): Promise<Log> {
  try {
    return patientLog(await deviceLog());
  } catch {
    return memoryLog();
  }
}

/**
 * A log as an exercise sees it: only what was done for one assignment is there, or only what was done for none; and what
 * is added is done for the same.
 *
 * @param assignment its id; undefined for what nobody set
 */
export function logFor(log: Log, assignment: string | undefined): Pick<Log, 'add' | 'all'> {
  return {
    add: (attempts) =>
      log.add(assignment === undefined ? attempts : attempts.map((attempt) => ({ ...attempt, assignment }))),
    all: async () => (await log.all()).filter((attempt) => attempt.assignment === assignment),
  };
}

/** The log of this device, as far as it holds what nobody set. */
export async function openOwnLog(): Promise<Pick<Log, 'add' | 'all'>> {
  return logFor(await openLog(), undefined);
}

/** The attempts of `incoming` that are not among `known`, each once. @throws {LogConflict} */
function newAmong(incoming: readonly Attempt[], known: readonly Attempt[]): Attempt[] {
  const byId = new Map(known.map((attempt) => [attempt.id, attempt]));
  return incoming.filter((attempt) => {
    const there = byId.get(attempt.id);
    if (!there) byId.set(attempt.id, attempt);
    else if (!sameAttempt(there, attempt))
      throw new LogConflict(`Attempt ${attempt.id} differs from the one on this device.`);
    return !there;
  });
}

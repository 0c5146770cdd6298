import type { DBSchema } from 'idb';
import { sameSubmission, type Submission } from './submission.ts';
import { connection } from './connection.ts';

/** A submission that came in, on the device of the teacher who collects. */
export interface Collected {
  readonly submission: Submission;
  /** When it came in here for the first time; ISO 8601, UTC. */
  readonly receivedAt: string;
}

/**
 * What became of a submission that was brought in: it is new; it is here already, the same in every field; or one with
 * its id is here and says something else, so that one of the two has been changed: then the first one stays.
 */
export type Outcome = 'new' | 'known' | 'conflict';

/** Where submissions are kept: one to an id, and none is ever changed. */
export interface CollectedStore {
  /** Adds those that are not there yet. @returns what became of each, in the order given */
  add(incoming: readonly Collected[]): Promise<Outcome[]>;
  /** Those of one assignment, or all, in the order in which they came in. @param assignment its id */
  all(assignment?: string): Promise<Collected[]>;
  /** Erases one. @param id of the submission */
  remove(id: string): Promise<void>;
  /** Erases those of one assignment, or all. @param assignment its id */
  clear(assignment?: string): Promise<void>;
}

/** The name of the database in which {@link deviceStore} keeps submissions. */
export const collectedName = 'who-says-collected';

interface Schema extends DBSchema {
  submissions: { key: string; value: Collected; indexes: { assignment: string } };
}

/**
 * Opens the submissions of this device, kept in IndexedDB. A database of its own: a page that learners load is never
 * held up by a change of its shape.
 *
 * @throws whatever the browser throws where IndexedDB is refused
 */
export async function deviceStore(name = collectedName): Promise<CollectedStore> {
  const connect = connection<Schema>(name, (created) => {
    created
      .createObjectStore('submissions', { keyPath: 'submission.id' })
      .createIndex('assignment', 'submission.assignment');
  });
  await connect();
  return {
    async add(incoming) {
      const tx = (await connect()).transaction('submissions', 'readwrite');
      const done = tx.done;
      done.catch(() => undefined);
      const there = await Promise.all(incoming.map(({ submission }) => tx.store.get(submission.id)));
      const { outcomes, fresh } = compare(incoming, byId(there.filter((one) => one !== undefined)));
      for (const one of fresh) void tx.store.add(one).catch(() => undefined);
      await done;
      return outcomes;
    },
    async all(assignment) {
      const database = await connect();
      const found = await (assignment
        ? database.getAllFromIndex('submissions', 'assignment', assignment)
        : database.getAll('submissions'));
      return found.sort(byArrival);
    },
    async remove(id) {
      await (await connect()).delete('submissions', id);
    },
    async clear(assignment) {
      const tx = (await connect()).transaction('submissions', 'readwrite');
      const done = tx.done;
      done.catch(() => undefined);
      if (!assignment) void tx.store.clear();
      else
        for (const id of await tx.store.index('assignment').getAllKeys(assignment)) void tx.store.delete(id);
      await done;
    },
  };
}

/**
 * What a teacher has collected. What the device refuses (a full disk, a blocked database) is held until the page is
 * closed, and listed all the same; it is written as soon as the device takes something again.
 */
export class Collection implements CollectedStore {
  readonly #device: CollectedStore | undefined;
  readonly #changed: () => void;
  /** What the device has refused, by the submission's id. */
  readonly #held = new Map<string, Collected>();

  /**
   * @param device where they are kept; undefined where that is refused
   * @param changed called after each change
   */
  constructor(device: CollectedStore | undefined, changed: () => void = () => undefined) {
    this.#device = device;
    this.#changed = changed;
  }

  /** Whether this device keeps anything at all. */
  get keeps(): boolean {
    return this.#device !== undefined;
  }

  /** How many are held only until the page is closed. */
  get held(): number {
    return this.#held.size;
  }

  async add(incoming: readonly Collected[]): Promise<Outcome[]> {
    const held = [...this.#held.values()];
    let outcomes: Outcome[];
    try {
      if (!this.#device) throw new Error('Storage is refused.');
      outcomes = (await this.#device.add([...held, ...incoming])).slice(held.length);
      for (const { submission } of held) this.#held.delete(submission.id);
    } catch {
      const judged = compare(incoming, byId(await this.all()));
      outcomes = judged.outcomes;
      for (const one of judged.fresh) this.#held.set(one.submission.id, one);
    }
    this.#changed();
    return outcomes;
  }

  async all(assignment?: string): Promise<Collected[]> {
    // What the device has goes first: another tab may have kept one that conflicts with one held here.
    const kept = await this.#onDevice(assignment);
    const held = [...this.#held.values()].filter(({ submission }) => belongs(submission, assignment));
    return [...new Map([...byId(held), ...byId(kept)]).values()].sort(byArrival);
  }

  async remove(id: string): Promise<void> {
    await this.#device?.remove(id);
    this.#held.delete(id);
    this.#changed();
  }

  async clear(assignment?: string): Promise<void> {
    await this.#device?.clear(assignment);
    for (const { submission } of [...this.#held.values()])
      if (belongs(submission, assignment)) this.#held.delete(submission.id);
    this.#changed();
  }

  async #onDevice(assignment?: string): Promise<Collected[]> {
    return (await this.#device?.all(assignment).catch(() => [])) ?? [];
  }
}

const channelName = 'who-says:collected';

/** What is collected on this device; in memory where the browser refuses to keep it. */
export async function openCollection(): Promise<Collection> {
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(channelName);
  const changed = () => channel?.postMessage('changed');
  try {
    return new Collection(await deviceStore(), changed);
  } catch {
    return new Collection(undefined, changed);
  }
}

/** Calls `listener` whenever what is collected changes, in this tab or another. @returns what ends it */
export function watchCollection(listener: () => void): () => void {
  if (typeof BroadcastChannel === 'undefined') return () => undefined;
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = listener;
  return () => channel.close();
}

/** What one learner handed in for one assignment. */
export interface LearnerWork {
  /** The `from` of all of them: the device, as the assignment knows it. */
  readonly from: string;
  /** What the learner calls themselves in the newest one. */
  readonly who?: string;
  /**
   * A number to stand in the place of the name, from 1: the place of `from` among those of the assignment. It is drawn by
   * chance, as they are, and does not give the name away.
   */
  readonly number: number;
  /** The one that counts: handed in last, by the learner's clock. */
  readonly newest: Collected;
  /** Those handed in before, the latest of them first. */
  readonly older: readonly Collected[];
}

/**
 * Submissions of one assignment by learner. In the order of their names, as a class list is read; those without a name
 * behind them, in the order in which they were first heard of.
 */
export function byLearner(collected: readonly Collected[]): LearnerWork[] {
  const groups = new Map<string, Collected[]>();
  for (const one of [...collected].sort(byArrival)) {
    const { from } = one.submission;
    groups.set(from, [...(groups.get(from) ?? []), one]);
  }
  const byChance = [...groups.keys()].sort();
  const work = [...groups].map(([from, all]): LearnerWork => {
    const [newest, ...older] = all.sort(byHandingIn).reverse() as [Collected, ...Collected[]];
    const { who } = newest.submission;
    const number = byChance.indexOf(from) + 1;
    return { from, ...(who === undefined ? {} : { who }), number, newest, older };
  });
  return work.sort((a, b) => {
    if (a.who === undefined || b.who === undefined)
      return Number(a.who === undefined) - Number(b.who === undefined);
    return a.who.localeCompare(b.who, undefined, { numeric: true });
  });
}

/** What becomes of each, and which are new, each once. @param known what is there, by the submission's id */
function compare(
  incoming: readonly Collected[],
  known: ReadonlyMap<string, Collected>,
): { readonly outcomes: Outcome[]; readonly fresh: readonly Collected[] } {
  const all = new Map(known);
  const fresh: Collected[] = [];
  const outcomes = incoming.map((one): Outcome => {
    const there = all.get(one.submission.id);
    if (there) return sameSubmission(there.submission, one.submission) ? 'known' : 'conflict';
    all.set(one.submission.id, one);
    fresh.push(one);
    return 'new';
  });
  return { outcomes, fresh };
}

function byId(collected: readonly Collected[]): Map<string, Collected> {
  return new Map(collected.map((one) => [one.submission.id, one]));
}

function belongs(submission: Submission, assignment: string | undefined): boolean {
  return assignment === undefined || submission.assignment === assignment;
}

function byArrival(a: Collected, b: Collected): number {
  return order(a.receivedAt, b.receivedAt) || byHandingIn(a, b);
}

function byHandingIn(a: Collected, b: Collected): number {
  return order(a.submission.at, b.submission.at) || order(a.submission.id, b.submission.id);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

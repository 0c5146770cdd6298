import type { DBSchema } from 'idb';
import { sameAttempt } from './attempt.ts';
import { connection } from './connection.ts';
import { sameName, sameSubmission, type Submission } from './submission.ts';

/** A submission that came in, on the device of the teacher who collects. */
export interface Collected {
  readonly submission: Submission;
  /** When it came in here for the first time; ISO 8601, UTC. */
  readonly receivedAt: string;
  /** What the teacher decided of its device: whether several learners handed in from it, who all count, or one. */
  readonly apart?: boolean;
}

/**
 * What became of a submission that was brought in: it is new; it is here already, the same in every field; or one with
 * its id is here and says something else, so that one of the two has been changed: then the first one stays.
 */
export type Outcome = 'new' | 'known' | 'conflict';

/** Where submissions are kept: one to an id, and none is ever changed; what is noted beside it can be. */
export interface CollectedStore {
  /** Adds those that are not there yet. @returns what became of each, in the order given */
  add(incoming: readonly Collected[]): Promise<Outcome[]>;
  /** Those of one assignment, or all, in the order in which they came in. @param assignment its id */
  all(assignment?: string): Promise<Collected[]>;
  /** Notes of those from one device whether they are of several learners. @param ids of the submissions */
  setApart(ids: readonly string[], apart: boolean): Promise<void>;
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
    async setApart(ids, apart) {
      const tx = (await connect()).transaction('submissions', 'readwrite');
      const done = tx.done;
      done.catch(() => undefined);
      for (const one of await Promise.all(ids.map((id) => tx.store.get(id))))
        if (one) void tx.store.put({ ...one, apart }).catch(() => undefined);
      await done;
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

  async setApart(ids: readonly string[], apart: boolean): Promise<void> {
    await this.#device?.setApart(ids, apart);
    for (const id of ids) {
      const held = this.#held.get(id);
      if (held) this.#held.set(id, { ...held, apart });
    }
    this.#changed();
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
  /**
   * Known by it: the `from` of all of them, which is the device as the assignment knows it; with a number behind it for
   * another learner on the same device, where the teacher counts several.
   */
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
  /** Absent where one learner seems to have used the device. */
  readonly sharing?: Sharing;
}

/** That several learners seem to have handed in from one device. */
export interface Sharing {
  /** How many. */
  readonly learners: number;
  /** What they go by, each name once, the latest first; undefined among them for those who gave none. */
  readonly names: readonly (string | undefined)[];
  /** Whether the teacher counts them as that many, or as one; undefined until it is decided: then they are one. */
  readonly apart: boolean | undefined;
  /** The ids of everything that came from the device. */
  readonly ids: readonly string[];
}

/**
 * Submissions of one assignment by learner. In the order of their names, as a class list is read; those without a name
 * behind them, in the order in which they were first heard of.
 */
export function byLearner(collected: readonly Collected[]): LearnerWork[] {
  const devices = new Map<string, Collected[]>();
  for (const one of [...collected].sort(byArrival)) {
    const { from } = one.submission;
    devices.set(from, [...(devices.get(from) ?? []), one]);
  }
  interface Group {
    readonly from: string;
    readonly nth: number;
    readonly its: readonly Collected[];
    readonly sharing?: Sharing;
  }
  const groups = [...devices].flatMap(([device, all]): Group[] => {
    const learners = learnersAmong(all.sort(byHandingIn));
    if (learners.length === 1) return [{ from: device, nth: 0, its: all }];
    const apart = decided(learners);
    const ids = all.map(({ submission }) => submission.id);
    const sharing = { learners: learners.length, names: namesIn(all.toReversed()), apart, ids };
    return (apart ? learners : [all]).map((its, nth) => ({
      from: nth === 0 ? device : `${device}.${nth + 1}`,
      nth,
      its,
      sharing,
    }));
  });
  // Those found on a device beside the first come last: the others keep their numbers.
  const numbered = [...groups].sort((a, b) => a.nth - b.nth || order(a.from, b.from));
  const work = groups.map((group): LearnerWork => {
    const { from, its, sharing } = group;
    const [newest, ...older] = its.toReversed() as [Collected, ...Collected[]];
    const { who } = newest.submission;
    return {
      from,
      ...(who === undefined ? {} : { who }),
      number: numbered.indexOf(group) + 1,
      newest,
      older,
      ...(sharing && { sharing }),
    };
  });
  return work.sort((a, b) => {
    if (a.who === undefined || b.who === undefined)
      return Number(a.who === undefined) - Number(b.who === undefined);
    return a.who.localeCompare(b.who, undefined, { numeric: true });
  });
}

/**
 * What came from one device, by the learners who seem to have used it. A device hands in all it has and forgets nothing, so
 * that of one learner each goes on from the one before: another name, or an answer that is no longer there, is somebody
 * else's.
 *
 * @param all in the order in which it was handed in
 */
function learnersAmong(all: readonly Collected[]): Collected[][] {
  const learners: Collected[][] = [];
  for (const one of all) {
    const its = learners.findLast((each) => goesOn(each.at(-1)!.submission, one.submission));
    if (its) its.push(one);
    else learners.push([one]);
  }
  return learners;
}

function namesIn(all: readonly Collected[]): (string | undefined)[] {
  const names = all.map(({ submission }) => submission.who);
  return names.filter((name, at) => names.findIndex((each) => sameName(each, name)) === at);
}

/** What the teacher decided of a device. That it is one learner does not hold for somebody who came in later. */
function decided(learners: readonly (readonly Collected[])[]): boolean | undefined {
  if (learners.flat().some(({ apart }) => apart)) return true;
  return learners.every((its) => its.some(({ apart }) => apart === false)) ? false : undefined;
}

function goesOn(older: Submission, newer: Submission): boolean {
  const answers = new Map(newer.attempts.map((attempt) => [attempt.id, attempt]));
  return (
    sameName(older.who, newer.who) &&
    older.attempts.every((attempt) => {
      const there = answers.get(attempt.id);
      return there !== undefined && sameAttempt(attempt, there);
    })
  );
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

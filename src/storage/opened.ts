import { isRecord } from './attempt.ts';
import type { Shelf } from './draft.ts';
import { longestName } from './submission.ts';
import { isInstant, isUuid } from './values.ts';

/** An assignment that was opened on this device: what the device keeps of it beside the answers. */
export interface Opened {
  /** The assignment, packed: what stands in its link. */
  readonly parcel: string;
  /** A UUID drawn when it was opened: what is handed in from here is known by it, and the questions are shuffled by it. */
  readonly from: string;
  /** When it was first opened; ISO 8601, UTC. */
  readonly at: string;
  /** What the learner calls themselves, where the assignment asks. */
  readonly who?: string;
  /** When it was handed in, each time; ISO 8601, UTC, oldest first. */
  readonly handedIn: readonly string[];
}

/** What the keys begin with under which they are kept. */
export const openedPrefix = 'who-says:assignment:';

/**
 * The assignments opened on this device, by their ids: in local storage under `who-says:assignment:<id>`, as
 * `{ version: 1, …}`. What the device refuses to keep is held until the page is closed.
 */
export class OpenedShelf {
  readonly #shelf: Shelf | undefined;
  readonly #held = new Map<string, Opened>();

  /** @param shelf where they are kept; undefined where storage is denied */
  constructor(shelf: Shelf | undefined) {
    this.#shelf = shelf;
  }

  /** One assignment; undefined where it was never opened, or what is kept of it cannot be read. */
  read(id: string): Opened | undefined {
    const held = this.#held.get(id);
    if (held) return held;
    try {
      return readOpened(this.#shelf?.getItem(openedPrefix + id) ?? null);
    } catch {
      return undefined;
    }
  }

  /** Every assignment, the one opened last first. */
  all(): (Opened & { readonly id: string })[] {
    const ids = new Set(this.#held.keys());
    try {
      for (let at = 0; at < (this.#shelf?.length ?? 0); at += 1) {
        const key = this.#shelf?.key(at) ?? '';
        if (key.startsWith(openedPrefix)) ids.add(key.slice(openedPrefix.length));
      }
    } catch {
      // Denied: only what is held here is known.
    }
    return [...ids]
      .flatMap((id) => {
        const opened = this.read(id);
        return opened ? [{ id, ...opened }] : [];
      })
      .sort((a, b) => (a.at < b.at ? 1 : -1));
  }

  /** Keeps what is known of an assignment. @returns whether it is on the device */
  write(id: string, opened: Opened): boolean {
    try {
      if (!this.#shelf) throw new Error('Storage is denied.');
      this.#shelf.setItem(openedPrefix + id, JSON.stringify({ version: 1, ...opened }));
      this.#held.delete(id);
      return true;
    } catch {
      this.#held.set(id, opened);
      return false;
    }
  }

  /** Forgets every assignment. */
  clear(): void {
    for (const { id } of this.all()) {
      this.#held.delete(id);
      try {
        this.#shelf?.removeItem(openedPrefix + id);
      } catch {
        // Denied: there was nothing to forget.
      }
    }
  }
}

/** The assignments opened on this device. */
export function openShelf(): OpenedShelf {
  try {
    return new OpenedShelf(window.localStorage);
  } catch {
    return new OpenedShelf(undefined);
  }
}

/** Reads what is kept; undefined when `text` is null, damaged, or of a version this program does not know. */
function readOpened(text: string | null): Opened | undefined {
  if (text === null) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(data) || data['version'] !== 1) return undefined;
  const { parcel, from, at, who, handedIn } = data;
  if (typeof parcel !== 'string' || !isUuid(from) || !isInstant(at)) return undefined;
  if (!Array.isArray(handedIn) || !handedIn.every(isInstant)) return undefined;
  return {
    parcel,
    from,
    at,
    ...(typeof who === 'string' && who.length <= longestName ? { who } : {}),
    handedIn,
  };
}

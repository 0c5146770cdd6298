import type { Answer } from '#domain/answer.ts';
import { isAnswer, isRecord } from './attempt.ts';

/** An answer that has not been handed in. */
export interface Draft {
  readonly answer: Answer;
  /** The attempt being revised; absent in a first round. */
  readonly revises?: string;
}

/**
 * The key under which a draft is kept in local storage, as `{ version: 1, answer, revises? }`. Local storage, not
 * the log: a draft is small, changes with each click, has to be written before the page can be closed, and tells
 * other tabs by itself. `src/exercises/early.js` writes it too, before the island wakes.
 */
export function draftKey(exercise: string): string {
  return `${draftPrefix}${exercise}`;
}

const draftPrefix = 'who-says:draft:';

/** The part of `Storage` that drafts need. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Drafts by exercise. What the device refuses to keep is held until the page is closed. */
export class Drafts {
  readonly #shelf: Shelf | undefined;
  readonly #held = new Map<string, string>();

  /** @param shelf where drafts are kept; undefined where storage is denied */
  constructor(shelf: Shelf | undefined) {
    this.#shelf = shelf;
  }

  /** The draft of an exercise; undefined when there is none, or none that can be read. */
  read(exercise: string): Draft | undefined {
    const key = draftKey(exercise);
    try {
      return readDraft(this.#held.get(key) ?? this.#shelf?.getItem(key) ?? null);
    } catch {
      return undefined;
    }
  }

  /** Keeps a draft. @returns whether it is on the device */
  write(exercise: string, draft: Draft): boolean {
    const key = draftKey(exercise);
    const text = JSON.stringify({ version: 1, ...draft });
    try {
      if (!this.#shelf) throw new Error('Storage is denied.');
      this.#shelf.setItem(key, text);
      this.#held.delete(key);
      return true;
    } catch {
      this.#held.set(key, text);
      return false;
    }
  }

  /** Forgets the draft of an exercise. */
  remove(exercise: string): void {
    this.#forget(draftKey(exercise));
  }

  /** Forgets every draft. */
  clear(): void {
    const keys = new Set(this.#held.keys());
    try {
      for (let i = 0; i < (this.#shelf?.length ?? 0); i += 1) keys.add(this.#shelf?.key(i) ?? '');
    } catch {
      // Denied: only what is held here can be forgotten.
    }
    for (const key of keys) if (key.startsWith(draftPrefix)) this.#forget(key);
  }

  #forget(key: string): void {
    this.#held.delete(key);
    try {
      this.#shelf?.removeItem(key);
    } catch {
      // Denied: there was nothing to forget.
    }
  }
}

/** The drafts of this device. */
export function openDrafts(): Drafts {
  try {
    return new Drafts(window.localStorage);
  } catch {
    return new Drafts(undefined);
  }
}

/** Reads a stored draft; undefined when `text` is null, damaged, or of a version this program does not know. */
export function readDraft(text: string | null): Draft | undefined {
  if (text === null) return undefined;
  try {
    const data: unknown = JSON.parse(text);
    if (!isRecord(data) || data['version'] !== 1 || !isAnswer(data['answer'])) return undefined;
    const revises = data['revises'];
    return typeof revises === 'string' ? { answer: data['answer'], revises } : { answer: data['answer'] };
  } catch {
    return undefined;
  }
}

import type { Shelf } from '../draft.ts';

/** Local storage in memory; `refuse` makes it throw from then on. */
export class MemoryShelf implements Shelf {
  readonly entries = new Map<string, string>();
  refuse: 'nothing' | 'writing' | 'everything' = 'nothing';

  #check(writes: boolean): void {
    if (this.refuse === 'everything' || (writes && this.refuse === 'writing')) {
      throw new DOMException('Refused.', 'QuotaExceededError');
    }
  }
  get length(): number {
    this.#check(false);
    return this.entries.size;
  }
  key(index: number): string | null {
    this.#check(false);
    return [...this.entries.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    this.#check(false);
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.#check(true);
    this.entries.set(key, value);
  }
  removeItem(key: string): void {
    this.#check(false);
    this.entries.delete(key);
  }
}

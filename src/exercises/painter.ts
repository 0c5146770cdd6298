import { untrack } from 'svelte';
import { outcome, type ItemId, type ItemMark } from '#domain/mark.ts';
import { fieldsByItem, reflect } from './form.ts';
import type { Session } from './session.svelte.ts';

/** What decides how an item looks: whether it can be answered, its mark, and its fields as one text. */
interface Look {
  readonly open: boolean;
  readonly mark: ItemMark | undefined;
  readonly fields: string;
}

const untouched: Look = { open: true, mark: undefined, fields: '' };

/**
 * Keeps the questions of a form in step with a session. What Svelte did not write it does not know, and the questions
 * are the server's: so each item is painted by hand, and only when something about it has changed. When all change at
 * once, the one the learner looks at comes first and the others a few at a time: nothing has to wait for all of them.
 */
export class Painter {
  readonly #form: HTMLFormElement;
  readonly #session: Session;
  readonly #painted: ((item: ItemId) => void) | undefined;
  readonly #places = new Map<ItemId, HTMLElement>();
  readonly #looks = new Map<ItemId, Look>();
  readonly #waiting = new Set<ItemId>();

  /** @param painted called when an item has been painted, for what a type adds to it */
  constructor(form: HTMLFormElement, session: Session, painted?: (item: ItemId) => void) {
    this.#form = form;
    this.#session = session;
    this.#painted = painted;
    for (const place of form.querySelectorAll<HTMLElement>('[data-item]'))
      this.#places.set(place.dataset['item']!, place);
  }

  /**
   * Paints what has changed. Called in an effect, which it thereby makes dependent on all that it reads.
   *
   * @param current the item that comes first
   * @returns what stops it from painting the rest
   */
  paint(current: ItemId | undefined): () => void {
    const session = this.#session;
    const fields = fieldsByItem(session.answer);
    for (const item of session.items) {
      const mark = session.result && session.markOf(item);
      const look: Look = { open: session.isOpen(item), mark, fields: fields.get(item) ?? '' };
      const old = this.#looks.get(item) ?? untouched;
      this.#looks.set(item, look);
      if (look.open !== old.open || look.mark !== old.mark || look.fields !== old.fields)
        this.#waiting.add(item);
    }
    this.#form.dataset['state'] = session.answering ? 'answering' : 'handed-in';
    const waiting = [...this.#waiting].sort((a, b) => Number(b === current) - Number(a === current));
    const few = (count: number) => waiting.splice(0, count).forEach((item) => this.paintOne(item));
    untrack(() => few(session.answering ? waiting.length : 1));
    // A few a frame, from the frame after the one that shows the first.
    const go = () => {
      few(3);
      if (waiting.length > 0) next = requestAnimationFrame(go);
    };
    let next = requestAnimationFrame(() => (next = requestAnimationFrame(go)));
    return () => cancelAnimationFrame(next);
  }

  /** Paints one item as it is to look once it is handed in, which it is about to be. */
  anticipate(item: ItemId): void {
    const mark = this.#session.foresee(item, this.#session.answer);
    if (!mark) return;
    this.#looks.set(item, { open: false, mark, fields: '' });
    this.paintOne(item);
  }

  /** Paints what is still waiting, now. */
  finish(): void {
    for (const item of this.#waiting) this.paintOne(item);
  }

  /** Paints one item as it is to look. */
  paintOne(item: ItemId): void {
    this.#waiting.delete(item);
    const place = this.#places.get(item);
    const { open, mark } = this.#looks.get(item) ?? untouched;
    if (!place) return;
    reflect(place, this.#session.answer, open);
    if (mark) place.dataset['outcome'] = outcome(mark);
    else delete place.dataset['outcome'];
    const target = place.querySelector('[data-feedback]');
    if (target) this.#session.result?.reasons.give(item, target, mark);
    this.#painted?.(item);
  }
}

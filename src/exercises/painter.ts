import { mount, unmount, untrack } from 'svelte';
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
  readonly #reasons = new Map<ItemId, { mark: ItemMark; part: Record<string, unknown> }>();

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
    this.#giveReason(item, place, mark);
    this.#painted?.(item);
  }

  /**
   * Draws a reason out of sight and takes it away again: a slow device then has read the code of reasons before the first
   * one is waited for.
   */
  rehearse({ mark, Feedback, key }: NonNullable<Session['result']>): void {
    const marked = mark(key.spec as never, key.claims, this.#session.answer);
    if (marked.kind !== 'marked') return;
    const props = { mark: marked.items[0] as never, sources: key.sources };
    void unmount(mount(Feedback, { target: document.createElement('div'), props }));
  }

  #giveReason(item: ItemId, place: HTMLElement, mark: ItemMark | undefined): void {
    const old = this.#reasons.get(item);
    if (old?.mark === mark) return;
    if (old) void unmount(old.part);
    this.#reasons.delete(item);
    const target = place.querySelector('[data-feedback]');
    const { result } = this.#session;
    if (!target || !mark || !result) return;
    const props = { mark: mark as never, sources: result.key.sources };
    this.#reasons.set(item, { mark, part: mount(result.Feedback, { target, props }) });
  }
}

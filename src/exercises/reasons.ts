import { mount, unmount } from 'svelte';
import type { Source } from '#domain/claim.ts';
import type { ItemId, ItemMark } from '#domain/mark.ts';
import type { ResultParts } from './session.svelte.ts';

/** The reason beside one item, and the mark it tells of as one text. */
interface Reason {
  readonly text: string;
  readonly part: Record<string, unknown>;
}

/** The reasons beside the items of a form, each drawn by the type's own part. Comes with the result of an answer. */
export class Reasons {
  readonly #Feedback: ResultParts['Feedback'];
  readonly #sources: readonly Source[];
  readonly #given = new Map<ItemId, Reason>();
  /** The one drawn out of sight. */
  #ready: (Reason & { readonly item: ItemId; readonly box: HTMLElement }) | undefined;

  /**
   * @param Feedback draws the reason for one mark
   * @param sources of the article, which reasons name
   */
  constructor(Feedback: ResultParts['Feedback'], sources: readonly Source[]) {
    this.#Feedback = Feedback;
    this.#sources = sources;
  }

  /** Draws the reason that is likely to be wanted first, out of sight: a slow device takes longer than a frame for it. */
  prepare(item: ItemId, mark: ItemMark): void {
    const text = JSON.stringify(mark);
    const ready = this.#ready;
    if (ready?.item === item && ready.text === text) return;
    if (ready) void unmount(ready.part);
    const box = document.createElement('div');
    this.#ready = { item, box, text, part: this.#draw(box, mark) };
  }

  /** Makes `place` hold the reason for `mark`, and nothing without one. */
  give(item: ItemId, place: Element, mark: ItemMark | undefined): void {
    const text = mark && JSON.stringify(mark);
    const old = this.#given.get(item);
    if (old?.text === text) return;
    if (old) void unmount(old.part);
    this.#given.delete(item);
    if (!mark || !text) return;
    const ready = this.#ready;
    if (ready?.item === item && ready.text === text) {
      place.append(...ready.box.childNodes);
      this.#given.set(item, ready);
      this.#ready = undefined;
    } else {
      this.#given.set(item, { text, part: this.#draw(place, mark) });
    }
  }

  /** Takes all of them away. What Svelte has mounted it keeps, with all the page around it, until then. */
  clear(): void {
    for (const { part } of this.#given.values()) void unmount(part);
    if (this.#ready) void unmount(this.#ready.part);
    this.#given.clear();
    this.#ready = undefined;
  }

  #draw(target: Element, mark: ItemMark): Record<string, unknown> {
    return mount(this.#Feedback, { target, props: { mark: mark as never, sources: this.#sources } });
  }
}

import { href } from './href.ts';

/** A place of the site in which what was looked for stands. */
export interface Found {
  readonly title: string;
  /** What it is: "Lesson 3". */
  readonly kind: string;
  readonly href: string;
  /** Words from it, and which of them were looked for. */
  readonly excerpt: readonly Words[];
}

/** A run of words of an excerpt. */
export interface Words {
  readonly text: string;
  readonly hit: boolean;
}

/** What was found: the first places, and how many there are in all. */
export interface Finding {
  readonly first: readonly Found[];
  readonly count: number;
}

/** As many places as anybody looks through. */
const most = 20;

/** The part of Pagefind that is used here. */
interface Pagefind {
  options(options: { excerptLength: number; metaCacheTag: string }): Promise<void>;
  preload(words: string): Promise<void>;
  search(words: string | null): Promise<{ results: { data(): Promise<Page> }[] }>;
  destroy(): Promise<void>;
}
interface Page {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
}

let loading: Promise<Pagefind> | undefined;
let tries = 0;

/** Loads what is needed to search, at the first call. It is no small thing, so it waits until somebody types. */
export function load(): Promise<unknown> {
  loading ??= begin();
  return loading;
}

async function begin(): Promise<Pagefind> {
  // A browser may remember that an address could not be loaded: each try has its own.
  const again = tries > 0 ? `?again=${tries}` : '';
  tries += 1;
  const pagefind = (await import(/* @vite-ignore */ href(`/pagefind/pagefind.js${again}`))) as Pagefind;
  // Without a tag it would ask for its first file under another address each time, past every cache.
  await pagefind.options({ excerptLength: 24, metaCacheTag: '1' });
  return pagefind;
}

/**
 * Looks for `words` in lessons, cases and glossary.
 *
 * @throws when the search cannot be loaded; it may be tried again
 */
export async function find(words: string): Promise<Finding> {
  const mine = (loading ??= begin());
  try {
    const pagefind = await mine;
    const { results } = await pagefind.search(words);
    const pages = await Promise.all(results.slice(0, most).map((result) => result.data()));
    // Pagefind takes a piece of its index that does not arrive for an empty one.
    if (results.length === 0 && !kept && !navigator.onLine) throw new Error('offline');
    void keep(pagefind);
    return {
      first: pages.map(({ url, excerpt, meta }) => ({
        title: meta['title'] ?? url,
        kind: meta['kind'] ?? '',
        href: url,
        excerpt: split(excerpt),
      })),
      count: results.length,
    };
  } catch (error) {
    // Pagefind remembers what failed: begin anew, if nobody else has.
    if (loading === mine) loading = undefined;
    kept = keeping = false;
    await mine.then((pagefind) => pagefind.destroy()).catch(() => undefined);
    throw error;
  }
}

/** Whether all there is to fetch has been fetched. */
let kept = false;
let keeping = false;

/** Fetches what later searches may show, once nothing else is to be done: then they work without a connection. */
async function keep(pagefind: Pagefind): Promise<void> {
  if (keeping) return;
  keeping = true;
  try {
    await new Promise<void>((idle) => setTimeout(idle, 1000));
    // The index comes in pieces by the alphabet, and what is shown of each place in a piece of its own.
    await pagefind.preload([...'abcdefghijklmnopqrstuvwxyz0123456789'].join(' '));
    const { results } = await pagefind.search(null);
    for (const result of results) await result.data();
    kept = true;
  } catch {
    keeping = false;
  }
}

const characters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

/** An excerpt as Pagefind writes it, HTML with the words that were looked for in `<mark>`, as plain words. */
export function split(excerpt: string): Words[] {
  return excerpt
    .split(/<\/?mark>/)
    .map((text, at) => ({
      text: text.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => characters[name]!),
      hit: at % 2 === 1,
    }))
    .filter(({ text }) => text !== '');
}

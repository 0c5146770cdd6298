import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

const views = import.meta.glob<{ default: AstroComponentFactory }>('./*/View.svelte', { eager: true });

/** The questions of each exercise type as HTML without an island, by the type's name: for paper. */
export const viewOf: Readonly<Record<string, AstroComponentFactory>> = Object.fromEntries(
  Object.entries(views).map(([path, view]) => [path.slice(2).replace('/View.svelte', ''), view.default]),
);

import type { ClientDirective } from 'astro';

/**
 * `client:soon`: hydrates at once, as `client:load` does, but in a task of its own. Evaluating the modules and hydrating
 * in one would keep a slow machine from answering the learner for twice as long.
 */
const soon: ClientDirective = async (load, _, island) => {
  // What all islands share. Astro, where it does not come, asks for it once more by another address: it might be there twice.
  await import(/* @vite-ignore */ island.getAttribute('renderer-url')!);
  const hydrate = await load();
  setTimeout(hydrate);
};
export default soon;

declare module 'astro' {
  interface AstroClientDirectives {
    'client:soon'?: boolean;
  }
}

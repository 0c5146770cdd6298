import type { ClientDirective } from 'astro';

/**
 * `client:soon`: hydrates at once, as `client:load` does, but in a task of its own. Evaluating the modules and hydrating
 * in one would keep a slow machine from answering the learner for twice as long.
 */
const soon: ClientDirective = async (load) => {
  const hydrate = await load();
  setTimeout(hydrate);
};
export default soon;

declare module 'astro' {
  interface AstroClientDirectives {
    'client:soon'?: boolean;
  }
}

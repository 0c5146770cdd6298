import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

const hosts = import.meta.glob<{ default: AstroComponentFactory }>('./*/Host.astro', { eager: true });

/** The island of each exercise type, by the type's name. Apart from the registry, which tests load without Astro. */
export const hostOf: Readonly<Record<string, AstroComponentFactory>> = Object.fromEntries(
  Object.entries(hosts).map(([path, host]) => [path.slice(2).replace('/Host.astro', ''), host.default]),
);

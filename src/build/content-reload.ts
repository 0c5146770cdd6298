import { resolve } from 'node:path';
import type { AstroIntegration } from 'astro';

/** While developing, reads the content again when one of its files changes: it is read from disk, not imported. */
export function contentReload(): AstroIntegration {
  return {
    name: 'content-reload',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const folder = resolve('content');
        server.watcher.add(folder);
        server.watcher.on('all', (_event, path) => {
          if (path.startsWith(folder)) void server.restart();
        });
      },
    },
  };
}

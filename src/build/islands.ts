import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { changePages } from './pages.ts';

/**
 * Adds the directive `client:soon`; and, after the build, adds to each page `<link rel="modulepreload">` for every
 * module its islands will import, however deep. Otherwise the browser learns of each level only when the one above has
 * arrived: a round trip each.
 */
export function islands(): AstroIntegration {
  let base = '/';
  return {
    name: 'islands',
    hooks: {
      'astro:config:setup': ({ addClientDirective }) =>
        addClientDirective({ name: 'soon', entrypoint: './src/build/soon.ts' }),
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        changePages(root, (html) => {
          const modules = new Set<string>();
          for (const [, url] of html.matchAll(/(?:component-url|renderer-url)="([^"]+)"/g))
            collect(join(root, url!.slice(base.length)), modules);
          const links = [...modules].map(
            (file) => `<link rel="modulepreload" href="${base}${relative(root, file).split(sep).join('/')}">`,
          );
          // After the island, not in the head: there they would take the link from the question itself.
          return html.replace('</astro-island>', `</astro-island>${links.join('')}`);
        });
      },
    },
  };
}

/** Adds `file` and the modules it imports statically. */
function collect(file: string, modules: Set<string>): void {
  if (modules.has(file) || !existsSync(file)) return;
  modules.add(file);
  const code = readFileSync(file, 'utf8');
  for (const [, specifier] of code.matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g)) {
    collect(join(dirname(file), specifier!), modules);
  }
}

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * Adds the directive `client:soon`; and, after the build, adds to each page `<link rel="modulepreload">` for every module its islands will import, however
 * deep. Otherwise the browser learns of each level only when the one above has arrived: a round trip each.
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
        const pages = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
          name.endsWith('.html'),
        );
        for (const page of pages) {
          const path = join(root, page);
          const html = readFileSync(path, 'utf8');
          const entries = [...html.matchAll(/(?:component-url|renderer-url)="([^"]+)"/g)].map(
            (match) => match[1]!,
          );
          if (entries.length === 0) continue;
          const modules = new Set<string>();
          for (const entry of entries) collect(join(root, entry.slice(base.length)), modules);
          const links = [...modules].map(
            (file) => `<link rel="modulepreload" href="${base}${relative(root, file).split(sep).join('/')}">`,
          );
          // After the island, not in the head: there they would take the link from the question itself.
          writeFileSync(path, html.replace('</astro-island>', `</astro-island>${links.join('')}`));
        }
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

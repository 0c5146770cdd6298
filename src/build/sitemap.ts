import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { builtPages } from './pages.ts';

/**
 * After the build, writes `sitemap.xml`: every page that names its own address, those left out that another stands for.
 * Addresses in it must be whole, so there is none unless the site's own is known.
 */
export function sitemap(): AstroIntegration {
  let known = false;
  return {
    name: 'sitemap',
    hooks: {
      'astro:config:done': ({ config }) => {
        known = config.site !== undefined;
      },
      'astro:build:done': ({ dir }) => {
        if (!known) return;
        const root = fileURLToPath(dir);
        const pages = builtPages(root).map(({ html }) => html);
        writeFileSync(join(root, 'sitemap.xml'), siteMap(pages));
      },
    },
  };
}

/** The site map of `pages`, each the HTML of one. A page that stands for others is listed once. */
export function siteMap(pages: Iterable<string>): string {
  const addresses = [...pages].flatMap(
    (html) => /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1] ?? [],
  );
  const entries = [...new Set(addresses)].sort().map((address) => `<url><loc>${address}</loc></url>\n`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('')}</urlset>\n`;
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex, type HTMLFile } from 'pagefind';
import { builtPages } from './pages.ts';

/** What stands in a page and is not its text: neutral words above loaded ones, numbers for the eye, meanings of terms. */
const aside = ['rt', '[aria-hidden="true"]', '[popover]', 'noscript'];

/** Of all that Pagefind makes: the index and what reads it. Its widgets and their styles are left out. */
const wanted = /^(pagefind(-worker)?\.js|pagefind-entry\.json|.+\.(pf_[a-z]+|pagefind))$/;

/** After the build, writes the index for `/search/` to `pagefind/`: of what is marked `data-pagefind-body`, no other. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir);
        const pages = [...builtPages(root)].flatMap(({ name, html }) => records(name, html));
        const { index, errors } = await createIndex({ excludeSelectors: aside });
        if (!index) throw new Error(`The search index could not be begun: ${errors.join(' ')}`);
        const added = await Promise.all(pages.map((page) => index.addHTMLFile(page)));
        const { files, errors: last } = await index.getFiles();
        await close();
        const wrong = [...added.flatMap((file) => file.errors), ...last];
        if (wrong.length > 0) throw new Error(`The search index could not be made: ${wrong.join(' ')}`);
        for (const { path, content } of files.filter((file) => wanted.test(file.path))) {
          const file = join(root, 'pagefind', path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, content);
        }
      },
    },
  };
}

/**
 * What can be found in a page: nothing, the page, or, where what is marked has ids, each of these by itself, at its
 * place in the page. An element with an id must not hold another of its own kind.
 *
 * @param path of the file in the built site: "glossary/index.html"
 */
export function records(path: string, html: string): HTMLFile[] {
  const url = `/${path.replace(/index\.html$/, '')}`;
  const parts = [...html.matchAll(/<(\w+) id="([^"]+)"[^>]*\sdata-pagefind-body[\s\S]*?<\/\1>/g)];
  if (parts.length > 0) {
    const [start] = /<html[^>]*>/.exec(html) ?? ['<html>'];
    return parts.map(([element, , id]) => ({
      url: `${url}#${id}`,
      content: `<!doctype html>${start}<body>${element}</body></html>`,
    }));
  }
  return /\sdata-pagefind-body[\s>=]/.test(html) ? [{ url, content: html }] : [];
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { minifySync } from 'vite';
import { modules } from './modules.ts';
import { changePages } from './pages.ts';

/**
 * Adds the directive `client:soon`; and, after the build, changes each page with islands, so that what is in it can be read
 * and answered before anything else is done:
 *
 * - `<link rel="modulepreload">` for every module its islands will import, however deep. Otherwise the browser learns of
 *   each level only when the one above has arrived: a round trip each.
 * - Astro's own scripts, which wake the islands, come as one file for the whole site, behind the page: in front of the
 *   first island, where Astro writes them, a browser would run them before it shows anything of it. (Astro leaves them out
 *   of a page whose first island stands in what a route leaves out.)
 * - Where they or a module do not come, the page says so, and asks for them again (`again.js`).
 * - Svelte's marks for waking go where nothing wakes: the questions of an exercise are HTML that no script writes again.
 * - A page that sets its fonts later, one to answer, shows itself when the first question can be answered: drawn any
 *   earlier it would have to be drawn twice. The script that registers answers comes behind that question.
 */
export function islands(): AstroIntegration {
  let base = '/';
  const again = minified('again.js', readFileSync(new URL('again.js', import.meta.url), 'utf8'));
  const againHash = `sha256-${createHash('sha256').update(again).digest('base64')}` as const;
  return {
    name: 'islands',
    hooks: {
      'astro:config:setup': ({ addClientDirective, updateConfig }) => {
        addClientDirective({ name: 'soon', entrypoint: './src/build/soon.ts' });
        updateConfig({
          vite: { plugins: modules() },
          security: { csp: { algorithm: 'SHA-256', scriptDirective: { hashes: [againHash] } } },
        });
      },
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const waking = new Set<string>();
        changePages(root, (html) => {
          if (!html.includes('</astro-island>')) return html;
          const { page, scripts } = withoutWaking(withFirstQuestion(withoutMarks(html)));
          scripts.forEach((script) => waking.add(script));
          return page;
        });
        const script = minified('islands.js', [...waking].join(';\n'));
        const file = `_astro/islands.${createHash('sha256').update(script).digest('hex').slice(0, 8)}.js`;
        writeFileSync(join(root, file), script);
        changePages(root, (html) => {
          const files = new Set<string>();
          for (const [, url] of html.matchAll(/(?:component-url|renderer-url)="([^"]+)"/g))
            collect(join(root, url!.slice(base.length)), files);
          const links = [...files].map(
            (file) => `<link rel="modulepreload" href="${base}${relative(root, file).split(sep).join('/')}">`,
          );
          // After the island, not in the head: there they would take the link from the question itself. Not `defer`: what
          // holds up the end of the page has Chromium go once more to what the address names, and take the focus there.
          return html.replace(
            '</astro-island>',
            () =>
              `</astro-island>${notWhole}<script>${again}</script><script async src="${base}${file}"></script>${links.join('')}`,
          );
        });
      },
    },
  };
}

/** What a page says that cannot wake. */
const notWhole =
  '<p class="note sans screen-only" role="alert" data-pagefind-ignore hidden>This page did not load whole. Load it again: nothing is lost.</p>';

/** @throws where the script cannot be read */
function minified(name: string, source: string): string {
  const { code, errors } = minifySync(name, source);
  if (errors[0]) throw new Error(`${name} cannot be read: ${errors[0].message}`);
  return code;
}

/** A page without the scripts by which Astro wakes islands, and these. */
export function withoutWaking(html: string): { readonly page: string; readonly scripts: readonly string[] } {
  const scripts: string[] = [];
  const page = html.replace(/<script>([\s\S]*?)<\/script>/g, (element, script: string) => {
    if (!/\bself\.Astro\b|astro-island/.test(script)) return element;
    scripts.push(script);
    return '';
  });
  return { page, scripts };
}

/** A page without Svelte's marks in what is handed to an island as HTML. */
export function withoutMarks(html: string): string {
  return html.replace(/<astro-slot>[\s\S]*?<\/astro-slot>/g, (slot) =>
    slot.replace(/<!--(?:\[-?\d*|\[!|\]|)-->/g, ''),
  );
}

/**
 * A page that sets its fonts later, to be shown when its first question is there: the first group of fields of its first
 * item, or the item where it has none. Behind the item stands the script that registers answers, if the page has it.
 */
export function withFirstQuestion(html: string): string {
  const first = /<html[^>]*\bfonts\b/.test(html)
    ? undefined
    : /<(\w+)\b[^>]*\bid="([^"]+)"[^>]*\bdata-item=/.exec(html);
  if (!first) return html;
  const [, tag, id] = first;
  const [start, end] = [first.index, endOf(html, tag!, first.index)];
  const item = html.slice(start, end);
  const marked = item.replace(/<fieldset(?![^>]*\bdata-fields\b)/, '<fieldset id="first-question"');
  const early = /<script data-early>([\s\S]*?<\/script>)/.exec(html);
  const before = html.slice(0, start).replace(early?.[0] ?? '', '');
  const behind = early ? `<script>${early[1]}` : '';
  const link = `<link rel="expect" href="#${marked === item ? id : 'first-question'}" blocking="render">`;
  return before.replace('</title>', () => `</title>${link}`) + marked + behind + html.slice(end);
}

/** Where the element ends that begins at `from`. */
function endOf(html: string, tag: string, from: number): number {
  const tags = new RegExp(`<(/?)${tag}\\b[^>]*>`, 'g');
  tags.lastIndex = from;
  let depth = 0;
  for (let found = tags.exec(html); found; found = tags.exec(html)) {
    depth += found[1] === '' ? 1 : -1;
    if (depth === 0) return tags.lastIndex;
  }
  return html.length;
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

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import postcss from 'postcss';

/** The class by which Svelte scopes a component's styles, as `svelte.config.js` writes it. */
const scope = /\.(s[0-9a-z]{4})(?![\w-])/g;

/**
 * After the build, takes out of each page the styles of Svelte components that are neither in it nor in a module that
 * it may load. Astro gives a page the styles of everything that could be on it: every exercise the styles of every
 * type. The page's Content-Security-Policy, which names each style by its hash, is kept in step.
 */
export function pageStyles(): AstroIntegration {
  let base = '/';
  return {
    name: 'page-styles',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.endsWith('/') ? config.base : `${config.base}/`;
      },
      'astro:build:done': ({ dir }) => {
        const root = fileURLToPath(dir);
        const code = new Map<string, string>();
        const pages = readdirSync(root, { recursive: true, encoding: 'utf8' });
        for (const page of pages.filter((name) => name.endsWith('.html'))) {
          const path = join(root, page);
          const html = readFileSync(path, 'utf8');
          const entries = [...html.matchAll(/component-url="([^"]+)"/g)].map(([, url]) =>
            join(root, url!.slice(base.length)),
          );
          writeFileSync(path, lighter(html, reachable(entries, code)));
        }
      },
    },
  };
}

/** The text of `entries` and all they import, at once or later. */
function reachable(entries: readonly string[], code: Map<string, string>): string {
  const found = new Set<string>();
  const follow = (file: string) => {
    if (found.has(file) || !existsSync(file)) return;
    found.add(file);
    if (!code.has(file)) code.set(file, readFileSync(file, 'utf8'));
    for (const [, specifier] of code.get(file)!.matchAll(/["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g))
      follow(join(dirname(file), specifier!));
  };
  entries.forEach(follow);
  return [...found].map((file) => code.get(file)).join('\n');
}

/** `html` without the styles of components that stand neither in it nor in `script`. */
export function lighter(html: string, script: string): string {
  const text = html.replace(/<style>[\s\S]*?<\/style>/g, '') + script;
  return [...html.matchAll(/<style>([\s\S]*?)<\/style>/g)].reduce((page, [, css]) => {
    const scopes = new Set([...css!.matchAll(scope)].map(([, name]) => name!));
    const left = without(css!, new Set([...scopes].filter((name) => !text.includes(name))));
    return page
      .replaceAll(hashOf(css!), hashOf(left))
      .replace(`<style>${css}</style>`, () => `<style>${left}</style>`);
  }, html);
}

/** What {@link without} has found: many pages have the same styles and use the same of them. */
const found = new Map<string, string>();

/** `css` without the rules for components whose scope is among `unused`. */
function without(css: string, unused: ReadonlySet<string>): string {
  const question = `${[...unused].join(' ')}\n${css}`;
  const known = found.get(question);
  if (known !== undefined) return known;
  const sheet = postcss.parse(css);
  sheet.walkRules((rule) => {
    const used = rule.selectors.filter((selector) =>
      [...selector.matchAll(scope)].every(([, name]) => !unused.has(name!)),
    );
    if (used.length === 0) rule.remove();
    else rule.selectors = used;
  });
  sheet.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  found.set(question, sheet.toString());
  return sheet.toString();
}

function hashOf(css: string): string {
  return `sha256-${createHash('sha256').update(css).digest('base64')}`;
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import postcss from 'postcss';
import { changePages } from './pages.ts';

/** A class in a selector. */
const className = /\.(-?[a-z_][\w-]*)/gi;

/** The class by which Svelte scopes a component's styles, as `svelte.config.js` writes it. */
const scope = /^s[0-9a-z]{4}$/;

/**
 * After the build, gives each page the styles it needs, when it needs them. Astro gives a page the styles of everything
 * that could be on it, at its top: every exercise the styles of every type, its feedback and its print.
 *
 * - Out go the styles of Svelte components that are neither in the page nor in a module that it may load.
 * - What is left stands as one style at the top: each further one would have the browser look at the whole page again.
 * - To the end go those for classes that nothing in the page has yet, and those for paper and forced colours: a browser
 *   works through all styles that it has before it shows anything. Not the fonts: when it learns of another one, it lays
 *   out anew whatever stands there. A page that is only shown where scripts run, and sends all others to another one, has
 *   them in a file of their own. It is marked as one for paper, so that nothing waits for it, and `early.js` has it apply.
 *
 * The page's Content-Security-Policy, which names each style by its hash, is kept in step, and names no longer those of
 * every other page.
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
        const asFile = (css: string) => {
          const file = `_astro/later.${createHash('sha256').update(css).digest('hex').slice(0, 8)}.css`;
          writeFileSync(join(root, file), css);
          return base + file;
        };
        changePages(root, (html) => {
          const entries = [...html.matchAll(/component-url="([^"]+)"/g)].map(([, url]) =>
            join(root, url!.slice(base.length)),
          );
          const scripted = html.includes('http-equiv="refresh"');
          return ownPolicy(lighter(html, reachable(entries, code), scripted ? asFile : undefined));
        });
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

/**
 * `html` with the styles it needs, those it needs first at its top, by the rules of {@link pageStyles}.
 *
 * @param script all that its islands may load
 * @param asFile makes a file of what it needs later; its address. If left out, that stands at the end of the page
 */
export function lighter(html: string, script: string, asFile?: (css: string) => string): string {
  const classes = new Set([...html.matchAll(/\bclass="([^"]*)"/g)].flatMap(([, names]) => names!.split(' ')));
  const own = [...html.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, text]) => text).join('\n');
  let [top, end] = ['', ''];
  const bare = html.replace(/<style>([\s\S]*?)<\/style>/g, (_, css: string) => {
    const all = [...new Set([...css.matchAll(className)].map(([, name]) => name!))];
    const absent = all.filter((name) => !classes.has(name) && !own.includes(name));
    const unused = absent.filter((name) => scope.test(name) && !script.includes(name));
    const { now, later } = parted(css, unused, absent);
    const first = top === '';
    top += now;
    end += later;
    return first && now !== '' ? place : '';
  });
  const styles = [top, asFile ? '' : end].filter((css) => css !== '');
  const last = asFile
    ? () => `<link rel="stylesheet" media="print" href="${asFile(end)}">`
    : () => `<style>${end}</style>`;
  return bare
    .replace(place, () => `<style>${top}</style>`)
    .replace('</body>', () => `${end === '' ? '' : last()}</body>`)
    .replace(/style-src 'self'/, (policy) => [policy, ...styles.map((css) => `'${hashOf(css)}'`)].join(' '));
}

/** Where the styles of a page go. */
const place = '<style></style>';

/** What {@link parted} has found: many pages have the same styles and use the same of them. */
const found = new Map<string, { now: string; later: string }>();

/**
 * Parts `css` into what a page needs at once and what later.
 *
 * @param unused scopes of components that are neither in the page nor brought by a module
 * @param absent classes that nothing in the page has; the unused ones among them
 */
function parted(
  css: string,
  unused: readonly string[],
  absent: readonly string[],
): { now: string; later: string } {
  const question = JSON.stringify([css, unused, absent]);
  const known = found.get(question);
  if (known) return known;
  const now = postcss.parse(css);
  const later = postcss.root();
  now.walkRules((rule) => {
    const used = rule.selectors.filter((selector) => !names(selector, unused));
    if (used.length === 0) rule.remove();
    else rule.selectors = used;
  });
  const waiting = (node: postcss.ChildNode) =>
    node.type === 'rule' && node.selectors.every((selector) => names(selector, absent));
  for (const node of [...now.nodes]) {
    const waits = node.type === 'atrule' ? /print|forced-colors/.test(node.params) : waiting(node);
    if (waits) later.append(node.remove());
    else if (node.type === 'atrule' && node.nodes?.some(waiting)) {
      // What a component says of narrow screens comes after what it says of all, and goes with it.
      const rest = node.clone({ nodes: [] });
      later.append(rest);
      rest.append(...node.nodes.filter(waiting).map((rule) => rule.remove()));
    }
  }
  now.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
  const both = { now: now.toString(), later: later.toString() };
  found.set(question, both);
  return both;
}

/** Whether a selector matches only where one of `classes` is. What stands in `:not()`, or between commas, says nothing. */
function names(selector: string, classes: readonly string[]): boolean {
  const needed = selector.replace(/:not\([^()]*\)|:\w+\([^()]*,[^()]*\)/g, '');
  return [...needed.matchAll(className)].some(([, name]) => classes.includes(name!));
}

/** `html` with a policy that names the styles and scripts in it by their hashes, and not those of the whole site. */
export function ownPolicy(html: string): string {
  const own = new Set(
    [...html.matchAll(/<(style|script)\b[^>]*>([\s\S]*?)<\/\1>/g)].map(([, , text]) => `'${hashOf(text!)}'`),
  );
  return html.replace(/<meta http-equiv="content-security-policy"[^>]*>/, (policy) =>
    policy.replace(/ ('sha256-[^']+')/g, (named, hash) => (own.has(hash) ? named : '')),
  );
}

function hashOf(css: string): string {
  return `sha256-${createHash('sha256').update(css).digest('base64')}`;
}

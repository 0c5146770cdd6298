import { createHash } from 'node:crypto';
import postcss from 'postcss';
import { builtPages } from './pages.ts';

/** A page of the built site of which a PDF is made. */
export interface Sheet {
  /** What its `data-pdf` says: the name of the PDF, without the size of its paper. */
  readonly name: string;
  /** Its address below the root of the site: "/teach/plans/fifteen/". */
  readonly path: string;
  /** Changes when what is printed changes. */
  readonly fingerprint: string;
}

/** The pages of the site built in `root` of which PDFs are made: those with a `data-pdf`. */
export function sheetsIn(root: string): Sheet[] {
  return [...builtPages(root)].flatMap(({ name: file, html }) => {
    const name = /\sdata-pdf="([^"]+)"/.exec(html)?.[1];
    return name === undefined
      ? []
      : [{ name, path: `/${file.replace(/index\.html$/, '')}`, fingerprint: fingerprintOf(html) }];
  });
}

/**
 * A fingerprint of what is printed of a page: its title, the HTML of its `main`, and the styles that paper can meet there.
 *
 * Left out is what differs although the print does not: where links lead (a PDF has none), scripts, the classes that
 * scope styles to components, folders of files, styles for screens only or for states that paper does not have, and
 * styles for classes that the page does not have. What stays may still change without a visible effect: then a PDF is
 * made once too often, and comes out the same, byte by byte. The version of Chromium is not part of it.
 */
export function fingerprintOf(html: string): string {
  const title = /<title>[\s\S]*?<\/title>/.exec(html)?.[0] ?? '';
  const main = (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/\s(?:href|data-astro-cid-\w+)(?:="[^"]*")?/g, '')
    .replace(/(class="[^"]*?)\bs[0-9a-z]{4}(?=")/g, '$1');
  const css = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, text]) =>
    paperStyles(text!, main),
  );
  return createHash('sha256')
    .update([title, main, ...css].join('\n'))
    .digest('base64url')
    .slice(0, 20);
}

/** The rules of `css` that can matter when `html` is printed. */
function paperStyles(css: string, html: string): string {
  const classes = new Set([...html.matchAll(/class="([^"]*)"/g)].flatMap(([, names]) => names!.split(/\s+/)));
  const root = postcss.parse(css);
  root.walkAtRules('media', (rule) => {
    if (
      /screen|forced-colors|prefers|hover|pointer|scripting/.test(rule.params) &&
      !rule.params.includes('print')
    )
      rule.remove();
  });
  root.walkRules((rule) => {
    const scoped = rule.selectors.map((selector) =>
      selector.replace(/\.s[0-9a-z]{4}(?![\w-])|\[data-astro-cid-\w+\]/g, ''),
    );
    const met = scoped.filter(
      (selector) =>
        !/:(?:hover|focus|active|target|checked|disabled|user-invalid)/.test(selector) &&
        [...selector.matchAll(/\.([a-zA-Z][\w-]*)/g)].every(
          ([, name]) => name === 'fonts' || classes.has(name!),
        ),
    );
    if (met.length === 0) rule.remove();
    else rule.selectors = met;
  });
  return root.toString().replace(/url\(["']?(?:[^"')]*\/)?([^"')/]*)["']?\)/g, 'url($1)');
}

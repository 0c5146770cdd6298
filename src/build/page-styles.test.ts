import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { lighter, ownPolicy } from './page-styles.ts';

const hashOf = (css: string) => `sha256-${createHash('sha256').update(css).digest('base64')}`;
const page = (classes: string, styles: string, body: string, policy = `style-src 'self'`, end = '') =>
  `<html class="${classes}"><head><meta content="${policy}">${styles}</head><body>${body}${end}</body></html>`;
const own = "style-src 'self'";

test('a page keeps the styles of the components in it, and no others; the policy names what is left', () => {
  const css = 'body{margin:0}.a.s1abc{color:red}.b.s2def,.a.s1abc{top:0}@media (width>9em){.b.s2def{left:0}}';
  const left = 'body{margin:0}.a.s1abc{color:red}.a.s1abc{top:0}';
  const body = '<p class="a s1abc">';
  expect(lighter(page('', `<style>${css}</style>`, body), '')).toBe(
    page('', `<style>${left}</style>`, body, `${own} '${hashOf(left)}'`),
  );
});

test('what a module may bring, paper and forced colours stand at the end; fonts at the top', () => {
  const now = '@font-face{font-family:x}.a.s1abc{top:0}';
  const later = '.b.s2def{left:0}@media print{.a.s1abc{top:1px}}@media (forced-colors:active){p{top:2px}}';
  const css = `${now}${later}`;
  const body = '<p class="a s1abc">';
  expect(lighter(page('', `<style>${css}</style>`, body), 'x="b s2def"')).toBe(
    page(
      '',
      `<style>${now}</style>`,
      body,
      `${own} '${hashOf(now)}' '${hashOf(later)}'`,
      `<style>${later}</style>`,
    ),
  );
});

test('what is needed later can be a file, which comes after all else', () => {
  const css = '.a.s1abc{top:0}@media print{.a.s1abc{top:1px}}';
  const html = page('', `<style>${css}</style>`, '<p class="a s1abc">');
  const files: string[] = [];
  const changed = lighter(html, '', (text) => `/_astro/later.${files.push(text)}.css`);
  const now = '.a.s1abc{top:0}';
  const link = '<link rel="stylesheet" media="print" href="/_astro/later.1.css">';
  expect(changed).toBe(
    page('', `<style>${now}</style>`, '<p class="a s1abc">', `${own} '${hashOf(now)}'`, link),
  );
  expect(files).toEqual(['@media print{.a.s1abc{top:1px}}']);
});

test('the rules of a component that is not in the page stay in their order, those for narrow screens too', () => {
  const css = '.b.s2def{left:0}@media (width<9em){.b.s2def{left:1px}.a.s1abc{top:1px}}';
  const styles = [
    ...lighter(page('', `<style>${css}</style>`, '<p class="a s1abc">'), 's2def').matchAll(
      /<style>(.*?)<\/style>/g,
    ),
  ];
  expect(styles.map(([, text]) => text)).toEqual([
    '@media (width<9em){.a.s1abc{top:1px}}',
    '.b.s2def{left:0}@media (width<9em){.b.s2def{left:1px}}',
  ]);
});

test('a rule waits if it needs a class that nothing in the page has, but not if a script in the page gives it', () => {
  const needed = [
    '.a.s1abc{top:0}',
    '.a:not(.none){top:1px}',
    ':is(.a,.none){top:2px}',
    ':root.given{top:3px}',
  ];
  const waits = ['.none .a{left:0}', '.a:where(.none){left:1px}', '.long-name{left:2px}'];
  const css = needed.map((rule, at) => rule + (waits[at] ?? '')).join('');
  const body = '<p class="a s1abc long">none</p><script>root.classList.add(`given`)</script>';
  const styles = [...lighter(page('', `<style>${css}</style>`, body), '').matchAll(/<style>(.*?)<\/style>/g)];
  expect(styles.map(([, text]) => text)).toEqual([needed.join(''), waits.join('')]);
});

test('all styles of a page become one, in their order, at the place of the first', () => {
  const html = page('', '<style>a{top:0}</style>', '<p><style>b{top:0}</style></p>');
  expect(lighter(html, '')).toContain('<style>a{top:0}b{top:0}</style></head><body><p></p>');
});

test('a page’s policy names the styles and scripts in it, and none of another page', () => {
  const css = 'p{top:0}';
  const page = (styles: string, scripts: string) =>
    `<meta http-equiv="content-security-policy" content="default-src 'self'; script-src 'self'${scripts}; style-src 'self'${styles}"><style>${css}</style><script type="module">run()</script><script src="/x.js"></script>`;
  const [style, script, other] = [css, 'run()', 'of another page'].map((text) => ` '${hashOf(text)}'`);
  expect(ownPolicy(page(`${other}${style}`, `${script}${other}`))).toBe(page(style!, script!));
});

import { expect, test } from 'vitest';
import { fingerprintOf } from './printed.ts';

const page = ({
  main = '<p class="a s1ab2">Words</p>',
  css = '.a.s1ab2{margin:0}',
  title = 'T',
  head = '',
} = {}) =>
  `<html><head><title>${title}</title>${head}<style>${css}</style></head><body><nav>Site</nav><main>${main}</main></body></html>`;
const plain = fingerprintOf(page());

test.each([
  ['a word', page({ main: '<p class="a s1ab2">Other words</p>' })],
  ['an element', page({ main: '<div class="a s1ab2">Words</div>' })],
  ['the title', page({ title: 'U' })],
  ['a style', page({ css: '.a.s1ab2{margin:1px}' })],
  ['a style for paper', page({ css: '.a.s1ab2{margin:0}@media print{.a{margin:1px}}' })],
  ['a margin of the sheet', page({ css: '.a.s1ab2{margin:0}@page{margin:1cm}' })],
  ['a font', page({ css: '.a.s1ab2{margin:0}@font-face{font-family:F;src:url(/_astro/f.123.woff2)}' })],
])('it changes with %s', (_, html) => {
  expect(fingerprintOf(html)).not.toBe(plain);
});

test.each([
  ['outside the content', page().replace('Site', 'Elsewhere')],
  ['in the classes that scope styles', page().replaceAll('s1ab2', 's9zy8')],
  ['in where a link leads', page({ main: '<p class="a s1ab2" href="/x/">Words</p>' })],
  ['in a script', page({ main: '<p class="a s1ab2">Words</p><script>go()</script>' })],
  ['in a style for screens', page({ css: '.a.s1ab2{margin:0}@media screen{.a{color:red}}' })],
  ['in a style for what the page does not have', page({ css: '.a.s1ab2{margin:0}.button{color:red}' })],
  ['in a style for what paper cannot do', page({ css: '.a.s1ab2{margin:0}.a:hover{color:red}' })],
])('it stays when something changes %s', (_, html) => {
  expect(fingerprintOf(html)).toBe(plain);
});

test('it is the same below another path', () => {
  const font = (base: string) =>
    fingerprintOf(page({ css: `@font-face{font-family:F;src:url(${base}_astro/f.123.woff2)}` }));
  expect(font('/who-says/')).toBe(font('/'));
});

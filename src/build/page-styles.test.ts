import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { lighter } from './page-styles.ts';

const hashOf = (css: string) => `sha256-${createHash('sha256').update(css).digest('base64')}`;
const css =
  'body{margin:0}.a.s1abc{color:red}.b.s2def,.a.s1abc{top:0}@media print{.b.s2def{left:0}}.c.s3ghi{right:0}';
const left = 'body{margin:0}.a.s1abc{color:red}.a.s1abc{top:0}.c.s3ghi{right:0}';

test('a page keeps the styles of the components in it and of those its modules may show, and no others', () => {
  const html = `<meta content="style-src '${hashOf(css)}'"><style>${css}</style><p class="a s1abc">`;
  expect(lighter(html, 'x="c s3ghi"')).toBe(
    `<meta content="style-src '${hashOf(left)}'"><style>${left}</style><p class="a s1abc">`,
  );
});

test('a page of which every style is used stays as it is', () => {
  const html = `<style>${css}</style><p class="s1abc s2def s3ghi">`;
  expect(lighter(html, '')).toBe(html);
});

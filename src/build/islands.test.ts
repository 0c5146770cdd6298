import { expect, test } from 'vitest';
import { withFirstQuestion, withoutMarks, withoutWaking } from './islands.ts';

const page = (body: string, classes = '') =>
  `<html lang="en" class="${classes}"><head><title>A page</title></head><body>${body}</body></html>`;
const question =
  '<form><div class="ask" id="a-1" data-item="toll"></div><div id="a-2" data-item="lead"></div></form>';

test('the scripts that wake islands are taken out of a page, and no others', () => {
  const waking = [
    '(()=>{(self.Astro||(self.Astro={})).soon=e})()',
    'customElements.define("astro-island",x)',
  ];
  const other = '<script type="application/ld+json">{"of":"astro-island"}</script><script>answer()</script>';
  expect(withoutWaking(page(`${other}<script>${waking[0]}</script><script>${waking[1]}</script>`))).toEqual({
    page: page(other),
    scripts: waking,
  });
});

test('marks for waking go from the questions of an exercise, and stay where an island wakes', () => {
  const island = (questions: string) =>
    `<!--[--><p></p><!--[0--><astro-slot>${questions}</astro-slot><!--]--><!--astro:end-->`;
  expect(withoutMarks(island('<!--[--><!--[0-->a<!--]--><!--[-1-->b<!--]--><!----><!-- kept -->'))).toBe(
    island('ab<!-- kept -->'),
  );
});

test('a page to answer is shown with its first question; a page to read, or without one, at once', () => {
  expect(withFirstQuestion(page(question))).toContain(
    '<title>A page</title><link rel="expect" href="#a-1" blocking="render"></head>',
  );
  for (const each of [page(question, 'wide fonts'), page('<p>No question</p>')])
    expect(withFirstQuestion(each)).toBe(each);
});

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
  const link = (id: string) =>
    `<title>A page</title><link rel="expect" href="#${id}" blocking="render"></head>`;
  expect(withFirstQuestion(page(question))).toContain(link('a-1'));
  const grouped = question.replace(
    '></div>',
    '><fieldset data-fields><fieldset>1</fieldset><fieldset>2</fieldset></fieldset></div>',
  );
  const shown = withFirstQuestion(page(grouped));
  expect(shown).toContain(link('first-question'));
  expect(shown).toContain('<fieldset data-fields><fieldset id="first-question">1</fieldset><fieldset>2<');
  for (const each of [page(question, 'wide fonts'), page('<p>No question</p>')])
    expect(withFirstQuestion(each)).toBe(each);
});

test('the script that registers answers comes behind the whole of the first item', () => {
  const early = (attribute: string) => `<script${attribute}>answer()</script>`;
  const nested = (behind: string) =>
    `<ol><li id="a-1" data-item="toll"><ul><li>An option</li></ul></li>${behind}<li id="a-2" data-item="lead"></li></ol>`;
  expect(withFirstQuestion(page(`${early(' data-early')}<p></p>${nested('')}`))).toContain(
    `<body><p></p>${nested(early(''))}</body>`,
  );
});

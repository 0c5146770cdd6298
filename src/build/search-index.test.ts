import { expect, test } from 'vitest';
import { records } from './search-index.ts';

test('a page is found where something in it is marked, and its address is that of its folder', () => {
  const html = '<html lang="en"><main data-pagefind-body>Words</main></html>';
  expect(records('lessons/01/index.html', html)).toEqual([{ url: '/lessons/01/', content: html }]);
});

test('a page in which nothing is marked is not found', () => {
  expect(records('my-work/index.html', '<html><main>data-pagefind-body, in words</main></html>')).toEqual([]);
});

test('marked elements with ids are found each by itself, at their place in the page', () => {
  const entry = (id: string) => `<div id="${id}" data-pagefind-body data-x><dt>${id}</dt></div>`;
  const html = `<html lang="en"><dl>${entry('cue')}${entry('hedge')}</dl></html>`;
  expect(records('glossary/index.html', html)).toEqual(
    ['cue', 'hedge'].map((id) => ({
      url: `/glossary/#${id}`,
      content: `<!doctype html><html lang="en"><body>${entry(id)}</body></html>`,
    })),
  );
});

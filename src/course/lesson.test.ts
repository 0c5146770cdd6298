import { describe, expect, test } from 'vitest';
import { readLesson, type Known } from './lesson.ts';
import type { Problem } from './problem.ts';

const known: Known = {
  exercises: new Set(['a', 'b', 'c', 'd', 'e']),
  terms: new Set(['green', 'red']),
  claims: new Map(),
  pages: new Set(),
};

const top = '---\ntitle: Who counted?\nidea: Ask who counted.\nminutes: 5\n---\n';

/** A lesson without faults. */
function lessonOf(text: string) {
  const problems: Problem[] = [];
  const lesson = readLesson('lessons/03-a-lesson.mdx', text, known, problems);
  expect(problems).toEqual([]);
  return lesson!;
}

test('a lesson has what stands at its top, and its file’s name and number', () => {
  expect(lessonOf(top)).toEqual({
    title: 'Who counted?',
    idea: 'Ask who counted.',
    minutes: 5,
    slug: '03-a-lesson',
    number: 3,
    exercises: [],
    shortened: [],
    inPlace: [],
    tests: [],
    terms: [],
    text: '',
  });
});

test('terms and exercises are found in the order of the text, however deep they stand', () => {
  const body =
    '- **<Term id="red">red</Term>**\n\n    <Exercise id="b" />\n\n<Full>\n<Statement label="opinion">\n    A <Term id="green">green</Term>\n</Statement>\n\n    <Exercise id="a" />\n</Full>\n';
  const { terms, exercises } = lessonOf(top + body);
  expect(terms).toEqual(['red', 'green']);
  expect(exercises).toEqual(['b', 'a']);
});

test('an exercise is in place unless it is apart; what stands in <Brief> is in the short lesson alone', () => {
  const body =
    '<Exercise id="a" />\n\n<Exercise id="b" apart />\n\n<Full>\n\n- <Exercise id="c" />\n\n</Full>\n\n<Brief>\n\n<Exercise id="e" />\n\n</Brief>\n\n<Exercise id="d" />\n';
  const { exercises, shortened, inPlace } = lessonOf(top + body);
  expect(exercises).toEqual(['a', 'b', 'c', 'd']);
  expect(shortened).toEqual(['a', 'b', 'e', 'd']);
  expect(inPlace).toEqual(['a', 'c', 'd']);
});

test('the tests that a lesson has learners take are known by their moments', () => {
  expect(lessonOf(`${top}<Test moment="after" />\n\n<Test moment="week" />\n`).tests).toEqual([
    'after',
    'week',
  ]);
});

test('the text to be measured is that of paragraphs, lists and statements, without headings', () => {
  const body =
    '## Heading\n\nOne **two**\n<Term id="red">three</Term>.\n\n- Four.\n\n<Statement label="opinion">Five.</Statement>\n\n<Full>\n\nSix `{7}`.\n\n</Full>\n';
  expect(lessonOf(top + body).text).toBe('One two\nthree.\nFour.\nFive.\nSix {7}.');
});

describe('a file with the line ends of Windows', () => {
  const windows = (text: string) => text.replaceAll('\n', '\r\n');

  test('is read as any other', () => {
    const body = '\nOne\ntwo.\n\n<Exercise id="a" />\n';
    expect(lessonOf(windows(top + body))).toEqual(lessonOf(top + body));
  });

  test('has its faults told on its own lines', () => {
    const problems: Problem[] = [];
    const text = `${top.replace('minutes: 5', 'minutes: 500')}\nOne.\n\n<Exercise id="none" />\n`;
    readLesson('lessons/03-a-lesson.mdx', windows(text), known, problems);
    expect(problems.map(({ line }) => line)).toEqual([4, 9]);
  });
});

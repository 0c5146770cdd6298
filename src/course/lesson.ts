import { fromMarkdown } from 'mdast-util-from-markdown';
import { mdxJsxFromMarkdown, type MdxJsxFlowElement, type MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import type { Nodes } from 'mdast';
import { lessonSchema } from './schemas.ts';
import type { Problem } from './problem.ts';
import { readYaml } from './yaml.ts';
import type { z } from 'astro/zod';

/** A lesson: what its file says at the top, and what it uses. Its text is rendered from the file itself. */
export interface Lesson extends z.output<typeof lessonSchema> {
  /** The file's name: "01-first-read". */
  readonly slug: string;
  /** Its place in the course, counted from 1. */
  readonly number: number;
  /** The exercises on its page, in order; those apart, which open on a page of their own, among them. */
  readonly exercises: readonly string[];
  /** The glossary terms in its text. */
  readonly terms: readonly string[];
}

/** What a lesson can be made of beside plain Markdown, and the attributes each must have. */
const elements: Readonly<Record<string, readonly string[]>> = {
  Exercise: ['id'],
  Passage: ['case', 'claim'],
  Statement: ['label'],
  Term: ['id'],
  Test: ['moment'],
  Full: [],
  Link: ['to'],
};

/** What a lesson may refer to. */
export interface Known {
  readonly exercises: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
  /** Claims as "case/claim". */
  readonly claims: ReadonlySet<string>;
  readonly labels: ReadonlySet<string>;
  readonly moments: ReadonlySet<string>;
  /** Pages of the site, below its root: "cases/a-case/read". */
  readonly pages: ReadonlySet<string>;
}

/**
 * Reads a lesson and holds it against what it refers to. What is wrong goes to `problems`.
 *
 * @returns undefined when the lesson is not fit for use
 */
export function readLesson(
  path: string,
  text: string,
  known: Known,
  problems: Problem[],
): Lesson | undefined {
  const slug = path.replace(/^lessons\//, '').replace(/\.mdx$/, '');
  const [, top, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  if (top === undefined || body === undefined) {
    problems.push({
      file: path,
      line: 1,
      place: 'the top of the file',
      found: 'no title',
      cure: 'Begin with ---, the fields title, idea and minutes, and --- again.',
    });
    return undefined;
  }
  const about = readYaml(path, `\n${top}`, lessonSchema, problems);
  // As many empty lines as the top has, so that lines are told as they stand in the file.
  const lines = '\n'.repeat(top.split('\n').length + 2);
  let root;
  try {
    root = fromMarkdown(lines + body, { extensions: [mdxJsx()], mdastExtensions: [mdxJsxFromMarkdown()] });
  } catch (error) {
    const { line = 1, message } = error as { line?: number; message: string };
    problems.push({
      file: path,
      line,
      place: 'MDX',
      found: message.split('\n')[0]!,
      cure: 'Open and close each element: <Term id="sortie">sorties</Term>, <Exercise id="a-name" />.',
    });
    return undefined;
  }
  const exercises: string[] = [];
  const terms: string[] = [];
  visit(root, (node) => {
    const problem = (place: string, found: string, cure: string) =>
      problems.push({ file: path, line: node.position?.start.line, place, found, cure });
    const name = node.name ?? 'a fragment';
    const wanted = elements[name];
    if (!wanted)
      return problem(
        `<${name}>`,
        'an element that lessons do not have',
        `Use only ${Object.keys(elements).join(', ')}.`,
      );
    const given = Object.fromEntries(
      node.attributes.flatMap((attribute) =>
        attribute.type === 'mdxJsxAttribute' ? [[attribute.name, String(attribute.value ?? '')]] : [],
      ),
    );
    for (const attribute of wanted)
      if (!given[attribute])
        problem(`<${name}>`, `no ${attribute}`, `Write <${name} ${attribute}="…">, with quotes.`);
    const refer = (attribute: string, value: string, among: ReadonlySet<string>) => {
      if (value && !among.has(value))
        problem(`<${name} ${attribute}>`, value, `Write one of: ${[...among].sort().join(', ')}.`);
    };
    if (name === 'Exercise') {
      refer('id', given['id']!, known.exercises);
      if (exercises.includes(given['id']!))
        problem(
          '<Exercise id>',
          `${given['id']} twice`,
          'Take one of them out: they would share their answers.',
        );
      exercises.push(given['id']!);
    }
    if (name === 'Term') {
      refer('id', given['id']!, known.terms);
      terms.push(given['id']!);
    }
    if (name === 'Passage') refer('claim', `${given['case']}/${given['claim']}`, known.claims);
    if (name === 'Statement') refer('label', given['label']!, known.labels);
    if (name === 'Test') refer('moment', given['moment']!, known.moments);
    if (name === 'Link') refer('to', given['to']!, known.pages);
  });
  if (!about) return undefined;
  return { ...about.data, slug, number: Number(slug.split('-')[0]), exercises, terms };
}

function visit(node: Nodes, see: (element: MdxJsxFlowElement | MdxJsxTextElement) => void): void {
  if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') see(node);
  if ('children' in node) for (const child of node.children) visit(child, see);
}

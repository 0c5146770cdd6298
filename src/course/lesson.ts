import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Nodes } from 'mdast';
import type { z } from 'astro/zod';
import { labels } from '#domain/label.ts';
import { moments, type Moment } from '#domain/moments.ts';
import { commentIn, readMdx } from './mdx.ts';
import { oneOf, type Problem } from './problem.ts';
import { lessonSchema } from './schemas.ts';
import { readYaml } from './yaml.ts';

/** A lesson: what its file says at the top, and what it uses. Its text is rendered from the file itself. */
export interface Lesson extends z.output<typeof lessonSchema> {
  /** The file's name: "01-first-read". */
  readonly slug: string;
  /** Its place in the course, counted from 1. */
  readonly number: number;
  /** The exercises on its page, in order; those apart, which open on a page of their own, among them. Without `<Brief>`. */
  readonly exercises: readonly string[];
  /** The exercises on its page where a route shortens it: with those in `<Brief>`, without those in `<Full>`. */
  readonly shortened: readonly string[];
  /** Those of `exercises` that are done on the page itself: not apart. */
  readonly inPlace: readonly string[];
  /** The tests it has learners take. */
  readonly tests: readonly Moment[];
  /** The glossary terms in its text. */
  readonly terms: readonly string[];
  /** The words of its paragraphs and lists, to be measured. */
  readonly text: string;
}

/** What a lesson may refer to. A file that is there and cannot be read is a problem of that file, and told there. */
export interface Known {
  readonly exercises: ReadonlySet<string>;
  /** Undefined where the glossary cannot be read. */
  readonly terms: ReadonlySet<string> | undefined;
  /** The claims of each case; undefined where the case cannot be read. */
  readonly claims: ReadonlyMap<string, ReadonlySet<string> | undefined>;
  /** Pages of the site, below its root: "cases/a-case/read". */
  readonly pages: ReadonlySet<string>;
}

type Element = MdxJsxFlowElement | MdxJsxTextElement;
type Fault = Pick<Problem, 'place' | 'found' | 'cure'>;

/** What to write instead of an attribute's value; undefined where it will do. */
type Cure = (value: string, known: Known, beside: Readonly<Record<string, string>>) => string | undefined;

function among(values: readonly string[], value: string): string | undefined {
  return values.includes(value) ? undefined : oneOf(values);
}

/** What a lesson can be made of beside plain Markdown: what each element must say, what it may say, and how it looks. */
const elements: Readonly<
  Record<string, { must: Readonly<Record<string, Cure>>; may?: readonly string[]; example: string }>
> = {
  Exercise: {
    must: {
      id: (id, { exercises }) =>
        exercises.has(id) ? undefined : 'Write the name of a file in exercises/, without ".yaml".',
    },
    may: ['apart'],
    example: '<Exercise id="a-name" />',
  },
  Passage: {
    must: {
      case: (slug, { claims }) => among([...claims.keys()], slug),
      claim: (id, { claims }, { case: slug = '' }) =>
        claims.get(slug)?.has(id) === false
          ? `Write the id of a claim in cases/${slug}/article.mdx.`
          : undefined,
    },
    example: '<Passage case="a-case" claim="a-claim" />',
  },
  Statement: {
    must: { label: (label) => among(labels, label) },
    may: ['says'],
    example: '<Statement label="opinion">words</Statement>',
  },
  Term: {
    must: {
      id: (id, { terms }) =>
        terms?.has(id) === false ? 'Add it to glossary.yaml, or check its spelling.' : undefined,
    },
    example: '<Term id="a-term">words</Term>',
  },
  Test: { must: { moment: (moment) => among(moments, moment) }, example: '<Test moment="before" />' },
  Full: { must: {}, example: '<Full>words</Full>' },
  Brief: { must: {}, example: '<Brief>words</Brief>' },
  Link: {
    must: {
      to: (page, { pages }) =>
        pages.has(page)
          ? undefined
          : 'The site has no such page. Write one as in its address, without the outer slashes: glossary, lessons/<slug>, cases/<slug>/read; a bank has none.',
    },
    example: '<Link to="glossary">words</Link>',
  },
};

/**
 * Reads a lesson and holds it against what it refers to. What is wrong goes to `problems`.
 *
 * @returns undefined when the lesson is not fit for use
 */
export function readLesson(
  file: string,
  source: string,
  known: Known,
  problems: Problem[],
): Lesson | undefined {
  const text = source.replaceAll('\r\n', '\n');
  const [top, fields] = /^---\n([\s\S]*?)\n---(?:\n|$)/.exec(text) ?? [];
  if (top === undefined) {
    problems.push({
      file,
      line: 1,
      place: 'the top of the file',
      found: 'no fields between two lines of ---',
      cure: 'Begin with a line ---, then title:, idea: and minutes:, each on a line of its own, then --- again.',
    });
    return undefined;
  }
  const about = readYaml(file, `\n${fields}`, lessonSchema, problems);
  // The top leaves its lines behind, empty, so that lines are told as they stand in the file.
  const body = top.replace(/.+/g, '') + text.slice(top.length);
  const root = readMdx(file, body, 'lesson', problems);
  if (!root) return undefined;

  const exercises: string[] = [];
  const seen = new Set<string>();
  const shortened: string[] = [];
  const inPlace: string[] = [];
  const tests: Moment[] = [];
  const terms: string[] = [];
  const paragraphs: string[] = [];
  for (const { node, only } of nodesOf(root)) {
    const problem = (fault: Fault, below = 0) =>
      problems.push({ file, line: node.position!.start.line + below, ...fault });
    if (node.type === 'paragraph') paragraphs.push(textOf(node));
    if (node.type === 'text') {
      const at = node.value.search(code);
      if (at >= 0) problem(codeFault(node.value.slice(at)), node.value.slice(0, at).split('\n').length - 1);
    }
    if (!isElement(node)) continue;
    faultsOf(node, known).forEach((fault) => problem(fault));
    const { id, apart, moment } = valuesOf(node);
    const test = moments.find((each) => each === moment);
    if (node.name === 'Test' && test) tests.push(test);
    if (!id) continue;
    if (node.name === 'Term') terms.push(id);
    if (node.name !== 'Exercise') continue;
    if (seen.has(id))
      problem({
        place: '<Exercise id>',
        found: `${id}, a second time`,
        cure: 'Take one of the two out: they would share their answers.',
      });
    seen.add(id);
    if (only !== 'Full') shortened.push(id);
    if (only === 'Brief') continue;
    exercises.push(id);
    if (apart === undefined) inPlace.push(id);
  }
  if (!about) return undefined;
  const { reads } = about.data;
  if (reads !== undefined && !known.claims.has(reads))
    problems.push({
      file,
      line: about.lineOf(['reads']),
      place: 'reads',
      found: reads,
      cure: oneOf([...known.claims.keys()]),
    });
  const slug = slugOf(file);
  return {
    ...about.data,
    slug,
    number: Number(slug.split('-')[0]),
    exercises,
    shortened,
    inPlace,
    tests,
    terms,
    text: paragraphs.join('\n'),
  };
}

/** The slug of a lesson or an exercise: the name of its file. */
export function slugOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.[a-z]+$/, '');
}

/** What is wrong with an element by itself, and with what it refers to. */
function faultsOf(node: Element, known: Known): Fault[] {
  const name = node.name ?? '';
  const element = elements[name];
  if (!element)
    return [
      {
        place: `<${name}>`,
        found: 'an element that lessons do not have',
        cure: `Use Markdown, or one of: ${Object.keys(elements).join(', ')}.`,
      },
    ];
  const { must, may = [], example } = element;
  if (node.attributes.some(inBrackets))
    return [
      {
        place: `<${name}>`,
        found: 'a value in curly brackets',
        cure: `Write it as words, in quotes: ${example}.`,
      },
    ];
  const values = valuesOf(node);
  const strange = Object.keys(values).filter((each) => !(each in must) && !may.includes(each));
  return [
    ...strange.map((attribute) => ({
      place: `<${name} ${attribute}>`,
      found: 'an attribute that is not known here',
      cure: 'Check its spelling, or take it out.',
    })),
    ...Object.entries(must).flatMap(([attribute, cureOf]) => {
      const value = values[attribute];
      if (!value)
        return { place: `<${name}>`, found: `no ${attribute}="…"`, cure: `Write it as: ${example}.` };
      const cure = cureOf(value, known, values);
      return cure ? { place: `<${name} ${attribute}>`, found: value, cure } : [];
    }),
  ];
}

/** What MDX takes for code and would run. */
const code = /[{}]|^(?:import|export) /;

function codeFault(from: string): Fault {
  const [found, cure] = /^\{\s*\/\*/.test(from)
    ? commentIn('lesson')
    : [
        `what looks like code: ${from.split('\n')[0]!.slice(0, 40).trim()}`,
        'Write it without curly brackets, and begin no paragraph with the word import or export.',
      ];
  return { place: 'a paragraph', found, cure };
}

/** The values of an element's attributes; of one that stands for itself, as `apart` does, the empty text. */
function valuesOf(node: Element): Readonly<Record<string, string>> {
  return Object.fromEntries(
    node.attributes.flatMap((each) =>
      each.type === 'mdxJsxAttribute' ? [[each.name, String(each.value ?? '')]] : [],
    ),
  );
}

function inBrackets({ type, value }: Element['attributes'][number]): boolean {
  return type === 'mdxJsxExpressionAttribute' || (value !== null && typeof value === 'object');
}

/** Where a part of a lesson stands that not every way leads to: in the whole lesson, or on a short route. */
type Only = 'Full' | 'Brief' | undefined;

/** All nodes in the order of the text, and whether they stand in `<Full>` or `<Brief>`. */
function* nodesOf(node: Nodes, only?: Only): Generator<{ node: Nodes; only: Only }> {
  yield { node, only };
  if (!('children' in node)) return;
  const { name } = isElement(node) ? node : {};
  const within = only ?? (name === 'Full' || name === 'Brief' ? name : undefined);
  for (const child of node.children) yield* nodesOf(child, within);
}

function isElement(node: Nodes): node is Element {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

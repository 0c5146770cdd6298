import { fromMarkdown } from 'mdast-util-from-markdown';
import { mdxJsxFromMarkdown, type MdxJsxFlowElement, type MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Article, Block, Byline, Part, Words } from '#domain/article.ts';
import type { Problem } from './problem.ts';

const elements = 'Claim, Term, Post, Related and Credit';

/**
 * Reads an article: one `#` headline, paragraphs, `<Post by handle date>`, `<Related>` with a list, `<Credit>`; within
 * them `<Claim id>` and `<Term id>`. The file is MDX so that authors meet one syntax everywhere, and is read into
 * data because the reading page, the exercises and paper each set it in their own way.
 *
 * @returns the blocks that could be read; what is wrong goes to `problems`
 */
export function readArticle(file: string, text: string, problems: Problem[]): Article {
  let root;
  try {
    root = fromMarkdown(text, { extensions: [mdxJsx()], mdastExtensions: [mdxJsxFromMarkdown()] });
  } catch (error) {
    const { line, message } = error as { line?: number; message: string };
    problems.push({
      file,
      line,
      place: 'MDX',
      found: message.replace(/\s+/g, ' ').slice(0, 160),
      cure: 'Close each element where it was opened: <Claim id="…">words</Claim>, within one paragraph.',
    });
    return [];
  }
  const reader = new Reader(file, problems);
  for (const node of root.children) reader.block(node);
  if (reader.blocks[0]?.kind !== 'headline') {
    problems.push({ file, line: 1, place: 'headline', found: 'no headline', cure: 'Begin with a line "# The headline".' });
  }
  return reader.blocks;
}

class Reader {
  readonly blocks: Block[] = [];
  readonly #file: string;
  readonly #problems: Problem[];
  readonly #seen = new Set<string>();

  constructor(file: string, problems: Problem[]) {
    this.#file = file;
    this.#problems = problems;
  }

  block(node: RootContent): void {
    if (node.type === 'heading' && node.depth === 1) this.#add('headline', node);
    else if (node.type === 'paragraph') this.#paragraph(node);
    else if (node.type === 'mdxJsxFlowElement') this.#element(node);
    else this.#problem(node, node.type, `a ${node.type}`, 'An article has one "# headline", paragraphs, and the elements Post, Related and Credit.');
  }

  /** A paragraph that holds nothing but one block element is that element, written on one line. */
  #paragraph(node: Paragraph): void {
    const [only] = node.children;
    if (node.children.length === 1 && only?.type === 'mdxJsxTextElement' && isBlockElement(only.name)) this.#element(only);
    else this.#add('paragraph', node);
  }

  #element(node: MdxJsxFlowElement | MdxJsxTextElement): void {
    switch (node.name) {
      case 'Post':
        return this.#add('post', { children: inline(node) }, this.#byline(node));
      case 'Credit':
        return this.#add('credit', { children: inline(node) });
      case 'Related':
        for (const list of node.children) {
          if (list.type !== 'list') continue;
          for (const item of list.children) {
            this.#add('related', { children: item.children.flatMap((child) => ('children' in child ? (child.children as PhrasingContent[]) : [])) });
          }
        }
        return;
      case 'Claim':
        // A paragraph that is one claim from end to end reads as a block element.
        return this.#add('paragraph', { children: [{ ...node, type: 'mdxJsxTextElement', children: inline(node) }] });
      default:
        this.#problem(node, `<${node.name ?? ''}>`, 'an element that articles do not have', `Use only ${elements}.`);
    }
  }

  #byline(node: MdxJsxFlowElement | MdxJsxTextElement): Byline {
    const [by, handle, date] = (['by', 'handle', 'date'] as const).map((name) => {
      const value = attribute(node, name);
      if (!value) this.#problem(node, `<Post> › ${name}`, 'nothing', 'Write <Post by="Name" handle="@name" date="2015-11-20">.');
      return value ?? '';
    });
    return { by: by!, handle: handle!, date: date! };
  }

  #add(kind: Block['kind'], node: Pick<Heading | Paragraph, 'children'>, byline?: Byline): void {
    const parts = node.children.flatMap((child) => this.#part(child));
    this.blocks.push({ id: `b${this.blocks.length + 1}`, kind, byline, parts });
  }

  #part(node: PhrasingContent): Part[] {
    if (node.type === 'mdxJsxTextElement' && node.name === 'Claim') {
      const claim = attribute(node, 'id');
      if (!claim) {
        this.#problem(node, '<Claim>', 'a claim without an id', 'Write <Claim id="a-name">words</Claim>.');
        return [];
      }
      if (this.#seen.has(claim)) {
        this.#problem(node, claim, 'a claim id used twice', 'Give one of the two claims another id, here and in claims.yaml.');
      }
      this.#seen.add(claim);
      return [{ kind: 'claim', claim, words: node.children.flatMap((child) => this.#words(child)) }];
    }
    return this.#words(node);
  }

  #words(node: PhrasingContent): Words[] {
    if (node.type === 'text') return [{ kind: 'text', text: node.value.replace(/\s*\n\s*/g, ' ') }];
    if (node.type === 'mdxJsxTextElement' && node.name === 'Term') {
      const term = attribute(node, 'id') ?? '';
      return [{ kind: 'term', term, text: node.children.map((child) => (child.type === 'text' ? child.value : '')).join('') }];
    }
    const name = node.type === 'mdxJsxTextElement' ? `<${node.name ?? ''}>` : node.type;
    this.#problem(node, name, 'markup that articles do not have', `Write plain words; the only elements are ${elements}.`);
    return [];
  }

  #problem(node: { position?: { start: { line: number } } | undefined }, place: string, found: string, cure: string): void {
    this.#problems.push({ file: this.#file, line: node.position?.start.line, place, found, cure });
  }
}

function isBlockElement(name: string | null): boolean {
  return name === 'Post' || name === 'Credit' || name === 'Related';
}

/** The phrasing content of an element, whether it was written on one line or on several. */
function inline(node: MdxJsxFlowElement | MdxJsxTextElement): PhrasingContent[] {
  return node.children.flatMap((child) => (child.type === 'paragraph' ? child.children : [child as PhrasingContent]));
}

function attribute(node: MdxJsxFlowElement | MdxJsxTextElement, name: string): string | undefined {
  const found = node.attributes.find((entry) => entry.type === 'mdxJsxAttribute' && entry.name === name);
  return typeof found?.value === 'string' && found.value !== '' ? found.value : undefined;
}

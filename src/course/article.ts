import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { Article, Block, Byline, Part, Words } from '#domain/article.ts';
import { dateWords } from '#ui/dates.ts';
import { commentIn, readMdx } from './mdx.ts';
import type { Problem } from './problem.ts';
import { date as dateSchema } from './schemas.ts';

/** An article that could be read: its blocks, and where things stand in its file. */
export interface ArticleFile {
  readonly article: Article;
  /** The line on which a block, a claim or a term begins, by its id. */
  readonly lineOf: (kind: 'block' | 'claim' | 'term', id: string) => number | undefined;
}

const elements = 'Claim, Term, Post, Related and Credit';

const strangeElement = ['an element that articles do not have', `Use only ${elements}.`] as const;

/** What people write out of habit, in words. */
const markup: Readonly<Record<string, string>> = {
  emphasis: 'italics',
  strong: 'bold type',
  link: 'a link',
  image: 'a picture',
  inlineCode: 'code',
  code: 'code',
  break: 'a line break (two spaces or a backslash at the end of a line)',
  heading: 'a smaller heading',
  list: 'a list',
  blockquote: 'a quotation after ">"',
  thematicBreak: 'a dividing line',
};

/**
 * Reads an article: one `#` headline, paragraphs, `<Post by handle date>`, `<Related>` with a list, `<Credit>`; within
 * them `<Claim id>` and `<Term id>`. The file is MDX so that authors meet one syntax everywhere, and is read into
 * data because the reading page, the exercises and paper each set it in their own way.
 *
 * What is wrong goes to `problems`.
 *
 * @returns what could be read; undefined when that is nothing, or the elements are not closed as they were opened
 */
export function readArticle(file: string, text: string, problems: Problem[]): ArticleFile | undefined {
  const root = readMdx(file, text, 'article', problems);
  if (!root) return undefined;
  const reader = new Reader(file, problems);
  for (const node of root.children) reader.block(node);
  if (reader.blocks[0]?.kind !== 'headline') {
    problems.push({
      file,
      line: 1,
      place: 'headline',
      found: 'no headline',
      cure: 'Begin with a line "# The headline".',
    });
  }
  if (reader.blocks.length === 0) return undefined;
  return { article: reader.blocks, lineOf: (kind, id) => reader.lines.get(`${kind} ${id}`) };
}

class Reader {
  readonly blocks: Block[] = [];
  readonly lines = new Map<string, number>();
  readonly #file: string;
  readonly #problems: Problem[];
  readonly #seen = new Set<string>();
  #blockLine: number | undefined;

  constructor(file: string, problems: Problem[]) {
    this.#file = file;
    this.#problems = problems;
  }

  block(node: RootContent): void {
    this.#blockLine = node.position?.start.line;
    if (node.type === 'heading' && node.depth === 1) this.#headline(node);
    else if (node.type === 'paragraph') this.#paragraph(node);
    else if (node.type === 'mdxJsxFlowElement') this.#element(node);
    else {
      this.#problem(
        node,
        'a block',
        markup[node.type] ?? node.type,
        'An article has one "# headline", paragraphs, and the elements Post, Related and Credit.',
      );
    }
  }

  #headline(node: Heading): void {
    if (this.blocks.some((block) => block.kind === 'headline')) {
      this.#problem(node, 'headline', 'a second headline', 'Keep one line that begins with "# ".');
    }
    this.#add('headline', node);
  }

  /** A paragraph that holds nothing but one block element is that element, written on one line. */
  #paragraph(node: Paragraph): void {
    const [only] = node.children;
    if (node.children.length === 1 && only?.type === 'mdxJsxTextElement' && isBlockElement(only.name))
      this.#element(only);
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
          if (list.type !== 'list') {
            this.#problem(
              list,
              '<Related>',
              'words outside a list',
              'Put each headline on a line of its own, after a "- ".',
            );
            continue;
          }
          for (const item of list.children) {
            this.#add('related', {
              children: item.children.flatMap((child) =>
                'children' in child ? (child.children as PhrasingContent[]) : [],
              ),
            });
          }
        }
        return;
      case 'Claim':
        // A paragraph that is one claim from end to end reads as a block element.
        return this.#add('paragraph', {
          children: [{ ...node, type: 'mdxJsxTextElement', children: inline(node) }],
        });
      default:
        this.#problem(node, `<${node.name ?? ''}>`, ...strangeElement);
    }
  }

  #byline(node: MdxJsxFlowElement | MdxJsxTextElement): Byline {
    const [by, handle, date] = (['by', 'handle', 'date'] as const).map((name) => {
      const value = attribute(node, name);
      if (!value)
        this.#problem(
          node,
          `<Post> › ${name}`,
          'nothing',
          'Write <Post by="Name" handle="@name" date="2015-11-20">.',
        );
      return value ?? '';
    });
    const fault = date ? dateSchema.safeParse(date).error?.issues[0] : undefined;
    if (fault) this.#problem(node, '<Post> › date', date!, fault.message);
    return { by: by!, handle: handle!, date: fault ? date! : dateWords(date!) };
  }

  #add(kind: Block['kind'], node: Pick<Heading | Paragraph, 'children'>, byline?: Byline): void {
    const parts = node.children.flatMap((child) => this.#part(child));
    const id = `b${this.blocks.length + 1}`;
    this.#keepLine('block', id);
    this.blocks.push({ id, kind, byline, parts });
  }

  #part(node: PhrasingContent): Part[] {
    if (node.type === 'mdxJsxTextElement' && node.name === 'Claim') {
      const claim = attribute(node, 'id');
      if (!claim) {
        this.#problem(node, '<Claim>', 'a claim without an id', 'Write <Claim id="a-name">words</Claim>.');
        return node.children.flatMap((child) => this.#words(child));
      }
      if (this.#seen.has(claim)) {
        this.#problem(
          node,
          claim,
          'a claim id used twice',
          'Give one of the two claims another id, here and in claims.yaml.',
        );
      }
      this.#seen.add(claim);
      this.#keepLine('claim', claim, node.position?.start.line);
      return [{ kind: 'claim', claim, words: node.children.flatMap((child) => this.#words(child)) }];
    }
    // What stands in bold or italics is still read, so that one problem does not look like many.
    if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'link') {
      this.#problem(node, 'a paragraph', ...plainWords(node.type));
      return node.children.flatMap((child) => this.#part(child));
    }
    return this.#words(node);
  }

  #words(node: PhrasingContent): Words[] {
    if (node.type === 'text') {
      if (/\{\s*\/\*/.test(node.value)) this.#problem(node, 'a paragraph', ...commentIn('article'));
      return [{ kind: 'text', text: node.value.replace(/\s*\n\s*/g, ' ') }];
    }
    if (node.type === 'mdxJsxTextElement' && node.name === 'Term') {
      const term = attribute(node, 'id') ?? '';
      this.#keepLine('term', term, node.position?.start.line);
      const text = node.children.flatMap((child) => this.#words(child)).map((words) => words.text);
      return [{ kind: 'term', term, text: text.join('') }];
    }
    if (node.type !== 'mdxJsxTextElement') {
      this.#problem(node, 'a paragraph', ...plainWords(node.type));
    } else if (node.name === 'Claim') {
      this.#problem(node, '<Claim>', 'a claim within a claim or a term', 'Close what stands open before it.');
    } else if (isBlockElement(node.name)) {
      this.#problem(
        node,
        `<${node.name}>`,
        'an element in the middle of a paragraph',
        'Set it apart: an empty line before it and one after it.',
      );
    } else {
      this.#problem(node, `<${node.name ?? ''}>`, ...strangeElement);
    }
    return 'children' in node
      ? (node.children as PhrasingContent[]).flatMap((child) => this.#words(child))
      : [];
  }

  #keepLine(kind: 'block' | 'claim' | 'term', id: string, line = this.#blockLine): void {
    const key = `${kind} ${id}`;
    if (line !== undefined && !this.lines.has(key)) this.lines.set(key, line);
  }

  #problem(
    node: { position?: { start: { line: number } } | undefined },
    place: string,
    found: string,
    cure: string,
  ): void {
    this.#problems.push({ file: this.#file, line: node.position?.start.line, place, found, cure });
  }
}

function plainWords(type: string): [found: string, cure: string] {
  return [markup[type] ?? type, `Write plain words; the only elements are ${elements}.`];
}

function isBlockElement(name: string | null): name is string {
  return name === 'Post' || name === 'Credit' || name === 'Related';
}

/** The phrasing content of an element, whether it was written on one line or on several. */
function inline(node: MdxJsxFlowElement | MdxJsxTextElement): PhrasingContent[] {
  return node.children.flatMap((child) =>
    child.type === 'paragraph' ? child.children : [child as PhrasingContent],
  );
}

function attribute(node: MdxJsxFlowElement | MdxJsxTextElement, name: string): string | undefined {
  const found = node.attributes.find((entry) => entry.type === 'mdxJsxAttribute' && entry.name === name);
  return typeof found?.value === 'string' && found.value !== '' ? found.value : undefined;
}

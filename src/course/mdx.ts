import { fromMarkdown } from 'mdast-util-from-markdown';
import { mdxJsxFromMarkdown } from 'mdast-util-mdx-jsx';
import { mdxJsx } from 'micromark-extension-mdx-jsx';
import type { Root } from 'mdast';
import type { Problem } from './problem.ts';

/** What is written in MDX. */
type Kind = 'article' | 'lesson';

/** What an author is told who leaves a comment. */
export function commentIn(kind: Kind): [found: string, cure: string] {
  return [
    'a comment',
    `Take it out; notes to yourself can stand in a README.md beside the ${kind === 'article' ? 'article' : 'lessons'}.`,
  ];
}

const closing: Readonly<Record<Kind, string>> = {
  article: 'Open and close each element in one paragraph: <Claim id="a-name">words</Claim>.',
  lesson:
    'Open and close each element, with quotes around its values: <Term id="a-term">words</Term>, <Exercise id="a-name" />.',
};

/**
 * Reads the Markdown of a file and the elements in it. The parser's own words are about MDX at large; `problems` get what
 * holds for this kind of file.
 *
 * @returns undefined when the elements are not closed as they were opened
 */
export function readMdx(file: string, text: string, kind: Kind, problems: Problem[]): Root | undefined {
  try {
    // Without the empty lines at the end, what stays open to the end is told on a line that is there.
    return fromMarkdown(text.trimEnd(), {
      // As everywhere in MDX, indented words are no code: an element there is an element.
      extensions: [mdxJsx(), { disable: { null: ['codeIndented'] } }],
      mdastExtensions: [mdxJsxFromMarkdown()],
    });
  } catch (error) {
    const { line = 1, column = 1, message } = error as { line?: number; column?: number; message: string };
    const near = text.split('\n')[line - 1]!.slice(Math.max(0, column - 20), column + 20);
    // Where an element that stays open begins, only the message says.
    const [, opened] = /^Expected a closing tag for .+ \((\d+):/.exec(message) ?? [];
    const [found, cure] = message.startsWith('Unexpected character `!`')
      ? commentIn(kind)
      : message.includes('before attribute value')
        ? [`a value without quotes, near: ${near.trim()}`, 'Put quotes around it: id="a-name".']
        : [misfit(message, near.trim()), closing[kind]];
    problems.push({ file, line: Number(opened ?? line), place: 'MDX', found, cure });
    return undefined;
  }
}

/** What does not fit together, from the parser's message. */
function misfit(message: string, near: string): string {
  const [, open] = /^Expected a closing tag for `(<\w*>)`/.exec(message) ?? [];
  if (open)
    return `${open}, not closed${message.endsWith('`paragraph`') ? ' before its paragraph ends' : ''}`;
  const [, close, inner] = /^Unexpected closing tag `(.+?)`.+ for `(.+?)`/.exec(message) ?? [];
  if (close) return `${close}, while ${inner} is still open`;
  if (message.startsWith('Unexpected end of file'))
    return 'the end of the file, while an element or a quotation mark further up is still open';
  return `tags that do not fit together, near: ${near}`;
}

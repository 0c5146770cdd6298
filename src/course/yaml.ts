import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'astro/zod';
import type { Problem } from './problem.ts';

/** Tells the line of a path such as `['toll-lead', 'cue']`; of the nearest parent where the path does not exist. */
export type LineOf = (path: readonly PropertyKey[]) => number | undefined;

/** A YAML file that could be read: its data in the schema's shape, and where things stand. */
export interface YamlFile<T> {
  readonly data: T;
  readonly lineOf: LineOf;
}

/**
 * Reads a YAML file against a schema. What is wrong goes to `problems`.
 *
 * @returns undefined when the file is not fit for use
 */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  problems: Problem[],
): YamlFile<z.output<Schema>> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    for (const error of document.errors) {
      problems.push({
        file,
        line: lines.linePos(error.pos[0]).line,
        place: 'YAML',
        found: error.message.replace(/\s+/g, ' '),
        cure: yamlCure(error.code),
      });
    }
    return undefined;
  }
  const lineOf: LineOf = (path) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };
  const result = schema.safeParse(document.toJS());
  if (result.success) return { data: result.data, lineOf };
  for (const issue of result.error.issues) {
    problems.push({ file, line: lineOf(issue.path), place: placeOf(issue.path), ...describe(issue, document.toJS()) });
  }
  return undefined;
}

function yamlCure(code: string): string {
  if (code === 'DUPLICATE_KEY') return 'An id may stand only once in a file. Give one of the two another id.';
  if (code === 'TAB_AS_INDENT') return 'Indent with spaces, two a level.';
  return 'Check the indentation and the quotes here. A text with a colon needs quotes, or ">-" and a line of its own.';
}

/** A path in the words of a report: "toll-lead › whyNot › opinion". */
export function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the whole file';
  return path.map((step) => (typeof step === 'number' ? `no. ${step + 1}` : String(step))).join(' › ');
}

function describe(issue: z.core.$ZodIssue, data: unknown): Pick<Problem, 'found' | 'cure'> {
  const value = issue.path.reduce<unknown>(
    (at, step) => (typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined),
    data,
  );
  const found = value === undefined ? 'nothing' : JSON.stringify(value)?.slice(0, 80) ?? String(value);
  switch (issue.code) {
    case 'invalid_value':
      return { found, cure: `Write one of: ${issue.values.map(String).join(', ')}.` };
    case 'unrecognized_keys':
      return {
        found: `a field that is not known here: ${issue.keys.join(', ')}`,
        cure: 'Check its spelling and its indentation, or take it out.',
      };
    case 'too_big':
      return {
        found: issue.origin === 'string' ? `${String(value).length} characters` : found,
        cure: `Keep it to at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}.`,
      };
    case 'too_small':
      return { found: found === '""' || found === '[]' ? 'nothing' : found, cure: `Write at least ${issue.minimum}.` };
    case 'invalid_type':
      return { found, cure: value === undefined ? `Add ${expected(issue.expected)}.` : `Write ${expected(issue.expected)}.` };
    default:
      return { found, cure: issue.message };
  }
}

function expected(type: string): string {
  const words: Record<string, string> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list, each item after a "- "',
    object: 'fields, each as "name: value"',
    record: 'fields, each as "name: value"',
  };
  return words[type] ?? type;
}

import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'astro/zod';
import { oneOf, type Problem } from './problem.ts';

/**
 * Tells the line of a path such as `['toll-lead', 'cue']`; of the nearest parent where the path does not exist. A step
 * into a list is a place, counted from 0, or the text that stands in the list.
 */
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
  const lineAt = (offset: number) => lines.linePos(offset).line;
  const faults = new Map<number, Pick<Problem, 'found' | 'cure'>>();
  // One for each line: the first mistake in a line drags others after it.
  for (const error of [...document.errors, ...document.warnings]) {
    const line = lineAt(error.pos[0]);
    if (!faults.has(line)) faults.set(line, yamlFault(error.code, text.split('\n').slice(line - 1)));
  }
  visit(document, {
    Alias: (_, { source, range }) => {
      faults.set(lineAt(range![0]), {
        found: `*${source}`,
        cure: 'Put a text that begins with "*" in quotes.',
      });
    },
  });
  if (faults.size > 0) {
    for (const [line, fault] of faults) problems.push({ file, line, place: 'YAML', ...fault });
    return undefined;
  }
  const lineOf: LineOf = (path) => {
    let node: unknown = document.contents;
    let line: number | undefined;
    for (const step of path) {
      const [start, next] = stepInto(node, step);
      if (!isNode(start) || !start.range) break;
      line = lineAt(start.range[0]);
      node = next;
    }
    return line;
  };
  const data: unknown = document.toJS();
  const result = schema.safeParse(data);
  if (result.success) return { data: result.data, lineOf };
  for (const issue of result.error.issues) {
    const paths =
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const path of paths) {
      problems.push({ file, line: lineOf(path), place: placeOf(path), ...describe(issue, data) });
    }
  }
  return undefined;
}

/** What marks the line of an entry (its name, or the item of a list), and the entry itself. */
function stepInto(node: unknown, step: PropertyKey): [unknown, unknown] {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step));
    return [pair?.key, pair?.value];
  }
  if (!isSeq(node)) return [undefined, undefined];
  const item =
    typeof step === 'number'
      ? node.items[step]
      : node.items.findLast((each) => isScalar(each) && each.value === step);
  return [item, item];
}

function yamlFault(code: string, rest: readonly string[]): Pick<Problem, 'found' | 'cure'> {
  const found = rest[0]!.trim() || (rest.join('').trim() ? 'an empty line' : 'the end of the file');
  if (code === 'DUPLICATE_KEY') {
    return {
      found: `${found} (a name that stands here twice)`,
      cure: 'Give one of the two another name, or take it out.',
    };
  }
  if (code === 'TAB_AS_INDENT') return { found: 'a tab', cure: 'Indent with spaces, two a level.' };
  if (code === 'MISSING_CHAR') {
    return { found, cure: 'Close the quotation mark or bracket that was opened here or further up.' };
  }
  return {
    found,
    cure: 'Check the indentation and the quotes here and in the line above. A text with a colon needs quotes, or ">-" and a line of its own.',
  };
}

/** A path in the words of a report: "toll-lead › whyNot › opinion". */
export function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the whole file';
  return path.map((step) => (typeof step === 'number' ? `no. ${step + 1}` : String(step))).join(' › ');
}

function describe(issue: z.core.$ZodIssue, data: unknown): Pick<Problem, 'found' | 'cure'> {
  const value = issue.path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined,
    data,
  );
  const found = isEmpty(value) ? 'nothing' : JSON.stringify(value);
  switch (issue.code) {
    case 'invalid_value':
      return { found, cure: oneOf(issue.values) };
    case 'invalid_key': {
      const [why] = issue.issues;
      const name = String(issue.path.at(-1));
      return { found: name, cure: why?.code === 'invalid_value' ? oneOf(why.values) : (why?.message ?? '') };
    }
    case 'unrecognized_keys':
      return {
        found: 'a field that is not known here',
        cure: 'Check its spelling and its indentation, or take it out.',
      };
    case 'too_big':
      if (issue.origin === 'string') {
        return {
          found: `${String(value).length} characters`,
          cure: `Keep it to at most ${issue.maximum} characters.`,
        };
      }
      if (issue.origin === 'array') {
        return {
          found: `${(value as unknown[]).length} entries`,
          cure: `Keep it to at most ${issue.maximum} entries.`,
        };
      }
      return { found, cure: `Write at most ${issue.maximum}.` };
    case 'too_small':
      if (issue.origin === 'string') {
        return {
          found,
          cure: issue.minimum === 1 ? 'Write a text.' : `Write at least ${issue.minimum} characters.`,
        };
      }
      if (issue.origin === 'array') {
        const entries = issue.minimum === 1 ? 'entry' : 'entries';
        return { found, cure: `List at least ${issue.minimum} ${entries}, each after a "- ".` };
      }
      return { found, cure: `Write at least ${issue.minimum}.` };
    case 'invalid_type': {
      const wanted = expected(issue.expected);
      const name = issue.path.at(-1);
      if (typeof name === 'string' && value === undefined)
        return { found, cure: `Add this field, with ${wanted}.` };
      if (typeof name === 'string' && value === null)
        return { found, cure: `Write ${wanted} after "${name}:".` };
      if (issue.expected === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
        return { found, cure: `Put it in quotes: "${value}".` };
      }
      return { found, cure: `Write ${wanted}.` };
    }
    default:
      return { found, cure: issue.message };
  }
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function expected(type: string): string {
  const words: Record<string, string> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
    array: 'a list, each entry after a "- "',
    object: 'fields, each as "name: value"',
    record: 'fields, each as "name: value"',
  };
  return words[type] ?? type;
}

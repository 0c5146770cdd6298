/** Something wrong in a content file: where it is, what stands there, and what to do. */
export interface Problem {
  /** Path below the content folder. */
  readonly file: string;
  /** Line, counted from 1, where known. */
  readonly line?: number | undefined;
  /** The entry and field, such as "toll-lead › cue". */
  readonly place: string;
  readonly found: string;
  /** What to write instead. */
  readonly cure: string;
}

/** Thrown when content cannot be used; its message is the whole report. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(report(problems));
    this.problems = problems;
  }
}

/** What to write where one of a few values was wanted. */
export function oneOf(values: readonly unknown[]): string {
  return values.length === 0
    ? 'Take it out: there is nothing yet that it could name.'
    : `Write one of: ${values.map(String).join(', ')}.`;
}

/** All problems as one text for an author, sorted by file and line. */
function report(problems: readonly Problem[]): string {
  const sorted = [...problems].sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0));
  const entries = sorted.map(
    ({ file, line, place, found, cure }) =>
      `${file}${line === undefined ? '' : `:${line}`}  ${place}\n    found: ${short(found)}\n    cure:  ${cure}`,
  );
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return `The content has ${count}. Nothing was built.\n\n${entries.join('\n\n')}\n`;
}

/** As much of what was found as tells it apart: a line of a damaged file may go on for pages. */
function short(found: string): string {
  return found.length > 100 ? `${found.slice(0, 99)}…` : found;
}

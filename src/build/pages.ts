import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A page of the built site. */
export interface BuiltPage {
  /** Its file, from the root of the site, with `/` between folders: "glossary/index.html". */
  readonly name: string;
  readonly html: string;
}

/** The pages of the site built in `root`, in the order of their names. One at a time: all of them may be gigabytes. */
export function* builtPages(root: string): Generator<BuiltPage> {
  const names = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  for (const name of names.sort())
    yield { name: name.split(sep).join('/'), html: readFileSync(join(root, name), 'utf8') };
}

/** Writes every page of the site built in `root` anew as `change` has it. */
export function changePages(root: string, change: (html: string) => string): void {
  for (const { name, html } of builtPages(root)) {
    const changed = change(html);
    if (changed !== html) writeFileSync(join(root, name), changed);
  }
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const inputs = ['src', 'content', 'public', 'astro.config.mjs', 'svelte.config.js', 'package-lock.json'];

/** A fingerprint of everything the built site is made of, and of where it will be served. */
function fingerprint(base = process.env['BASE'] ?? '/', site = process.env['SITE'] ?? ''): string {
  const hash = createHash('sha256').update(`${base} ${site}`);
  for (const path of inputs.flatMap(filesBelow)) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

/** Whether `dist` has to be built: it is not there, was built from something else, or was built again since. */
export function isStale(dist: string, stamp: string): boolean {
  return (
    !existsSync(join(dist, 'index.html')) ||
    !existsSync(stamp) ||
    readFileSync(stamp, 'utf8') !== stampOf(dist)
  );
}

/** Notes what `dist` was built from. */
export function noteBuilt(dist: string, stamp: string): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, stampOf(dist));
}

/** What it was built from and what came of it: a build by hand, for another path, say, shows in its first page. */
function stampOf(dist: string): string {
  const page = createHash('sha256').update(readFileSync(join(dist, 'index.html')));
  return `${fingerprint()} ${page.digest('hex')}`;
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile() && !file.endsWith('.test.ts'))
    .sort();
}

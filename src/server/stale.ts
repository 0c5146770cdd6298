import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const inputs = ['src', 'content', 'public', 'astro.config.mjs', 'svelte.config.js', 'package-lock.json'];

/** A fingerprint of everything the built site is made of, and of where it will be served. */
export function fingerprint(base = process.env['BASE'] ?? '/'): string {
  const hash = createHash('sha256').update(base);
  for (const path of inputs.flatMap(filesBelow)) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

/** Whether `dist` has to be built: it is not there, or was built from something else. */
export function isStale(dist: string, stamp: string): boolean {
  return (
    !existsSync(join(dist, 'index.html')) ||
    !existsSync(stamp) ||
    readFileSync(stamp, 'utf8') !== fingerprint()
  );
}

/** Notes what `dist` was built from. */
export function noteBuilt(stamp: string): void {
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, fingerprint());
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile() && !file.endsWith('.test.ts'))
    .sort();
}

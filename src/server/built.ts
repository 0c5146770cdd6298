import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the site is built. */
export const dist = 'dist';

/** Where it is noted what it was built from. */
const stamp = 'node_modules/.cache/who-says/built';
const firstPage = join(dist, 'index.html');
const inputs = ['src', 'content', 'public', 'astro.config.mjs', 'svelte.config.js', 'package-lock.json'];

/** A fingerprint of everything the built site is made of, and of where it will be served. */
function fingerprint(base = process.env['BASE'] ?? '/', site = process.env['SITE'] ?? ''): string {
  const hash = createHash('sha256').update(`${base} ${site}`);
  for (const path of inputs.flatMap(filesBelow)) hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

/**
 * Builds the site into `dist`, unless it stands there as it would be built now.
 *
 * @param announce what to say first if it has to be built
 * @throws where it cannot be built; the build has said why
 */
export function build(announce?: string): void {
  // From before: what is changed while it builds may be in it or not.
  const from = fingerprint();
  if (existsSync(stamp) && existsSync(firstPage) && readFileSync(stamp, 'utf8') === stampOf(from)) return;
  if (announce) console.log(announce);
  const { status } = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    // It says what it sends its makers before it reads our settings, which send nothing.
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('The site could not be built; the reason stands above.');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, stampOf(from));
}

/** What the site was built from and what came of it: a build by hand, for another path, say, shows in its first page. */
function stampOf(from: string): string {
  return `${from} ${createHash('sha256').update(readFileSync(firstPage)).digest('hex')}`;
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .map((name) => join(path, name))
    .filter((file) => statSync(file).isFile() && !file.endsWith('.test.ts'))
    .sort();
}

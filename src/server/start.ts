/** Builds the site if anything has changed since it was last built, and serves it: `npm start`. */
import { serve } from '@hono/node-server';
import { spawnSync } from 'node:child_process';
import { createApp } from './app.ts';
import { isStale, noteBuilt } from './stale.ts';

const dist = 'dist';
/** "/who-says/", with or without the slashes that were left out. */
const base = ['', ...(process.env['BASE'] ?? '').split('/').filter(Boolean), ''].join('/');
const stamp = 'node_modules/.cache/who-says/built';
const wanted = process.env['PORT'] ?? '4321';
const port = Number(wanted);

if (!Number.isInteger(port) || port < 1 || port > 65535) {
  stop(`PORT is "${wanted}". Set it to a whole number from 1 to 65535, or leave it out for 4321.`);
}
if (isStale(dist, stamp)) {
  console.log('Building the site first: about half a minute.');
  const build = spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    // It says what it sends its makers before it reads our settings, which send nothing.
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (build.status !== 0) stop('The site could not be built; the reason stands above. Nothing is served.');
  noteBuilt(dist, stamp);
}

const server = serve({ fetch: createApp(dist, base).fetch, port }, () => {
  console.log(`Who Says? is at http://localhost:${port}${base} (stop it with Ctrl+C)`);
});
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE')
    stop(
      `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=4322 npm start`,
    );
  if (error.code === 'EACCES')
    stop(`Port ${port} is not allowed for this user. Choose one above 1023: PORT=4322 npm start`);
  throw error;
});

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

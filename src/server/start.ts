/** Builds the site if anything has changed since it was last built, and serves it: `npm start`. */
import { serve } from '@hono/node-server';
import { createServer } from 'node:net';
import { createApp } from './app.ts';
import { build, dist } from './built.ts';

/** "/who-says/", with or without the slashes that were left out. */
const base = ['', ...(process.env['BASE'] ?? '').split('/').filter(Boolean), ''].join('/');
const wanted = process.env['PORT'] ?? '4321';
const port = Number(wanted);

if (!Number.isInteger(port) || port < 1 || port > 65535) {
  stop(`PORT is "${wanted}". Set it to a whole number from 1 to 65535, or leave it out for 4321.`);
}
// Before it builds, which takes a while and changes what another server may be serving.
const probe = createServer((socket) => socket.destroy()).on('error', refuse);
await new Promise<void>((free) => probe.listen(port, () => probe.close(() => free())));
try {
  build('Building the site first: about half a minute.');
} catch (error) {
  stop(`${(error as Error).message} Nothing is served.`);
}
serve({ fetch: createApp(dist, base).fetch, port }, () => {
  console.log(`Who Says? is at http://localhost:${port}${base} (stop it with Ctrl+C)`);
}).on('error', refuse);

/** Says why the port cannot be had. */
function refuse(error: NodeJS.ErrnoException): never {
  if (error.code === 'EADDRINUSE')
    stop(
      `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=4322 npm start`,
    );
  if (error.code === 'EACCES')
    stop(`Port ${port} is not allowed for this user. Choose one above 1023: PORT=4322 npm start`);
  throw error;
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}

import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { etag } from 'hono/etag';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The web server: the built site, as files. Modules, fonts and the search index carry a hash in their name and may be
 * kept for a year; everything else is asked about again each time, and sent only if it has changed.
 *
 * @param root the folder of the built site, relative to the working directory or absolute
 * @param base the path the site was built for: "/" or such as "/who-says/"
 */
export function createApp(root: string, base = '/'): Hono {
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('Vary', 'Accept-Encoding');
    c.header('X-Content-Type-Options', 'nosniff');
    c.header('Referrer-Policy', 'no-referrer');
    const hashed = /\/_astro\/|\/pagefind\/.+\.pf_/.test(c.req.path) && c.res.status === 200;
    c.header('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  });
  app.use(etag());
  const prefix = base.replace(/\/$/, '');
  app.use(
    `${prefix}/*`,
    serveStatic({ root, precompressed: true, rewriteRequestPath: (path) => path.slice(prefix.length) }),
  );
  app.notFound((c) => c.html(readFileSync(join(root, '404.html'), 'utf8'), 404));
  return app;
}

import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';

export interface ServeOptions {
  /** 0 takes a free port. */
  port: number;
  /** Only this machine unless told otherwise. */
  host: string;
  /** The built screens. */
  webFolder: string;
}

/** Puts the application and the screens on a port. Throws when the port is taken. */
export async function serve(
  app: Hono,
  { port, host, webFolder }: ServeOptions,
): Promise<{ port: number; stop(): Promise<void> }> {
  // Built files carry a hash in their name and never change; the page itself is always asked for.
  app.use('/assets/*', async (c, next) => {
    await next();
    if (c.res.ok) c.header('cache-control', 'public, max-age=31536000, immutable');
  });
  app.get(
    '*',
    serveStatic({ root: webFolder, rewriteRequestPath: (path) => (path === '/' ? '/none' : path) }),
  );
  app.get('*', async (c) => {
    c.header('cache-control', 'no-cache');
    return c.html(await readFile(join(webFolder, 'index.html'), 'utf8'));
  });
  const server = createServer(getRequestListener(app.fetch));
  server.headersTimeout = 10_000;
  server.requestTimeout = 60_000;
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, host, () => listening());
  });
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : port, stop: () => close(server) };
}

function close(server: Server): Promise<void> {
  return new Promise((closed) => {
    server.close(() => closed());
    server.closeIdleConnections();
    // Requests under way get a moment to end; a browser's open connection does not hold the stop up.
    setTimeout(() => server.closeAllConnections(), 2000).unref();
  });
}

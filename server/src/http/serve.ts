import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerOptions } from 'node:http';
import net from 'node:net';
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
  /** How long the headers of a request may take, in milliseconds; its body may take six times that. */
  patienceMs?: number;
}

/**
 * Who sends headers or a body drop by drop is cut off; addresses carry ids only, so headers are short. Connections are
 * counted so that a flood ends before the machine's file descriptors do.
 */
const limitsOf = (patienceMs: number): ServerOptions => ({
  headersTimeout: patienceMs,
  requestTimeout: 6 * patienceMs,
  keepAliveTimeout: patienceMs,
  connectionsCheckingInterval: patienceMs / 5,
  maxHeaderSize: 16 * 1024,
});
const mostConnections = 8_000;

/** Puts the application and the screens on a port. Throws when the port is taken. */
export async function serve(
  app: Hono,
  { port, host, webFolder, patienceMs = 10_000 }: ServeOptions,
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
    // Never stored: the nonce in it is of this one load.
    c.header('cache-control', 'no-store');
    const page = await readFile(join(webFolder, 'index.html'), 'utf8');
    return c.html(page.replace('STYLE-NONCE', c.get('secureHeadersNonce') ?? ''));
  });
  const server = createServer(limitsOf(patienceMs), getRequestListener(app.fetch));
  server.maxConnections = mostConnections;
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

/** Whether a server could listen on this port of the machine now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((answered, failed) => {
    const server = net.createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') answered(false);
      else failed(error);
    });
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => answered(true)));
  });
}

import type { Context } from 'hono';
import type { Download } from './handle.ts';

/**
 * Sends a file as it is written: a line is asked for when the client took the one before, so a slow client costs no
 * memory. A failure on the way breaks the connection off, since the status has left already.
 */
export function sendFile(c: Context, { fileName, type, lines }: Download): Response {
  if (!/^\w[\w.-]*$/.test(fileName)) throw new RangeError('the name of a download is not one of ours');
  const source = lines[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await source.return?.();
    },
  });
  return c.body(body, 200, {
    'content-type': type,
    'content-disposition': `attachment; filename="${fileName}"`,
    'x-content-type-options': 'nosniff',
  });
}

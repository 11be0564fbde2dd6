import { basename } from 'node:path';
import { CodeSetError } from './code-set-error.ts';

export interface DownloadOptions {
  /** Ends the download from outside. */
  signal?: AbortSignal;
  /** Called when the server begins to answer. */
  onAnswer?: () => void;
}

/** The largest official archive (tabular list and index with their PDFs) has under 20 MB. */
const sizeCap = 200 * 1024 ** 2;
const redirectCap = 3;
const wholeMs = 120_000;
const answerMs = 10_000;

/** Downloads a file. Redirects may not leave the host; more than 200 MB or two minutes end it. */
export async function download(
  address: string,
  { signal, onAnswer }: DownloadOptions = {},
): Promise<{ name: string; bytes: Uint8Array }> {
  const silence = new AbortController();
  const patience = setTimeout(() => silence.abort(new Error('the publisher does not answer')), answerMs);
  const limits = [AbortSignal.timeout(wholeMs), silence.signal, ...(signal ? [signal] : [])];
  try {
    const response = await follow(new URL(address), AbortSignal.any(limits), redirectCap);
    clearTimeout(patience);
    onAnswer?.();
    if (!response.ok)
      throw refused(address, `the publisher answers ${response.status}; the address may have changed`);
    return {
      name: decodeURIComponent(basename(new URL(address).pathname)),
      bytes: await readCapped(address, response),
    };
  } catch (error) {
    if (error instanceof CodeSetError) throw error;
    throw refused(address, reasonOf(error));
  } finally {
    clearTimeout(patience);
  }
}

async function follow(url: URL, signal: AbortSignal, left: number): Promise<Response> {
  const response = await fetch(url, { redirect: 'manual', signal });
  const location = response.headers.get('location');
  if (response.status < 300 || response.status > 399 || location === null) return response;
  const next = new URL(location, url);
  if (next.host !== url.host || (url.protocol === 'https:' && next.protocol !== 'https:')) {
    throw refused(url.href, `it leads to another host (${next.host}), which is not followed`);
  }
  if (left === 0) throw refused(url.href, 'it leads from one address to the next without end');
  return follow(next, signal, left - 1);
}

async function readCapped(address: string, response: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > sizeCap) throw refused(address, 'it is larger than any official file (200 MB)');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

function refused(address: string, why: string): CodeSetError {
  return new CodeSetError(
    'codes.unreadable',
    `Cannot download ${address}: ${why}. Download the file in a browser and run: superbill codes import FILE`,
  );
}

/** `fetch failed` says nothing; its cause does (no such host, refused, timed out). */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}

import { basename } from 'node:path';
import { egressTo } from '../egress/egress.ts';
import { CodeSetError } from './code-set-error.ts';

export interface DownloadOptions {
  /** Ends the download from outside. */
  signal?: AbortSignal;
  /** Called when the server begins to answer. */
  onAnswer?: () => void;
  /** The operator named the address, so it may stand in the own network. */
  inHouse?: boolean;
}

/** The largest official archive (tabular list and index with their PDFs) has under 20 MB. */
const sizeCap = 200 * 1024 ** 2;
const wholeMs = 120_000;
const answerMs = 10_000;

/** Downloads a file. Redirects may not leave the origin; more than 200 MB or two minutes end it. */
export async function download(
  address: string,
  { signal, onAnswer, inHouse = false }: DownloadOptions = {},
): Promise<{ name: string; bytes: Uint8Array }> {
  const silence = new AbortController();
  const patience = setTimeout(() => silence.abort(new Error('the publisher does not answer')), answerMs);
  try {
    const ask = egressTo([{ at: address, inHouse }], { largest: sizeCap, timeLimit: wholeMs });
    const response = await ask(address, {
      signal: AbortSignal.any([silence.signal, ...(signal ? [signal] : [])]),
    });
    clearTimeout(patience);
    onAnswer?.();
    if (!response.ok)
      throw refused(address, `the publisher answers ${response.status}; the address may have changed`);
    return {
      name: decodeURIComponent(basename(new URL(address).pathname)),
      bytes: new Uint8Array(await response.arrayBuffer()),
    };
  } catch (error) {
    if (error instanceof CodeSetError) throw error;
    throw refused(address, error instanceof Error ? error.message : String(error));
  } finally {
    clearTimeout(patience);
  }
}

function refused(address: string, why: string): CodeSetError {
  return new CodeSetError(
    'codes.unreadable',
    `Cannot download ${address}: ${why}. Download the file in a browser and run: superbill codes import FILE`,
  );
}

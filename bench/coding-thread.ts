import { parentPort } from 'node:worker_threads';
import { codeRecord } from '@superbill/engines/coding';
import { isoDate } from '@superbill/engines/model';
import { buildEdition } from '../scripts/coding-editions.ts';

const opened = (await buildEdition('official')) ?? (await buildEdition('starter'));
if (!opened) throw new Error('There is no edition to code with.');
const { search } = opened;

parentPort?.on('message', (texts: string[]) => {
  for (const text of texts) {
    const documents = [{ documentId: 'note', version: 1, kind: 'note' as const, text }];
    codeRecord(search, { setting: 'outpatient', date: isoDate('2026-03-01'), documents });
  }
  parentPort?.postMessage('done');
});
parentPort?.postMessage('ready');

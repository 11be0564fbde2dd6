// Opens the edition and answers once: how long, and how much memory more. Run in a process of its own by
// coding-batch.ts; prints JSON.
import { codeRecord } from '@superbill/engines/coding';
import { isoDate } from '@superbill/engines/model';
import { buildEdition } from '../scripts/coding-editions.ts';

const resident = () => process.memoryUsage.rss();
const before = resident();
const started = performance.now();
const opened = (await buildEdition('official')) ?? (await buildEdition('starter'));
if (!opened) throw new Error('There is no edition to open.');
opened.search.search('type 2 diabetes with nephropathy');
const found = performance.now() - started;
const documents = [{ documentId: 'd', version: 1, kind: 'note' as const, text: 'Assessment: gout' }];
codeRecord(opened.search, { setting: 'outpatient', date: isoDate('2026-03-01'), documents });
const coded = performance.now() - started;
console.log(JSON.stringify({ found, coded, memory: resident() - before }));

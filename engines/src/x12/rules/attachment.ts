import { situationsOfAttachment } from '../guides/x210.situations.ts';
import { readSituations } from '../situations/read.ts';
import { element } from '../tokens/segment.ts';
import { around, first, value } from '../walk/loop.ts';
import type { LoopRule, RuleSet, TransactionRule } from './rule.ts';

/** Each piece of information is numbered from 1; they are let go as they close, so the count is kept here. */
const numbers: TransactionRule = {
  id: 'attachment-number',
  snip: 4,
  from: 'guide',
  source: '005010X210, 2000A LX01; 006020X314, 2000A LX01',
  when: 'LX01 counts the pieces of information from 1',
  start(report) {
    let due = 0;
    let before = 0;
    return {
      closed(loop) {
        if (loop.id !== '2000A') return;
        due++;
        before++;
        const segment = first(loop, 'LX');
        const sent = value(segment, 1) ?? '';
        // What is missing, or no number, is told already.
        if (!segment || !/^\d{1,9}$/.test(sent)) return;
        if (Number(sent) !== due && Number(sent) !== before) {
          const message = `LX01 counts from 1: ${due} is due.`;
          report({ code: 'attachment-number', segment, loop: '2000A', element: 'LX01', message });
        }
        // What follows a wrong number may go on from it.
        before = Number(sent);
      },
    };
  },
};

/** TRN02 is the payer's number of its question, or the sender's own number that the claim gave in PWK06. */
const trace: LoopRule = {
  id: 'attachment-trace',
  snip: 4,
  loop: '2000A',
  from: 'guide',
  source: '005010X210, 2000A TRN01; 006020X314, 2000A TRN01',
  when: "TRN01 is 2 in an answer to a payer's request (BGN01 = 11) and 1 in what is sent unasked (BGN01 = 02)",
  check(loop) {
    const trn = first(loop, 'TRN');
    const purpose = value(first(around(loop, ''), 'BGN'), 1);
    const due = purpose === '11' ? '2' : purpose === '02' ? '1' : undefined;
    const sent = value(trn, 1);
    if (!trn || due === undefined || due === sent || (sent !== '1' && sent !== '2')) return [];
    const message = `TRN01 must be ${due}, because BGN01 says that the information was ${due === '2' ? '' : 'not '}asked for.`;
    return [{ segment: trn, loop: '2000A', element: 'TRN01', message }];
  },
};

const base64: LoopRule = {
  id: 'attachment-encoding',
  snip: 4,
  loop: '2110B',
  from: 'standard',
  source: '006020X314, 2110B BDS01 and BDS03; RFC 2045, section 6.8',
  when: 'data that BDS01 calls base64 (B64) holds nothing else',
  check(loop) {
    const bds = first(loop, 'BDS');
    if (!bds || value(bds, 1) !== 'B64' || isBase64(element(bds, 3))) return [];
    const message = 'BDS03 is not base64, which BDS01 says it is.';
    return [{ segment: bds, loop: '2110B', element: 'BDS03', message }];
  },
};

/** Line breaks may stand anywhere. */
function isBase64(text: string): boolean {
  const plain = text.replace(/[\r\n]/g, '');
  return plain.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(plain);
}

export const attachmentRules: RuleSet = {
  loops: [...readSituations(situationsOfAttachment, '005010X210'), trace, base64],
  transactions: [numbers],
};

import type { Remit, RemitClaim, RemitGroup } from '../../model/index.ts';
import type { TransactionPlace } from '../check/records.ts';
import { ValidationInProgress } from '../check/validate.ts';
import type { Exchange835 } from '../exchange.ts';
import type { X12Finding } from '../finding.ts';
import { readClaim } from '../remit/claim.ts';
import { readGroup, readRemit } from '../remit/payment.ts';
import { feed } from '../tokens/tokenizer.ts';
import { envelope } from './fields.ts';

/**
 * Reads every 835 transaction of a file: `remits` holds them all, `exchanges` the same by functional
 * group. Findings are those of {@link validate} at SNIP 1 to 4; a remit without a readable payment date
 * is left out, and one more finding (`remit-unreadable`) says so.
 */
export function read835(bytes: Uint8Array | string): {
  exchanges: Exchange835[];
  remits: Remit[];
  findings: X12Finding[];
} {
  const exchanges = new Map<TransactionPlace['group'], Exchange835>();
  let claims: RemitClaim[] = [];
  let groups: RemitGroup[] = [];
  let grouped = 0;
  const validation = new ValidationInProgress({ snip: 4 }, (loop, place) => {
    if (place.transaction.guide?.type !== '835') return;
    if (loop.id === '2100') claims.push(readClaim(loop));
    if (loop.id === '2000') {
      groups.push(readGroup(loop, claims.length - grouped));
      grouped = claims.length;
    }
    if (loop.id !== '') return;
    const remit = readRemit(loop, claims, groups);
    [claims, groups, grouped] = [[], [], 0];
    const exchange = exchanges.get(place.group) ?? { ...envelope(place), remits: [] };
    if (remit) exchange.remits.push(remit);
    else validation.findings.push(unreadable(place));
    exchanges.set(place.group, exchange);
  });
  feed(bytes, validation.checker);
  const all = [...exchanges.values()];
  return { exchanges: all, remits: all.flatMap(({ remits }) => remits), findings: validation.end().findings };
}

function unreadable({ transaction }: TransactionPlace): X12Finding {
  return {
    severity: 'error',
    snip: 1,
    segment: transaction.st.ordinal,
    id: 'BPR',
    position: transaction.st.position,
    element: 'BPR16',
    code: 'remit-unreadable',
    message: 'The transaction has no payment with a date (BPR16), so it was not read.',
    transaction: transaction.ordinal,
    inTransaction: 1,
  };
}

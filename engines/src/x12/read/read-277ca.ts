import type { IsoDate } from '../../model/index.ts';
import type { TransactionPlace } from '../check/records.ts';
import { ValidationInProgress } from '../check/validate.ts';
import type { ClaimDecision, Exchange277CA } from '../exchange.ts';
import type { X12Finding } from '../finding.ts';
import { element, type Segment } from '../tokens/segment.ts';
import { feed } from '../tokens/tokenizer.ts';
import { all, around, first, type Loop, loopOf, part, value } from '../walk/loop.ts';
import { day, days, defined, envelope, money } from './fields.ts';

/** Reads every 277CA transaction of a file: `claims` holds all decisions, `exchanges` the same by transaction. */
export function read277CA(bytes: Uint8Array | string): {
  exchanges: Exchange277CA[];
  claims: ClaimDecision[];
  findings: X12Finding[];
} {
  const exchanges: Exchange277CA[] = [];
  let claims: ClaimDecision[] = [];
  const validation = new ValidationInProgress({ snip: 4 }, (loop, place) => {
    if (place.transaction.guide?.type !== '277CA') return;
    if (loop.id === '2200D') claims.push(decision(loop, place));
    if (loop.id !== '') return;
    exchanges.push(exchange(loop, place, claims));
    claims = [];
  });
  feed(bytes, validation.checker);
  return { exchanges, claims: exchanges.flatMap((one) => one.claims), findings: validation.end().findings };
}

function exchange(root: Loop, place: TransactionPlace, claims: ClaimDecision[]): Exchange277CA {
  const { sender, receiver, controlNumbers, ...rest } = envelope(place);
  const source = loopOf(root, '2000A');
  const [transmission, level] = [loopOf(source, '2200A'), loopOf(source, '2000B')];
  const by = first(loopOf(source, '2100A'), 'NM1');
  const created = sentOn(place);
  return {
    ...rest,
    controlNumbers: { ...controlNumbers, transaction: Number(element(place.transaction.st, 2)) || 0 },
    sender: { ...sender, name: value(by, 3) ?? '', ...(value(by, 1) === 'AY' && { kind: 'AY' }) },
    receiver: { ...receiver, name: value(first(loopOf(level, '2100B'), 'NM1'), 3) ?? '' },
    batch: value(first(loopOf(level, '2200B'), 'TRN'), 2) ?? '',
    receivedDate: days(first(transmission, 'DTP', '050')).from ?? created,
    processedDate: days(first(transmission, 'DTP', '009')).from ?? created,
    claims,
  };
}

/** The day the file was made, which stands in for a date that is missing. */
function sentOn(place: TransactionPlace): IsoDate {
  return envelope(place).createdAt.slice(0, 10) as IsoDate;
}

function decision(loop: Loop, place: TransactionPlace): ClaimDecision {
  const statuses = all(loop, 'STC');
  const stc = statuses[0];
  const who = first(loopOf(around(loop, '2000D'), '2100D'), 'NM1');
  const by = first(loopOf(around(loop, '2000C'), '2100C'), 'NM1');
  const dates = days(first(loop, 'DTP', '472'));
  const effectiveDate = day(stc, 2) ?? sentOn(place);
  const id = value(by, 9);
  return defined<ClaimDecision>({
    controlNumber: value(first(loop, 'TRN'), 2) ?? '',
    accepted: statuses.length > 0 && statuses.every((one) => element(one, 3) === 'WQ'),
    statuses: statuses.flatMap(statusesOf),
    payerControlNumber: value(first(loop, 'REF', '1K'), 2),
    charge: money(stc, 4),
    patient: defined<ClaimDecision['patient']>({
      lastName: value(who, 3) ?? '',
      firstName: value(who, 4),
      memberId: value(who, 9),
    }),
    provider: defined<ClaimDecision['provider']>({
      name: value(by, 3) ?? '',
      npi: value(by, 8) === 'XX' ? id : undefined,
      taxId: value(by, 8) === 'FI' ? id : undefined,
    }),
    effectiveDate,
    serviceDate: dates.from ?? effectiveDate,
    serviceDateTo: dates.to,
  });
}

/** STC01, STC10 and STC11 each hold a status. */
function statusesOf(stc: Segment): ClaimDecision['statuses'] {
  return [1, 10, 11].flatMap((index) => {
    const [category, status] = [part(stc, index, 1), part(stc, index, 2)];
    if (category === undefined || status === undefined) return [];
    return [defined<ClaimDecision['statuses'][number]>({ category, status, entity: part(stc, index, 3) })];
  });
}

import { compactDate, formatAmount, sum } from '../../model/index.ts';
import type { ClaimDecision, Exchange277CA } from '../exchange.ts';
import { x214 } from '../guides/x214.ts';
import type { DraftSegment } from './draft.ts';
import { dateAndTime, renderGroup } from './envelope.ts';
import { dateSegment } from './parts.ts';
import { sameContent } from './same-content.ts';
import { batchReference } from './write-837.ts';

/** Writes the answer to one batch of claims (005010X214): totals for the batch, then each claim under its provider. */
export function write277CA(exchange: Exchange277CA): string {
  const kind = { set: '277', functionalId: 'HN', guide: x214.id, wantsTA1: false };
  return renderGroup(exchange, kind, [transaction(exchange)]);
}

function transaction(exchange: Exchange277CA): DraftSegment[] {
  const { sender, receiver, batch, claims, controlNumbers, createdAt } = exchange;
  const { date, time } = dateAndTime(createdAt);
  const reference = batchReference(controlNumbers);
  const kind = sender.kind ?? 'PR';
  return [
    ['BHT', '0085', '08', reference, date, time, 'TH'],
    ['HL', '1', '', '20', '1'],
    ['NM1', kind, '2', sender.name, '', '', '', '', kind === 'PR' ? 'PI' : '46', sender.id],
    ['TRN', '1', reference],
    dateSegment('050', exchange.receivedDate),
    dateSegment('009', exchange.processedDate),
    ['HL', '2', '1', '21', claims.length === 0 ? '0' : '1'],
    ['NM1', '41', '2', receiver.name, '', '', '', '', '46', receiver.id],
    ['TRN', '2', batch],
    ...totals(exchange),
    ...claimLevels(claims),
  ];
}

function totals({ claims, processedDate, sender }: Exchange277CA): DraftSegment[] {
  const accepted = claims.filter((claim) => claim.accepted);
  const rejected = claims.filter((claim) => !claim.accepted);
  const charge = (some: readonly ClaimDecision[]) => formatAmount(sum(some.map((claim) => claim.charge)));
  const refused = claims.length > 0 && accepted.length === 0;
  const status = [refused ? 'A3' : 'A1', '19', sender.kind ?? 'PR'];
  const segments: DraftSegment[] = [
    ['STC', status, compactDate(processedDate), refused ? 'U' : 'WQ', charge(claims)],
  ];
  if (accepted.length > 0) segments.push(['QTY', '90', String(accepted.length)]);
  if (rejected.length > 0) segments.push(['QTY', 'AA', String(rejected.length)]);
  if (accepted.length > 0) segments.push(['AMT', 'YU', charge(accepted)]);
  if (rejected.length > 0) segments.push(['AMT', 'YY', charge(rejected)]);
  return segments;
}

function claimLevels(claims: readonly ClaimDecision[]): DraftSegment[] {
  const segments: DraftSegment[] = [];
  let [last, provider] = [2, 0];
  claims.forEach((claim, index) => {
    const before = claims[index - 1];
    const sameProvider = before !== undefined && sameContent(before.provider, claim.provider);
    if (!sameProvider) {
      provider = ++last;
      const { name, npi, taxId } = claim.provider;
      const qualifier = npi === undefined ? 'FI' : 'XX';
      segments.push(
        ['HL', String(provider), '2', '19', '1'],
        ['NM1', '85', '2', name, '', '', '', '', qualifier, npi ?? taxId],
      );
    }
    if (!sameProvider || !sameContent(before.patient, claim.patient)) {
      const { lastName, firstName, memberId } = claim.patient;
      segments.push(
        ['HL', String(++last), String(provider), 'PT'],
        ['NM1', 'QC', '1', lastName, firstName, '', '', '', memberId && 'MI', memberId],
      );
    }
    segments.push(...decisionSegments(claim));
  });
  return segments;
}

function decisionSegments(claim: ClaimDecision): DraftSegment[] {
  const action = claim.accepted ? 'WQ' : 'U';
  const day = compactDate(claim.effectiveDate);
  return [
    ['TRN', '2', claim.controlNumber],
    ...claim.statuses.map(
      ({ category, status, entity }): DraftSegment => [
        'STC',
        [category, status, entity],
        day,
        action,
        formatAmount(claim.charge),
      ],
    ),
    ...(claim.payerControlNumber === undefined ? [] : [['REF', '1K', claim.payerControlNumber] as const]),
    dateSegment('472', claim.serviceDate, claim.serviceDateTo),
  ];
}

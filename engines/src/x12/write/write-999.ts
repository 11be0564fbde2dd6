import type {
  AcknowledgedError,
  Exchange999,
  GroupAcknowledgement,
  TransactionAcknowledgement,
} from '../exchange.ts';
import { x231a1 } from '../guides/x231a1.ts';
import type { DraftSegment } from './draft.ts';
import { renderGroup } from './envelope.ts';

/** Writes one 999 transaction (005010X231A1) for each group that is answered. IK404, the bad data itself, is never written. */
export function write999(exchange: Exchange999): string {
  const kind = { set: '999', functionalId: 'FA', guide: x231a1.id, wantsTA1: false };
  return renderGroup(exchange, kind, exchange.acknowledgements.map(groupSegments));
}

function groupSegments(group: GroupAcknowledgement): DraftSegment[] {
  const { included, received, accepted } = group.counts;
  return [
    ['AK1', group.functionalId, group.control, group.guide],
    ...group.transactions.flatMap(transactionSegments),
    ['AK9', group.status, String(included), String(received), String(accepted), ...group.codes.slice(0, 5)],
  ];
}

function transactionSegments(transaction: TransactionAcknowledgement): DraftSegment[] {
  return [
    ['AK2', transaction.type, transaction.control, transaction.guide],
    ...errorSegments(transaction.errors),
    ['IK5', transaction.status, ...transaction.codes.slice(0, 5)],
  ];
}

/** Element errors of one segment stand together under one IK3 with code 8. */
function errorSegments(errors: readonly AcknowledgedError[]): DraftSegment[] {
  const segments: DraftSegment[] = [];
  let open: AcknowledgedError | undefined;
  for (const error of errors) {
    const { segment, position, loop, element, code } = error;
    if (!element) {
      segments.push(['IK3', segment, String(position), loop, code], ...situation(error), ...unit(error));
      open = undefined;
      continue;
    }
    if (open?.position !== position || open.segment !== segment || open.loop !== loop) {
      segments.push(['IK3', segment, String(position), loop, '8'], ...unit(error));
      open = error;
    }
    const place = [element.position, element.component, element.repetition].map((n) =>
      n === undefined ? undefined : String(n),
    );
    segments.push(['IK4', place, element.reference, code], ...situation(error));
  }
  return segments;
}

function situation({ trigger }: AcknowledgedError): DraftSegment[] {
  if (!trigger) return [];
  const { segment, position, loop, element } = trigger;
  const place = element && [String(element.position), element.component?.toString()];
  return [['CTX', ['SITUATIONAL TRIGGER'], segment, String(position), loop, place]];
}

function unit({ unit }: AcknowledgedError): DraftSegment[] {
  return unit ? [['CTX', [unit.name, unit.reference]]] : [];
}

import type { GroupRecord, TransactionRecord } from '../check/records.ts';
import type { AcknowledgedError, GroupAcknowledgement, TransactionAcknowledgement } from '../exchange.ts';
import type { X12Finding } from '../finding.ts';
import { composites } from '../standard/composites.ts';
import { segmentLayouts } from '../standard/segments.ts';
import { element } from '../tokens/segment.ts';
import type { BusinessUnits } from './business-units.ts';
import { elementCode, groupCodes, segmentCode, transactionCodes } from './codes.ts';
import { repeatable } from './interchange.ts';

type FindingsOf = (place: object) => readonly X12Finding[];

/** What a 999 says of a group: of each transaction, and of all together. */
export function answerGroup(
  group: GroupRecord,
  findingsOf: FindingsOf,
  units: BusinessUnits,
): GroupAcknowledgement {
  const { gs, included } = group;
  const own = findingsOf(group).filter(({ severity }) => severity === 'error');
  const transactions = group.transactions.map((record) =>
    answerTransaction(record, findingsOf(record), units),
  );
  const received = transactions.length;
  const accepted = own.length > 0 ? 0 : transactions.filter(({ status }) => status !== 'R').length;
  return {
    kind: '999',
    functionalId: echoed(element(gs, 1), 2, 2),
    control: /^\d{1,9}$/.test(element(gs, 6)) ? element(gs, 6) : '0',
    guide: echoed(element(gs, 8), 1, 12),
    status: verdict(transactions, accepted, own.length > 0),
    transactions,
    counts: { included: included ?? received, received, accepted },
    codes: groupCodes(own),
  };
}

/** What the file says, as far as an answer that is to be read itself can repeat it. */
function echoed(text: string, shortest: number, longest: number): string {
  return repeatable(text, longest).trim().padEnd(shortest, '?');
}

function verdict(
  transactions: readonly TransactionAcknowledgement[],
  accepted: number,
  isRefused: boolean,
): GroupAcknowledgement['status'] {
  // A group of no transactions that is otherwise sound has nothing to refuse.
  if (isRefused || (accepted === 0 && transactions.length > 0)) return 'R';
  if (accepted < transactions.length) return 'P';
  return transactions.some(({ status }) => status === 'E') ? 'E' : 'A';
}

/** Errors reject a transaction (R); what is only warned of is told with an acceptance (E). */
function answerTransaction(
  { st, errors }: TransactionRecord,
  all: readonly X12Finding[],
  units: BusinessUnits,
): TransactionAcknowledgement {
  const findings = all.filter(({ severity, code }) => severity !== 'info' && code !== 'too-many-findings');
  const guide = repeatable(element(st, 3), 35).trim();
  const codes = transactionCodes(findings);
  return {
    type: echoed(element(st, 1), 3, 3),
    control: echoed(element(st, 2), 4, 9),
    ...(guide !== '' && { guide }),
    status: errors > 0 ? 'R' : findings.length > 0 ? 'E' : 'A',
    codes: errors > 0 && codes.length === 0 ? ['5'] : codes,
    errors: errorsOf(findings, (position) => units.at(st, position)),
  };
}

/** In the order of the segments, what is wrong with one of them as a whole before its elements; each fault once. */
function errorsOf(
  findings: readonly X12Finding[],
  unitAt: (position: number) => AcknowledgedError['unit'],
): AcknowledgedError[] {
  const seen = new Set<string>();
  return findings
    .flatMap((finding) => errorOf(finding, unitAt))
    .filter(({ at, code }) => {
      const key = `${at} ${code}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort(
      (a, b) =>
        a.position - b.position ||
        (a.element?.position ?? 0) - (b.element?.position ?? 0) ||
        (a.element?.component ?? 0) - (b.element?.component ?? 0),
    );
}

/** The IK3 or IK4 for a finding; nothing for one that IK5 tells by itself. */
function errorOf(
  finding: X12Finding,
  unitAt: (position: number) => AcknowledgedError['unit'],
): AcknowledgedError[] {
  const { inTransaction: position = 0, loop, element: name } = finding;
  // Where nothing stands between two terminators, there is no name for it.
  const id = finding.id || '???';
  const at = `${name ?? id} (segment ${position}${loop ? `, loop ${loop}` : ''})`;
  const unit = unitAt(position);
  const place = { at, segment: id, position, ...(loop && { loop }), ...(unit && { unit }) };
  const [, number, component] = partsOf(name);
  const code = number === undefined ? segmentCode(finding) : elementCode(finding);
  if (code === undefined) return [];
  const trigger = /^I(?:6|9|13)$/.test(code) ? triggerOf(finding) : undefined;
  const error = { ...place, code, ...(trigger && { trigger }) };
  if (number === undefined) return [error];
  const reference = referenceOf(id, Number(number), component);
  return [
    {
      ...error,
      element: {
        position: Number(number),
        ...(component !== undefined && { component: Number(component) }),
        ...(reference !== undefined && { reference }),
      },
    },
  ];
}

/** `CLM05-3` is `05` and `3`. */
function partsOf(name: string | undefined): readonly (string | undefined)[] {
  return /^.{2,3}(\d\d)(?:-(\d+))?$/.exec(name ?? '') ?? [];
}

/** The number of a data element. Composites have none of their own, their components do. */
function referenceOf(id: string, number: number, component: string | undefined): string | undefined {
  const of = segmentLayouts.get(id)?.parts[number - 1]?.of;
  const parts = of === undefined ? undefined : composites.get(of)?.parts;
  if (!parts) return of;
  return component === undefined ? undefined : parts[Number(component) - 1]?.of;
}

function triggerOf({ trigger, fault }: X12Finding): AcknowledgedError['trigger'] | undefined {
  if (!trigger || fault === undefined) return undefined;
  const { id, inTransaction: position, loop, element: name } = trigger;
  const [, number, component] = partsOf(name);
  return {
    segment: id,
    position,
    ...(loop && { loop }),
    ...(number !== undefined && {
      element: {
        position: Number(number),
        ...(component !== undefined && { component: Number(component) }),
      },
    }),
  };
}

import { elementCode, groupCodes, noteCode, segmentCode, transactionCodes } from './acknowledgement-codes.ts';
import { Checker } from './checker.ts';
import type { CodePort } from './codes/code-set.ts';
import type {
  AcknowledgedError,
  ControlNumbers,
  Envelope,
  GroupAcknowledgement,
  InterchangeAcknowledgement,
  Station,
  TransactionAcknowledgement,
} from './exchange.ts';
import type { Snip, X12Finding } from './finding.ts';
import type { GroupRecord, InterchangeRecord, TransactionRecord } from './records.ts';
import { element } from './segment.ts';
import { segmentLayouts } from './standard/segments.ts';
import { feed } from './tokenizer.ts';
import { write999 } from './write/write-999.ts';
import { writeTA1 } from './write/write-ta1.ts';

export interface AcknowledgeOptions extends Envelope {
  /** The first numbers to use; each interchange that is written takes the next ones. */
  controlNumbers: ControlNumbers;
  /** Answer with a TA1 although the sender did not ask for one (ISA14) and the envelope is sound. */
  alwaysTA1?: boolean;
  /** How far a file is checked; 4 when absent. */
  snip?: Snip;
  codes?: CodePort;
}

export interface Acknowledgements {
  /** One interchange for each that asked for a TA1 or is refused as a whole. */
  ta1?: string;
  /** One interchange for each that is not refused and holds more than acknowledgements. */
  ack999?: string;
  /** The numbers to go on with. */
  next: ControlNumbers;
}

/**
 * What a receiver answers to a file, derived from its validation. An interchange whose envelope is wrong
 * gets a TA1 and no 999. Without a readable ISA there is nobody to answer: both are absent.
 */
export function acknowledge(bytes: Uint8Array | string, options: AcknowledgeOptions): Acknowledgements {
  const { snip = 4, codes, alwaysTA1 = false, ...envelope } = options;
  const findings = new Findings();
  const checker = new Checker({
    snip,
    codes,
    finding: (finding, { interchange, group, transaction }) => {
      if (finding.severity === 'error') findings.add(transaction ?? group ?? interchange ?? lost, finding);
    },
  });
  feed(bytes, checker);
  checker.end();
  const next = { ...options.controlNumbers };
  const ta1: string[] = [];
  const ack999: string[] = [];
  for (const interchange of checker.interchanges) {
    const stations = { sender: station(interchange.isa, 7), receiver: station(interchange.isa, 5) };
    const answer = interchangeAnswer(interchange, findings);
    if (alwaysTA1 || answer.status !== 'A' || element(interchange.isa, 14) === '1') {
      const { interchange: number } = next;
      ta1.push(
        writeTA1({
          ...envelope,
          ...stations,
          controlNumbers: { interchange: number },
          acknowledgements: [answer],
        }),
      );
      next.interchange++;
    }
    const groups = interchange.groups.filter(({ gs }) => element(gs, 1) !== 'FA');
    if (answer.status === 'R' || groups.length === 0) continue;
    const acknowledgements = groups.map((group) => groupAnswer(group, findings));
    ack999.push(
      write999({
        ...envelope,
        ...applications(stations, groups[0]),
        controlNumbers: { ...next },
        acknowledgements,
      }),
    );
    next.interchange++;
    next.group++;
    next.transaction += groups.length;
  }
  return {
    ...(ta1.length > 0 && { ta1: ta1.join('') }),
    ...(ack999.length > 0 && { ack999: ack999.join('') }),
    next,
  };
}

/** Where findings go that stand before any interchange. */
const lost = {};

class Findings {
  readonly #of = new Map<object, X12Finding[]>();

  add(place: object, finding: X12Finding): void {
    const list = this.#of.get(place);
    if (list) list.push(finding);
    else this.#of.set(place, [finding]);
  }

  of(place: object): X12Finding[] {
    return this.#of.get(place) ?? [];
  }
}

/** Text of a file that may be anything, fit to be repeated in an answer. */
function repeatable(text: string, longest: number): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, longest);
}

function station(isa: InterchangeRecord['isa'], index: 5 | 7): Station {
  return {
    id: repeatable(element(isa, index + 1).trim(), 15),
    qualifier: repeatable(element(isa, index).trim(), 2),
  };
}

/** The answer goes back to the applications (GS02, GS03) that the first group names. */
function applications(
  { sender, receiver }: { sender: Station; receiver: Station },
  group: GroupRecord | undefined,
): { sender: Station; receiver: Station } {
  if (!group) return { sender, receiver };
  const [from, to] = [2, 3].map((index) => repeatable(element(group.gs, index), 15));
  return {
    sender: !to ? sender : { ...sender, application: to },
    receiver: !from ? receiver : { ...receiver, application: from },
  };
}

function interchangeAnswer(interchange: InterchangeRecord, findings: Findings): InterchangeAcknowledgement {
  const { isa } = interchange;
  const [worst] = findings.of(interchange);
  return {
    kind: 'TA1',
    control: repeatable(element(isa, 13), 9),
    sentDate: repeatable(element(isa, 9), 6),
    sentTime: repeatable(element(isa, 10), 4),
    status: worst ? 'R' : 'A',
    transactions: [],
    note: worst ? noteCode(worst) : '000',
  };
}

function groupAnswer(group: GroupRecord, findings: Findings): GroupAcknowledgement {
  const { gs, included } = group;
  const own = findings.of(group);
  const transactions = group.transactions.map((record) => transactionAnswer(record, findings.of(record)));
  const received = transactions.length;
  const accepted = own.length > 0 ? 0 : transactions.filter(({ status }) => status !== 'R').length;
  const status = accepted === 0 ? 'R' : accepted < received ? 'P' : 'A';
  return {
    kind: '999',
    functionalId: repeatable(element(gs, 1), 2),
    control: repeatable(element(gs, 6), 9),
    guide: repeatable(element(gs, 8), 12),
    // A group of no transactions that is otherwise sound has nothing to refuse.
    status: received === 0 && own.length === 0 ? 'A' : status,
    transactions,
    counts: { included: included ?? received, received, accepted },
    codes: groupCodes(own),
  };
}

function transactionAnswer(
  { st, errors }: TransactionRecord,
  findings: X12Finding[],
): TransactionAcknowledgement {
  const guide = repeatable(element(st, 3), 35);
  return {
    type: repeatable(element(st, 1), 3),
    control: repeatable(element(st, 2), 9),
    ...(guide !== '' && { guide }),
    status: errors > 0 ? 'R' : 'A',
    codes: transactionCodes(findings),
    errors: findings.flatMap(errorOf),
  };
}

/** The IK3 or IK4 for a finding; nothing for one that IK5 tells by itself. */
function errorOf(finding: X12Finding): AcknowledgedError[] {
  const { id, inTransaction: position = 0, loop, element: name } = finding;
  const at = `${name ?? id} (segment ${position}${loop ? `, loop ${loop}` : ''})`;
  const place = { at, segment: id, position, ...(loop && { loop }) };
  const [, number, component] = /^.{2,3}(\d\d)(?:-(\d+))?$/.exec(name ?? '') ?? [];
  if (number === undefined) {
    const code = segmentCode(finding);
    return code === undefined ? [] : [{ ...place, code }];
  }
  const code = elementCode(finding);
  if (code === undefined) return [];
  const reference = segmentLayouts.get(id)?.parts[Number(number) - 1]?.of;
  return [
    {
      ...place,
      code,
      element: {
        position: Number(number),
        ...(component !== undefined && { component: Number(component) }),
        // Composites have no element number of their own.
        ...(reference !== undefined && !reference.startsWith('C') && { reference }),
      },
    },
  ];
}

import { Checker } from '../check/checker.ts';
import type { GroupRecord, InterchangeRecord } from '../check/records.ts';
import type { CodePort } from '../codes/code-set.ts';
import type { ControlNumbers, Envelope, InterchangeAcknowledgement, Station } from '../exchange.ts';
import type { Snip, X12Finding } from '../finding.ts';
import { element } from '../tokens/segment.ts';
import { type Fault, feed } from '../tokens/tokenizer.ts';
import { write999 } from '../write/write-999.ts';
import { writeTA1 } from '../write/write-ta1.ts';
import { BusinessUnits } from './business-units.ts';
import {
  answerInterchange,
  answeringStations,
  answerUnreadable,
  type ReceiverKnowledge,
  repeatable,
} from './interchange.ts';
import { answerGroup } from './transaction.ts';

export interface AcknowledgeOptions extends Envelope, ReceiverKnowledge {
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
 * What a receiver answers to a file, derived from its validation. An interchange whose envelope is wrong gets a
 * TA1 and no 999. Where not even the ISA tells who sent it there is nobody to answer: both are absent.
 */
export function acknowledge(bytes: Uint8Array | string, options: AcknowledgeOptions): Acknowledgements {
  const { snip = 4, codes, alwaysTA1 = false, receivers, interchangeVersions, ...envelope } = options;
  const knowledge = { ...(receivers && { receivers }), ...(interchangeVersions && { interchangeVersions }) };
  const { interchanges, findings, units, unreadable } = read(bytes, snip, codes);
  const answers = new Answers(envelope);
  for (const interchange of interchanges) {
    const { isa } = interchange;
    const stations = answeringStations(isa.elements);
    const answer = answerInterchange(
      isa,
      findings.of(interchange),
      interchange.groups.flatMap((group) => findings.of(group)),
      knowledge,
    );
    if (alwaysTA1 || answer.status === 'R' || element(isa, 14) === '1') answers.addTA1(stations, answer);
    const groups = interchange.groups.filter(({ gs }) => element(gs, 1) !== 'FA');
    if (answer.status === 'R' || groups.length === 0) continue;
    answers.add999(
      applications(stations, groups[0]),
      groups.map((group) => answerGroup(group, (place) => findings.of(place), units)),
    );
  }
  const refused = unreadable && answerUnreadable(bytes, unreadable.position);
  if (refused) answers.addTA1(answeringStations(refused.isa), refused.answer);
  return answers.end();
}

function read(
  bytes: Uint8Array | string,
  snip: Snip,
  codes: CodePort | undefined,
): {
  interchanges: readonly InterchangeRecord[];
  findings: Findings;
  units: BusinessUnits;
  unreadable: Fault | undefined;
} {
  const findings = new Findings();
  const units = new BusinessUnits();
  const checker = new Checker({
    snip,
    codes,
    finding: (finding, { interchange, group, transaction }) =>
      findings.add(transaction ?? group ?? interchange ?? lost, finding),
  });
  let unreadable: Fault | undefined;
  feed(bytes, {
    segment(segment) {
      units.segment(segment);
      checker.segment(segment);
    },
    fault(fault) {
      if (fault.fatal && fault.id === 'ISA') unreadable = fault;
      checker.fault(fault);
    },
  });
  checker.end();
  return { interchanges: checker.interchanges, findings, units, unreadable };
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

  of(place: object): readonly X12Finding[] {
    return this.#of.get(place) ?? [];
  }
}

type Route = { sender: Station; receiver: Station };

/** The answers as they are written, each under the next numbers. */
class Answers {
  readonly #envelope: Envelope;
  readonly #next: ControlNumbers;
  readonly #ta1: string[] = [];
  readonly #ack999: string[] = [];

  constructor(envelope: Envelope) {
    this.#envelope = envelope;
    this.#next = { ...envelope.controlNumbers };
  }

  addTA1(route: Route, answer: InterchangeAcknowledgement): void {
    const controlNumbers = { interchange: this.#next.interchange };
    this.#ta1.push(writeTA1({ ...this.#envelope, ...route, controlNumbers, acknowledgements: [answer] }));
    this.#next.interchange++;
  }

  add999(route: Route, acknowledgements: Parameters<typeof write999>[0]['acknowledgements']): void {
    const controlNumbers = { ...this.#next };
    this.#ack999.push(write999({ ...this.#envelope, ...route, controlNumbers, acknowledgements }));
    this.#next.interchange++;
    this.#next.group++;
    this.#next.transaction += acknowledgements.length;
  }

  end(): Acknowledgements {
    return {
      ...(this.#ta1.length > 0 && { ta1: this.#ta1.join('') }),
      ...(this.#ack999.length > 0 && { ack999: this.#ack999.join('') }),
      next: this.#next,
    };
  }
}

/** The answer goes back to the applications (GS02, GS03) that the first group names. */
function applications({ sender, receiver }: Route, group: GroupRecord | undefined): Route {
  if (!group) return { sender, receiver };
  const [from, to] = [2, 3].map((index) => repeatable(element(group.gs, index), 15));
  return {
    sender: !to ? sender : { ...sender, application: to },
    receiver: !from ? receiver : { ...receiver, application: from },
  };
}

import { parseCompactDate } from '../../model/index.ts';
import { noCodes } from '../codes/code-rule.ts';
import type { CodePort } from '../codes/code-set.ts';
import type { Snip, X12Finding } from '../finding.ts';
import type { Guide } from '../guides/guide.ts';
import { guidesFor } from '../guides/index.ts';
import { type PartnerProfile, partnerRules } from '../partner.ts';
import { byLoop, type RulesOfLoop } from '../rules/index.ts';
import { element, type Segment, shownId } from '../tokens/segment.ts';
import type { Fault, SegmentSink } from '../tokens/tokenizer.ts';
import { transactionType } from '../transaction-type.ts';
import type { Loop } from '../walk/loop.ts';
import type { Walk } from '../walk/walker.ts';
import { ComponentSeparator } from './component-separator.ts';
import {
  controlOf,
  countOf,
  type Disagreement,
  guideOf,
  interchangeVersionOf,
  kindOf,
  versionOf,
} from './envelope-agreement.ts';
import { checkEnvelopeSegment } from './envelope-check.ts';
import type {
  GroupRecord,
  InterchangeRecord,
  Place,
  TransactionPlace,
  TransactionRecord,
} from './records.ts';
import { Reporter } from './reporter.ts';
import { type Report, TransactionCheck } from './transaction-check.ts';

export interface CheckerOptions {
  snip: Snip;
  codes?: CodePort | undefined;
  /** Whose rules beyond the guides hold (SNIP 7). */
  partner?: PartnerProfile | undefined;
  finding(finding: X12Finding, place: Place): void;
  /** A loop of a transaction is whole; `''` is the transaction itself, closed last. */
  closed?: ((loop: Loop, place: TransactionPlace) => void) | undefined;
  /** A transaction begins whose guide is plain: what is returned is told of its way along it. */
  follow?: ((guide: Guide) => Walk | undefined) | undefined;
}

const envelope: ReadonlySet<string> = new Set(['ISA', 'GS', 'ST', 'SE', 'GE', 'IEA']);

function placeOf(segment: Segment, at: string): string {
  return `${segment.ordinal} ${at}`;
}

const noRules: ReadonlyMap<string, RulesOfLoop> = new Map();

/**
 * Takes the segments of a file one by one, keeps the envelope, walks each transaction along its guide
 * and runs the rules. Memory grows with the largest claim and the number of transactions, not with the file.
 */
export class Checker implements SegmentSink {
  readonly interchanges: InterchangeRecord[] = [];
  readonly #options: CheckerOptions;
  readonly #reporter: Reporter;
  #interchange: InterchangeRecord | undefined;
  #group: GroupRecord | undefined;
  #transaction: TransactionCheck | undefined;
  #last: Segment | undefined;
  /** A transaction without ST, or a group without GS, goes on: its first segment was told, and is enough. */
  #isAstray = { transaction: false, group: false };
  /** Those that have ended, in the group and the interchange at hand. */
  #strayed = { transactions: 0, groups: 0 };
  readonly #separator = new ComponentSeparator();
  #transactions = 0;
  readonly #controls = new Set<string>();
  readonly #partnerRulesOf = new Map<string, ReadonlyMap<string, RulesOfLoop>>();
  readonly #unknownGuides = new Set<string>();
  /** Elements of the envelope with an error. */
  readonly #faulty = new Set<string>();

  constructor(options: CheckerOptions) {
    this.#options = options;
    this.#reporter = new Reporter(
      () => this.#place(),
      (finding, place) => options.finding(finding, place),
    );
  }

  /** Errors in the whole file. */
  get errors(): number {
    return this.#reporter.errors;
  }

  segment(sent: Segment): void {
    const segment = this.#separator.apply(sent, () => {
      const message = 'ISA16 is not the character that separates components in this interchange.';
      const isa = this.#interchange?.isa ?? sent;
      this.#report(isa, { snip: 1, code: 'component-separator', element: 'ISA16', message });
    });
    this.#last = segment;
    switch (segment.id) {
      case 'ISA':
        this.#openInterchange(segment);
        return;
      case 'GS':
        this.#openGroup(segment);
        return;
      case 'ST':
        this.#openTransaction(segment);
        return;
      case 'SE':
        this.#endTransaction(segment);
        return;
      case 'GE':
        this.#endGroup(segment);
        return;
      case 'IEA':
        this.#endInterchange(segment);
        return;
      case 'TA1':
        if (this.#interchange && !this.#group) {
          this.#acknowledgement(segment);
          return;
        }
        break;
      case 'ISB':
      case 'ISE':
        // Requests to whoever carries the interchange, between its header and its groups.
        if (this.#interchange && !this.#group) {
          this.#checkEnvelope(segment);
          return;
        }
    }
    if (this.#transaction) this.#transaction.place(segment);
    else if (!this.#isAstray.transaction) {
      this.#isAstray.transaction = true;
      const message = `Segment ${shownId(segment.id)} stands outside of a transaction.`;
      this.#report(segment, { snip: 1, code: 'segment-outside', message });
    }
  }

  fault({ code, message, ordinal, id, position, element: at }: Fault): void {
    // Many senders of 00501 still put the old U into ISA11, and lose nothing but repeated elements.
    const severity = code === 'repetition-separator' ? 'warning' : 'error';
    const where = { segment: ordinal, id, position, ...(at !== undefined && { element: at }) };
    this.#reporter.hand({ severity, snip: 1, ...where, code, message }, ordinal);
  }

  /** To be called once, when there are no more segments. */
  end(): void {
    const last = this.#last;
    if (last && this.#interchange) this.#closeInterchange(last);
  }

  #openInterchange(isa: Segment): void {
    if (this.#interchange) this.#closeInterchange(isa);
    this.#isAstray = { transaction: false, group: false };
    this.#strayed = { transactions: 0, groups: 0 };
    this.#interchange = { isa, groups: [], acknowledgements: [] };
    this.interchanges.push(this.#interchange);
    this.#checkEnvelope(isa);
    this.#unique(isa, 13, `ISA ${element(isa, 6)} ${element(isa, 13)}`);
  }

  #closeInterchange(at: Segment): void {
    if (this.#group) this.#closeGroup(at);
    const message = 'The interchange has no end: IEA is missing.';
    this.#report(at, { snip: 1, code: 'iea-missing', missing: 'IEA', message });
    this.#interchange = undefined;
  }

  #endInterchange(iea: Segment): void {
    if (this.#group) this.#closeGroup(iea);
    const interchange = this.#interchange;
    if (!interchange) {
      this.#outside(iea);
      return;
    }
    const count = interchange.groups.length + this.#strayed.groups;
    this.#tell(countOf(iea, count, 'groups of the interchange'));
    this.#tell(controlOf(iea, interchange.isa, 13));
    this.#interchange = undefined;
  }

  #acknowledgement(ta1: Segment): void {
    this.#interchange?.acknowledgements.push(ta1);
    this.#checkEnvelope(ta1);
  }

  #openGroup(gs: Segment): void {
    if (this.#group) this.#closeGroup(gs);
    if (!this.#interchange) {
      this.#outside(gs);
      return;
    }
    this.#isAstray = { transaction: false, group: false };
    this.#strayed.transactions = 0;
    this.#group = { gs, included: undefined, transactions: [] };
    this.#interchange.groups.push(this.#group);
    this.#checkEnvelope(gs);
    const { isa, groups } = this.#interchange;
    if (groups.length === 1) this.#tell(interchangeVersionOf(isa, gs));
    this.#unique(gs, 6, `GS ${this.interchanges.length} ${element(gs, 6)}`);
  }

  #closeGroup(at: Segment): void {
    if (this.#transaction) this.#closeTransaction(at);
    this.#report(at, {
      snip: 1,
      code: 'ge-missing',
      missing: 'GE',
      message: 'The group has no end: GE is missing.',
    });
    this.#group = undefined;
  }

  #endGroup(ge: Segment): void {
    if (this.#transaction) this.#closeTransaction(ge);
    const group = this.#group;
    if (!group && this.#isAstray.group) {
      this.#isAstray.group = false;
      this.#strayed.groups++;
      return;
    }
    if (!group) {
      this.#outside(ge);
      return;
    }
    const count = group.transactions.length + this.#strayed.transactions;
    this.#tell(countOf(ge, count, 'transactions of the group'));
    this.#tell(controlOf(ge, group.gs, 6));
    if (/^\d{1,6}$/.test(element(ge, 1))) group.included = Number(element(ge, 1));
    this.#group = undefined;
  }

  #openTransaction(st: Segment): void {
    if (this.#transaction) this.#closeTransaction(st);
    const group = this.#group;
    this.#isAstray.transaction = !group;
    if (!group) {
      if (!this.#isAstray.group) this.#outside(st);
      this.#isAstray.group = true;
      return;
    }
    const set = element(st, 1);
    const version = element(st, 3) || element(group.gs, 8);
    const declared = element(group.gs, 8);
    const candidates = [...new Set([...guidesFor(set, version), ...guidesFor(set, declared)])];
    const [guide] = candidates;
    this.#tell(kindOf(group, st));
    const type = transactionType(set, version);
    const record: TransactionRecord = { ordinal: ++this.#transactions, type, guide, version, st, errors: 0 };
    group.transactions.push(record);
    const { snip, codes = noCodes } = this.#options;
    this.#transaction = new TransactionCheck(record, candidates, {
      snip,
      codes,
      partnerRules: (type) => this.#partnerRules(type),
      report: (segment, finding) => this.#report(segment, finding),
      closed: (loop) => this.#closed(loop),
      follower: candidates.length === 1 && guide ? this.#options.follow?.(guide) : undefined,
    });
    if (!guide) this.#noGuide(st, version);
    this.#transaction.place(st);
    this.#checkEnvelope(st);
    if (!guide) this.#tell(guideOf(group.gs, st));
    this.#unique(
      st,
      2,
      `ST ${this.interchanges.length} ${this.#interchange?.groups.length} ${element(st, 2)}`,
    );
    this.#tell(versionOf(group.gs, st));
  }

  /** The version that was in force when the group was made (GS04) counts. */
  #partnerRules(type: string): ReadonlyMap<string, RulesOfLoop> {
    const { partner, snip } = this.#options;
    const date = this.#group && parseCompactDate(element(this.#group.gs, 4));
    if (!partner || snip < 7 || date === undefined) return noRules;
    const key = `${type} ${date}`;
    const known = this.#partnerRulesOf.get(key);
    if (known) return known;
    const rules = byLoop(partnerRules(partner, type, date));
    this.#partnerRulesOf.set(key, rules);
    return rules;
  }

  #noGuide(st: Segment, version: string): void {
    const set = element(st, 1);
    if (this.#unknownGuides.has(set + version)) return;
    this.#unknownGuides.add(set + version);
    // What has not the shape of a version may be anything, a name too.
    const shown = /^00[2-8]\d{3}(?:X\d{3}(?:[A-Z]\d{1,2})?)?$/.test(version) ? version : 'this version';
    const message = `No guide is held for ${shown}, so such transactions are checked for syntax (SNIP 1) only.`;
    this.#report(st, { snip: 1, severity: 'info', code: 'guide-not-held', message });
  }

  #endTransaction(se: Segment): void {
    const open = this.#transaction;
    if (!open && this.#isAstray.transaction) {
      this.#isAstray.transaction = false;
      this.#strayed.transactions++;
      return;
    }
    if (!open) {
      this.#outside(se);
      return;
    }
    open.place(se);
    this.#tell(countOf(se, open.count, 'segments of the transaction, ST and SE included,'));
    this.#tell(controlOf(se, open.record.st, 2));
    open.end(se);
    this.#transaction = undefined;
  }

  #closeTransaction(at: Segment): void {
    const open = this.#transaction;
    const message = 'The transaction has no end: SE is missing.';
    this.#report(at, { snip: 1, code: 'se-missing', missing: 'SE', message });
    open?.end(at);
    this.#transaction = undefined;
  }

  #closed(loop: Loop): void {
    const { interchange, group, transaction } = this.#place();
    if (interchange && group && transaction)
      this.#options.closed?.(loop, { interchange, group, transaction });
  }

  #checkEnvelope(segment: Segment): void {
    for (const fault of checkEnvelopeSegment(segment)) {
      // The ST of a transaction is checked as one of its segments already.
      if (this.#faulty.has(placeOf(segment, fault.element))) continue;
      this.#report(segment, { snip: 1, code: 'envelope-element', ...fault });
    }
  }

  /** What an element says that is wrong in itself agrees with nothing. */
  #tell(disagreements: readonly Disagreement[]): void {
    for (const [segment, report, against] of disagreements) {
      const isTold = this.#faulty.has(placeOf(segment, report.element));
      if (!isTold && !(against && this.#faulty.has(placeOf(...against)))) this.#report(segment, report);
    }
  }

  #unique(segment: Segment, index: number, key: string): void {
    if (this.#controls.has(key)) {
      const at = `${segment.id}${String(index).padStart(2, '0')}`;
      this.#report(segment, {
        snip: 1,
        code: 'control-repeated',
        element: at,
        message: `${at} was already used in this file.`,
      });
    }
    this.#controls.add(key);
  }

  #outside(segment: Segment): void {
    const message = `Segment ${segment.id} has no beginning that it belongs to.`;
    this.#report(segment, { snip: 1, code: 'segment-outside', message });
  }

  #place(): Place {
    const place: Place = {};
    if (this.#interchange) place.interchange = this.#interchange;
    if (this.#group) place.group = this.#group;
    if (this.#transaction) place.transaction = this.#transaction.record;
    return place;
  }

  #report(segment: Segment, report: Report): void {
    const { severity = 'error', element: at } = report;
    if (severity === 'error' && at !== undefined && envelope.has(segment.id))
      this.#faulty.add(placeOf(segment, at));
    this.#reporter.report(segment, report);
  }
}

import { parseCompactDate } from '../../model/index.ts';
import { noCodes } from '../codes/code-rule.ts';
import type { CodePort } from '../codes/code-set.ts';
import type { Snip, X12Finding } from '../finding.ts';
import { guidesFor } from '../guides/index.ts';
import { type PartnerProfile, partnerRules } from '../partner.ts';
import { byLoop, type RulesOfLoop } from '../rules/index.ts';
import type { Trigger } from '../rules/rule.ts';
import { element, type Segment, shownId } from '../tokens/segment.ts';
import type { Fault, SegmentSink } from '../tokens/tokenizer.ts';
import { functionalIdOf, transactionType } from '../transaction-type.ts';
import type { Loop } from '../walk/loop.ts';
import { separatorOf } from './component-separator.ts';
import { checkEnvelopeSegment } from './envelope-check.ts';
import type {
  GroupRecord,
  InterchangeRecord,
  Place,
  TransactionPlace,
  TransactionRecord,
} from './records.ts';
import { type Report, TransactionCheck } from './transaction-check.ts';

export interface CheckerOptions {
  snip: Snip;
  codes?: CodePort | undefined;
  /** Whose rules beyond the guides hold (SNIP 7). */
  partner?: PartnerProfile | undefined;
  finding(finding: X12Finding, place: Place): void;
  /** A loop of a transaction is whole; `''` is the transaction itself, closed last. */
  closed?(loop: Loop, place: TransactionPlace): void;
}

/** The functional identifier of the inquiry that an answer belongs to. */
const inquiryOf: Readonly<Record<string, string>> = { HB: 'HS', HN: 'HR' };

const noRules: ReadonlyMap<string, RulesOfLoop> = new Map();

/** How many findings are handed over; a file that is wrong throughout need not say so a million times. */
const mostFindings = 10_000;

/**
 * Takes the segments of a file one by one, keeps the envelope, walks each transaction along its guide
 * and runs the rules. Memory grows with the largest claim and the number of transactions, not with the file.
 */
export class Checker implements SegmentSink {
  readonly interchanges: InterchangeRecord[] = [];
  /** Errors in the whole file. */
  errors = 0;
  readonly #options: CheckerOptions;
  #interchange: InterchangeRecord | undefined;
  #group: GroupRecord | undefined;
  #transaction: TransactionCheck | undefined;
  #last: Segment | undefined;
  /** What separates components in the interchange at hand, once that has shown. */
  #separator: string | undefined;
  #transactions = 0;
  #findings = 0;
  readonly #controls = new Set<string>();
  readonly #partnerRulesOf = new Map<string, ReadonlyMap<string, RulesOfLoop>>();
  readonly #unknownGuides = new Set<string>();

  constructor(options: CheckerOptions) {
    this.#options = options;
  }

  segment(sent: Segment): void {
    const segment = this.#separated(sent);
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
    else {
      const message = `Segment ${shownId(segment.id)} stands outside of a transaction.`;
      this.#report(segment, { snip: 1, code: 'segment-outside', message });
    }
  }

  /** The segment with the component separator that is in use, whatever ISA16 says. */
  #separated(segment: Segment): Segment {
    if (segment.id === 'ISA') this.#separator = undefined;
    else if (this.#separator === undefined && this.#interchange) this.#findSeparator(segment);
    const component = this.#separator;
    if (component === undefined || component === segment.delimiters.component) return segment;
    return { ...segment, delimiters: { ...segment.delimiters, component } };
  }

  #findSeparator(segment: Segment): void {
    this.#separator = separatorOf(segment);
    if (this.#separator === undefined || this.#separator === segment.delimiters.component) return;
    const message = 'ISA16 is not the character that separates components in this interchange.';
    const isa = this.#interchange?.isa ?? segment;
    this.#report(isa, { snip: 1, code: 'component-separator', element: 'ISA16', message });
  }

  fault({ code, message, ordinal, id, position, element: at }: Fault): void {
    // Many senders of 00501 still put the old U into ISA11, and lose nothing but repeated elements.
    const severity = code === 'repetition-separator' ? 'warning' : 'error';
    const where = { segment: ordinal, id, position, ...(at !== undefined && { element: at }) };
    this.#hand({ severity, snip: 1, ...where, code, message }, ordinal);
  }

  /** To be called once, when there are no more segments. */
  end(): void {
    const last = this.#last;
    if (last && this.#interchange) this.#closeInterchange(last);
  }

  #openInterchange(isa: Segment): void {
    if (this.#interchange) this.#closeInterchange(isa);
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
    this.#count(iea, 'iea-count', interchange.groups.length, 'groups of the interchange');
    this.#control(iea, 'iea-control', interchange.isa, 13);
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
    this.#group = { gs, included: undefined, transactions: [] };
    this.#interchange.groups.push(this.#group);
    this.#checkEnvelope(gs);
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
    if (!group) {
      this.#outside(ge);
      return;
    }
    this.#count(ge, 'ge-count', group.transactions.length, 'transactions of the group');
    this.#control(ge, 'ge-control', group.gs, 6);
    if (/^\d{1,6}$/.test(element(ge, 1))) group.included = Number(element(ge, 1));
    this.#group = undefined;
  }

  #openTransaction(st: Segment): void {
    if (this.#transaction) this.#closeTransaction(st);
    const group = this.#group;
    if (!group) {
      this.#outside(st);
      return;
    }
    const set = element(st, 1);
    const version = element(st, 3) || element(group.gs, 8);
    const declared = element(group.gs, 8);
    const candidates = [...new Set([...guidesFor(set, version), ...guidesFor(set, declared)])];
    const [guide] = candidates;
    this.#checkKind(group, st);
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
    });
    if (!guide) this.#noGuide(st, version);
    this.#transaction.place(st);
    this.#checkEnvelope(st);
    this.#unique(
      st,
      2,
      `ST ${this.interchanges.length} ${this.#interchange?.groups.length} ${element(st, 2)}`,
    );
    this.#checkVersion(group.gs, st);
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

  /** GS01 is judged by the first transaction of the group, and what follows has to be of the same kind. */
  #checkKind({ gs, transactions: [first] }: GroupRecord, st: Segment): void {
    const [kind, set] = [element(gs, 1), element(st, 1)];
    const due = functionalIdOf(set);
    if (due === undefined) return;
    if (first) {
      if ((functionalIdOf(element(first.st, 1)) ?? kind) === due) return;
      const message = 'ST01 is of another kind than the first transaction of the group.';
      this.#report(st, { snip: 1, code: 'group-kind', element: 'ST01', message });
    } else if (kind !== due) {
      const message = `GS01 must be ${due} for ${set} transactions.`;
      // Answers go out under the code of their inquiry here and there, and ST01 leaves no doubt.
      const severity = inquiryOf[due] === kind ? 'warning' : 'error';
      this.#report(gs, { severity, snip: 1, code: 'group-kind', element: 'GS01', message });
    }
  }

  #checkVersion(gs: Segment, st: Segment): void {
    if (element(st, 3) !== '' && element(st, 3) !== element(gs, 8)) {
      const message = 'ST03 is not the version that the group declares in GS08.';
      this.#report(st, { snip: 1, code: 'version-mismatch', element: 'ST03', message });
    }
  }

  #noGuide(st: Segment, version: string): void {
    const set = element(st, 1);
    if (this.#unknownGuides.has(set + version)) return;
    this.#unknownGuides.add(set + version);
    // What has not the shape of a version may be anything, a name too.
    const shown = /^00[2-8]\d{3}(?:X\d{3}(?:[A-Z]\d{1,2})?)?$/.test(version) ? version : 'of this version';
    const message = `No guide is held for ${shown}, so such transactions are checked for syntax (SNIP 1) only.`;
    this.#report(st, { snip: 1, severity: 'info', code: 'guide-not-held', message });
  }

  #endTransaction(se: Segment): void {
    const open = this.#transaction;
    if (!open) {
      this.#outside(se);
      return;
    }
    open.place(se);
    this.#count(se, 'se-count', open.count, 'segments of the transaction, ST and SE included,');
    this.#control(se, 'se-control', open.record.st, 2);
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
      // A transaction with a guide has its ST checked there already.
      if (segment.id === 'ST' && this.#transaction?.record.guide) continue;
      this.#report(segment, { snip: 1, code: 'envelope-element', ...fault });
    }
  }

  #count(trailer: Segment, code: string, actual: number, what: string): void {
    if (/^\d{1,10}$/.test(element(trailer, 1)) && Number(element(trailer, 1)) === actual) return;
    const at = `${trailer.id}01`;
    const message = `${at} does not count the ${what} right: there are ${actual}.`;
    this.#report(trailer, { snip: 1, code, element: at, message });
  }

  #control(trailer: Segment, code: string, header: Segment, index: number): void {
    if (element(trailer, 2) === element(header, index)) return;
    const message = `${trailer.id}02 is not the control number of its ${header.id}.`;
    this.#report(trailer, { snip: 1, code, element: `${trailer.id}02`, message });
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

  #report(segment: Segment, { missing, trigger, severity = 'error', ...rest }: Report): void {
    const { snip, code, message, ...where } = rest;
    const isSituation = missing !== undefined && snip >= 3;
    const finding: X12Finding = {
      severity,
      snip,
      segment: segment.ordinal,
      id: missing ?? shownId(segment.id),
      position: segment.position,
      ...where,
      ...(isSituation && { fault: 'missing' }),
      code,
      message,
    };
    if (trigger || isSituation) this.#addTrigger(finding, trigger ?? { segment, ...where });
    this.#hand(finding, segment.ordinal);
  }

  /** A rule that names no other reports a missing segment at the one that makes it due. */
  #addTrigger(finding: X12Finding, { segment, loop, element }: Trigger): void {
    const st = this.#transaction?.record.st;
    if (!st) return;
    finding.trigger = {
      id: shownId(segment.id),
      inTransaction: segment.ordinal - st.ordinal + 1,
      ...(loop !== undefined && { loop }),
      ...(element !== undefined && { element }),
    };
  }

  #hand(finding: X12Finding, ordinal: number): void {
    const place = this.#placeOf(ordinal);
    const record = place.transaction;
    if (finding.severity === 'error') {
      this.errors++;
      if (record) record.errors++;
    }
    if (record) {
      finding.transaction = record.ordinal;
      finding.inTransaction = ordinal - record.st.ordinal + 1;
    }
    const listed = ++this.#findings < mostFindings;
    if (this.#findings === mostFindings) {
      const message = `More than ${mostFindings} findings: the rest is not listed, but one error of each transaction.`;
      const last: X12Finding = { ...finding, severity: 'error', code: 'too-many-findings', message };
      this.#options.finding(last, place);
    }
    // An answer has to say of each transaction why it is refused.
    const isFirst = finding.severity === 'error' && record?.errors === 1;
    if (listed || isFirst) this.#options.finding(finding, place);
  }

  /** What a segment belongs to, of what is open: a header found wrong later is of what it heads. */
  #placeOf(ordinal: number): Place {
    const { interchange, group, transaction } = this.#place();
    return {
      ...(interchange && { interchange }),
      ...(group && ordinal >= group.gs.ordinal && { group }),
      ...(transaction && ordinal >= transaction.st.ordinal && { transaction }),
    };
  }
}

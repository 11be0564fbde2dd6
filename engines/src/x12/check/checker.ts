import { noCodes } from '../codes/code-rule.ts';
import type { CodePort } from '../codes/code-set.ts';
import type { Snip, X12Finding } from '../finding.ts';
import type { Guide } from '../guides/guide.ts';
import { guidesFor } from '../guides/index.ts';
import type { PartnerProfile } from '../partner.ts';
import { element, type Segment, shownId } from '../tokens/segment.ts';
import type { Fault, SegmentSink } from '../tokens/tokenizer.ts';
import { transactionType } from '../transaction-type.ts';
import type { Loop } from '../walk/loop.ts';
import type { Walk } from '../walk/walk.ts';
import { ComponentSeparator } from './component-separator.ts';
import {
  controlOf,
  countOf,
  guideOf,
  interchangeVersionOf,
  kindOf,
  versionOf,
} from './envelope-agreement.ts';
import { EnvelopeReports } from './envelope-reports.ts';
import { PartnerRules } from './partner-rules.ts';
import type {
  GroupRecord,
  InterchangeRecord,
  Place,
  TransactionPlace,
  TransactionRecord,
} from './records.ts';
import { Reporter } from './reporter.ts';
import { Strays } from './strays.ts';
import { TransactionCheck } from './transaction-check.ts';

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

/**
 * Takes the segments of a file one by one, keeps the envelope, walks each transaction along its guide
 * and runs the rules. Memory grows with the largest claim and the number of transactions, not with the file.
 */
export class Checker implements SegmentSink {
  readonly interchanges: InterchangeRecord[] = [];
  readonly #options: CheckerOptions;
  readonly #reporter: Reporter;
  readonly #envelope: EnvelopeReports;
  #interchange: InterchangeRecord | undefined;
  #group: GroupRecord | undefined;
  #transaction: TransactionCheck | undefined;
  #last: Segment | undefined;
  readonly #strays = new Strays();
  readonly #separator = new ComponentSeparator();
  #transactions = 0;
  readonly #partnerRules: PartnerRules;
  readonly #unknownGuides = new Set<string>();

  constructor(options: CheckerOptions) {
    this.#options = options;
    this.#partnerRules = new PartnerRules(options.snip >= 7 ? options.partner : undefined);
    this.#reporter = new Reporter(
      () => this.#place(),
      (finding, place) => options.finding(finding, place),
    );
    this.#envelope = new EnvelopeReports((segment, report) => this.#reporter.report(segment, report));
  }

  /** Errors in the whole file. */
  get errors(): number {
    return this.#reporter.errors;
  }

  segment(sent: Segment): void {
    const segment = this.#separator.apply(sent, () => {
      const message = 'ISA16 is not the character that separates components in this interchange.';
      const isa = this.#interchange?.isa ?? sent;
      this.#envelope.report(isa, { snip: 1, code: 'component-separator', element: 'ISA16', message });
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
          this.#envelope.check(segment);
          return;
        }
    }
    if (this.#transaction) this.#transaction.place(segment);
    else if (this.#strays.isFirstOfTransaction()) {
      const message = `Segment ${shownId(segment.id)} stands outside of a transaction.`;
      this.#envelope.report(segment, { snip: 1, code: 'segment-outside', message });
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
    this.#strays.enterInterchange();
    this.#interchange = { isa, groups: [], acknowledgements: [] };
    this.interchanges.push(this.#interchange);
    this.#envelope.check(isa);
    this.#envelope.unique(isa, 13, `ISA ${element(isa, 6)} ${element(isa, 13)}`);
  }

  #closeInterchange(at: Segment): void {
    if (this.#group) this.#closeGroup(at);
    const message = 'The interchange has no end: IEA is missing.';
    this.#envelope.report(at, { snip: 1, code: 'iea-missing', missing: 'IEA', message });
    this.#interchange = undefined;
  }

  #endInterchange(iea: Segment): void {
    if (this.#group) this.#closeGroup(iea);
    const interchange = this.#interchange;
    if (!interchange) {
      this.#envelope.outside(iea);
      return;
    }
    this.#envelope.check(iea);
    const count = interchange.groups.length + this.#strays.groups;
    this.#envelope.tell(countOf(iea, count, 'groups of the interchange'));
    this.#envelope.tell(controlOf(iea, interchange.isa, 13));
    this.#interchange = undefined;
  }

  #acknowledgement(ta1: Segment): void {
    this.#interchange?.acknowledgements.push(ta1);
    this.#envelope.check(ta1);
  }

  #openGroup(gs: Segment): void {
    if (this.#group) this.#closeGroup(gs);
    if (!this.#interchange) {
      this.#envelope.outside(gs);
      return;
    }
    this.#strays.enterGroup();
    this.#group = { gs, included: undefined, transactions: [] };
    this.#interchange.groups.push(this.#group);
    this.#envelope.check(gs);
    const { isa, groups } = this.#interchange;
    if (groups.length === 1) this.#envelope.tell(interchangeVersionOf(isa, gs));
    this.#envelope.unique(gs, 6, `GS ${this.interchanges.length} ${element(gs, 6)}`);
  }

  #closeGroup(at: Segment): void {
    if (this.#transaction) this.#closeTransaction(at);
    this.#envelope.report(at, {
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
      if (!this.#strays.endGroup()) this.#envelope.outside(ge);
      return;
    }
    this.#envelope.check(ge);
    const count = group.transactions.length + this.#strays.transactions;
    this.#envelope.tell(countOf(ge, count, 'transactions of the group'));
    this.#envelope.tell(controlOf(ge, group.gs, 6));
    if (/^\d{1,6}$/.test(element(ge, 1))) group.included = Number(element(ge, 1));
    this.#group = undefined;
  }

  #openTransaction(st: Segment): void {
    if (this.#transaction) this.#closeTransaction(st);
    const group = this.#group;
    if (!group) {
      if (this.#strays.isFirstOfGroup()) this.#envelope.outside(st);
      return;
    }
    this.#strays.enterTransaction();
    const set = element(st, 1);
    const version = element(st, 3) || element(group.gs, 8);
    const declared = element(group.gs, 8);
    const candidates = [...new Set([...guidesFor(set, version), ...guidesFor(set, declared)])];
    const [guide] = candidates;
    this.#envelope.tell(kindOf(group, st));
    const type = transactionType(set, version);
    const record: TransactionRecord = { ordinal: ++this.#transactions, type, guide, version, st, errors: 0 };
    group.transactions.push(record);
    const { snip, codes = noCodes } = this.#options;
    this.#transaction = new TransactionCheck(record, candidates, {
      snip,
      codes,
      partnerRules: (type) => this.#partnerRules.for(type, group.gs),
      report: (segment, finding) => this.#envelope.report(segment, finding),
      closed: (loop) => this.#closed(loop),
      follower: candidates.length === 1 && guide ? this.#options.follow?.(guide) : undefined,
    });
    if (!guide) this.#noGuide(st, version);
    this.#transaction.place(st);
    this.#envelope.check(st);
    if (!guide) this.#envelope.tell(guideOf(group.gs, st));
    this.#envelope.unique(
      st,
      2,
      `ST ${this.interchanges.length} ${this.#interchange?.groups.length} ${element(st, 2)}`,
    );
    this.#envelope.tell(versionOf(group.gs, st));
  }

  #noGuide(st: Segment, version: string): void {
    const set = element(st, 1);
    if (this.#unknownGuides.has(set + version)) return;
    this.#unknownGuides.add(set + version);
    // What has not the shape of a version may be anything, a name too.
    const shown = /^00[2-8]\d{3}(?:X\d{3}(?:[A-Z]\d{1,2})?)?$/.test(version) ? version : 'this version';
    const message = `No guide is held for ${shown}, so such transactions are checked for syntax (SNIP 1) only.`;
    this.#envelope.report(st, { snip: 1, severity: 'info', code: 'guide-not-held', message });
  }

  #endTransaction(se: Segment): void {
    const open = this.#transaction;
    if (!open) {
      if (!this.#strays.endTransaction()) this.#envelope.outside(se);
      return;
    }
    open.place(se);
    this.#envelope.tell(countOf(se, open.count, 'segments of the transaction, ST and SE included,'));
    this.#envelope.tell(controlOf(se, open.record.st, 2));
    open.end(se);
    this.#transaction = undefined;
  }

  #closeTransaction(at: Segment): void {
    const open = this.#transaction;
    const message = 'The transaction has no end: SE is missing.';
    this.#envelope.report(at, { snip: 1, code: 'se-missing', missing: 'SE', message });
    open?.end(at);
    this.#transaction = undefined;
  }

  #closed(loop: Loop): void {
    const { closed } = this.#options;
    if (!closed) return;
    const { interchange, group, transaction } = this.#place();
    if (interchange && group && transaction) closed(loop, { interchange, group, transaction });
  }

  #place(): Place {
    const place: Place = {};
    if (this.#interchange) place.interchange = this.#interchange;
    if (this.#group) place.group = this.#group;
    if (this.#transaction) place.transaction = this.#transaction.record;
    return place;
  }
}

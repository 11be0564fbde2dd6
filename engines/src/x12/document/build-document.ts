import type { Guide } from '../guides/guide.ts';
import { guidesFor, guidesThatFit } from '../guides/index.ts';
import { element, type Segment } from '../tokens/segment.ts';
import type { SegmentSink } from '../tokens/tokenizer.ts';
import type { Walk } from '../walk/walk.ts';
import { Walker } from '../walk/walker.ts';
import { type BareUnit, TreeBuilder } from './build-tree.ts';
import type { X12Document, X12Group, X12Interchange } from './document.ts';
import { envelopeNames, readEnvelope, readIsaElements } from './envelope.ts';
import { flowOf } from './flow.ts';
import { planOf } from './plan.ts';
import { rawSegment } from './read-segment.ts';
import { isBeyondAscii, isLatin1, lineBreakAfter } from './source-text.ts';
import type { RawSegment, TreeObject } from './tree.ts';
import type { Transaction } from './types.generated.ts';

export interface BuilderOptions {
  /** The file, where it is in memory: to see how it was encoded and whether it has line breaks. */
  source?: Uint8Array;
  /** Takes what the guide calls units (claims and the levels around them), which then are not kept. */
  unit?: (unit: BareUnit) => void;
}

/** A transaction on its way; without a guide, a list of segments. */
interface Open {
  tree: TreeObject;
  st: Segment;
  /** Guides that are still possible, until the segment after ST tells. */
  candidates: readonly Guide[];
  builder: TreeBuilder | undefined;
  /** What leads along the guide; undefined where another's walk is followed. */
  walker: Walker | undefined;
  segments: RawSegment[];
  /** ST included. */
  count: number;
}

/** Makes a document of the segments of a file, whatever they are. What is wrong is for others to say. */
export class DocumentBuilder implements SegmentSink {
  readonly document: X12Document = { interchanges: [] };
  readonly #options: BuilderOptions;
  readonly #source: Uint8Array | undefined;
  #interchange: X12Interchange | undefined;
  #group: X12Group | undefined;
  #open: Open | undefined;
  #isa: Segment | undefined;
  #last: Segment | undefined;

  constructor(options: BuilderOptions = {}) {
    this.#options = options;
    // Most files are ASCII, and need not be asked segment by segment.
    this.#source = options.source && isBeyondAscii(options.source) ? options.source : undefined;
  }

  fault(): void {
    // Whoever checks the file says so.
  }

  segment(segment: Segment): void {
    if (this.#isa) this.#seeLineBreak(this.#isa, segment);
    this.#last = segment;
    if (segment.id !== 'ISA' && this.#interchange) this.#seeEncoding(this.#interchange, segment);
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
          const receipt = withNulls('TA1', readEnvelope(segment)) as unknown as NonNullable<
            X12Interchange['acknowledgements']
          >[number];
          this.#interchange.acknowledgements ??= [];
          this.#interchange.acknowledgements.push(receipt);
          return;
        }
        break;
      case 'ISB':
      case 'ISE':
        if (this.#interchange && !this.#group) {
          this.#interchange.requests ??= [];
          this.#interchange.requests.push(rawSegment(segment));
          return;
        }
    }
    this.#place(segment);
  }

  /**
   * Whoever walks the transaction that has just begun along this guide may be followed: the walk is told to what
   * is returned, and {@link settle} is called after each segment.
   */
  follow(guide: Guide): Walk | undefined {
    const open = this.#open;
    if (open?.candidates.length !== 1 || open.candidates[0] !== guide) return undefined;
    const builder = this.#begin(open, guide);
    builder.announce(open.st);
    return builder;
  }

  settle(): void {
    if (this.#open?.builder && !this.#open.walker) this.#open.builder.settle();
  }

  /** To be called once, when there are no more segments. */
  end(): void {
    if (this.#last) this.#closeTransaction(this.#last);
  }

  #seeEncoding(interchange: X12Interchange, segment: Segment): void {
    if (this.#source && isLatin1(segment, this.#source)) interchange.encoding = 'ISO-8859-1';
  }

  #seeLineBreak(isa: Segment, next: Segment): void {
    this.#isa = undefined;
    const lineBreak = this.#options.source && lineBreakAfter(isa, next, this.#options.source);
    if (lineBreak && this.#interchange) this.#interchange.lineBreak = lineBreak;
  }

  #place(segment: Segment): void {
    const open = this.#open;
    if (!open) {
      this.#outside(segment);
      return;
    }
    open.count++;
    if (open.candidates.length > 0) this.#decide(open, segment);
    if (open.builder) step(open, segment);
    else open.segments.push(rawSegment(segment));
  }

  #decide(open: Open, next: Segment): void {
    const [guide] = guidesThatFit(open.candidates, next);
    if (!guide) return;
    const builder = this.#begin(open, guide);
    open.walker = new Walker(guide, {
      placed: (segment, use, loop) => builder.placed(segment, use, loop),
      closed: (loop) => builder.closed(loop),
      headless: (loop) => builder.headless(loop),
      misplaced: () => undefined,
    });
    step(open, open.st);
  }

  #begin(open: Open, guide: Guide): TreeBuilder {
    open.candidates = [];
    open.tree.type = guide.type;
    const flow = flowOf(guide);
    if (flow) open.tree.flow = flow;
    open.builder = new TreeBuilder(guide, open.tree, this.#options.unit);
    return open.builder;
  }

  #outside(segment: Segment): void {
    this.document.unplaced ??= [];
    this.document.unplaced.push(rawSegment(segment));
  }

  #openInterchange(isa: Segment): void {
    this.#closeTransaction(isa);
    this.#group = undefined;
    this.#isa = isa;
    const { repetition, ...delimiters } = isa.delimiters;
    const interchange: X12Interchange = {
      delimiters: { ...delimiters, ...(repetition !== undefined && { repetition }) },
      header: readIsaElements(isa) as unknown as X12Interchange['header'],
    };
    this.#interchange = interchange;
    this.#seeEncoding(interchange, isa);
    this.document.interchanges.push(interchange);
  }

  #endInterchange(iea: Segment): void {
    this.#closeTransaction(iea);
    const interchange = this.#interchange;
    if (!interchange) {
      this.#outside(iea);
      return;
    }
    const trailer = readEnvelope(iea, {
      groupCount: String(interchange.groups?.length ?? 0),
      control: interchange.header.control,
    });
    if (Object.keys(trailer).length > 0) interchange.trailer = trailer;
    this.#interchange = undefined;
    this.#group = undefined;
  }

  #openGroup(gs: Segment): void {
    this.#closeTransaction(gs);
    if (!this.#interchange) {
      this.#outside(gs);
      return;
    }
    this.#group = {
      header: withNulls('GS', readEnvelope(gs)) as unknown as X12Group['header'],
      transactions: [],
    };
    this.#interchange.groups ??= [];
    this.#interchange.groups.push(this.#group);
  }

  #endGroup(ge: Segment): void {
    this.#closeTransaction(ge);
    const group = this.#group;
    if (!group) {
      this.#outside(ge);
      return;
    }
    const { transactions, header } = group;
    const trailer = readEnvelope(ge, {
      transactionCount: String(transactions.length),
      control: header.control,
    });
    if (Object.keys(trailer).length > 0) group.trailer = trailer;
    this.#group = undefined;
  }

  #openTransaction(st: Segment): void {
    this.#closeTransaction(st);
    const group = this.#group;
    if (!group) {
      this.#outside(st);
      return;
    }
    const set = element(st, 1);
    const version = element(st, 3) || (group.header.version ?? '');
    const candidates = guidesFor(set, version);
    const [guide] = candidates;
    const expectsVersion = guide && planOf(guide.root).opener.required.has(3);
    const head = readEnvelope(st, { set, implementation: expectsVersion ? version : undefined });
    head.control ??= null;
    const tree: TreeObject = guide
      ? { type: guide.type, guide: version, ...head }
      : { type: 'other', set, guide: version, ...head };
    const open: Open = {
      tree,
      st,
      candidates,
      builder: undefined,
      walker: undefined,
      segments: [],
      count: 1,
    };
    if (!guide) tree.segments = open.segments;
    this.#open = open;
    group.transactions.push(tree as unknown as Transaction);
  }

  #endTransaction(se: Segment): void {
    const open = this.#open;
    if (!open) {
      this.#outside(se);
      return;
    }
    if (open.candidates.length > 0) this.#decide(open, se);
    step(open, se);
    const expected = { segmentCount: String(open.count + 1), control: element(open.st, 2) || undefined };
    const trailer = readEnvelope(se, expected);
    this.#closeTransaction(se);
    if (Object.keys(trailer).length > 0) open.tree.trailer = trailer;
  }

  #closeTransaction(at: Segment): void {
    if (this.#open && this.#open.candidates.length > 0) this.#decide(this.#open, at);
    this.#open?.walker?.end(at);
    this.#open = undefined;
  }
}

/** Places a segment, or announces it to where it will be placed by another. */
function step({ builder, walker }: Open, segment: Segment): void {
  builder?.announce(segment);
  if (!walker) return;
  walker.place(segment);
  builder?.settle();
}

/** Elements that writing would ask for are said not to be there. */
function withNulls(id: string, read: Record<string, string | null>): Record<string, string | null> {
  for (const name of envelopeNames(id)) read[name] ??= null;
  return read;
}

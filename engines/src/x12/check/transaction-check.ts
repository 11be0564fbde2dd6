import type { CodePort } from '../codes/code-set.ts';
import type { Snip, X12Finding } from '../finding.ts';
import type { Guide, SegmentUse } from '../guides/guide.ts';
import { guidesThatFit } from '../guides/index.ts';
import { type RulesOfLoop, rulesFor } from '../rules/index.ts';
import type { LoopRule, TransactionRule, Trigger } from '../rules/rule.ts';
import { element, type Segment } from '../tokens/segment.ts';
import type { Loop } from '../walk/loop.ts';
import type { Doubt, Walk } from '../walk/walk.ts';
import { Walker } from '../walk/walker.ts';
import { checkElements } from './element-check.ts';
import type { ElementFault } from './element-relations.ts';
import type { TransactionRecord } from './records.ts';

/** A finding before it is placed: `missing` names a segment that is not there. */
export type Report = Pick<X12Finding, 'snip' | 'code' | 'message' | 'loop' | 'element' | 'fault'> & {
  severity?: X12Finding['severity'];
  missing?: string | undefined;
  trigger?: Trigger;
};

export interface TransactionCheckOptions {
  snip: Snip;
  codes: CodePort;
  /** What the trading partner asks beyond the guide. */
  partnerRules(type: string): ReadonlyMap<string, RulesOfLoop>;
  report(segment: Segment, finding: Report): void;
  closed(loop: Loop): void;
  /** Who else wants to know of the way along the guide, after it was judged. */
  follower?: Walk | undefined;
}

/** How many segments of a transaction are looked at to tell which of several guides it follows. */
const mostHeld = 400;

/** Checks one transaction, segment by segment: along its guide and by its rules, or against the standard alone. */
export class TransactionCheck {
  readonly record: TransactionRecord;
  /** Segments so far, ST included. */
  count = 0;
  readonly #options: TransactionCheckOptions;
  /** Guides that the transaction may follow, and its segments until it shows which. */
  #candidates: readonly Guide[];
  #held: Segment[] = [];
  #walker: Walker | undefined;
  #loopRules: readonly ReadonlyMap<string, RulesOfLoop>[] = [];
  #transactionRules: readonly ReturnType<TransactionRule['start']>[] = [];
  /** Those that want to see each loop that is whole. */
  #closing: readonly ReturnType<TransactionRule['start']>[] = [];
  /** Elements of the loops at hand with an error: that a code set does not know them either is no news. */
  readonly #told = new Set<string>();

  constructor(record: TransactionRecord, candidates: readonly Guide[], options: TransactionCheckOptions) {
    this.record = record;
    this.#options = options;
    this.#candidates = candidates;
    if (candidates.length <= 1) this.#follow(candidates[0]);
  }

  place(segment: Segment): void {
    this.count++;
    if (this.#candidates.length > 1) {
      this.#hold(segment);
      return;
    }
    if (this.#walker) {
      this.#walker.place(segment);
      return;
    }
    const { report } = this.#options;
    if (!/^[A-Z][A-Z0-9]{1,2}$/.test(segment.id)) {
      report(segment, { snip: 1, code: 'segment-unexpected', message: 'This is no segment identifier.' });
    }
    if (this.record.version.startsWith('005010')) {
      checkElements(segment, undefined, (fault) => report(segment, fault));
    }
  }

  /** Closes what is open; `last` is where it shows that something is missing. */
  end(last: Segment): void {
    if (this.#candidates.length > 1) this.#decide(this.#candidates);
    this.#walker?.end(last);
  }

  /** The segment after ST tells, as a rule; where ST03 and GS08 name different guides, what follows. */
  #hold(segment: Segment): void {
    this.#held.push(segment);
    if (this.#held.length === 2) this.#candidates = guidesThatFit(this.#candidates, segment);
    if (this.#candidates.length <= 1 || this.#held.length >= mostHeld) this.#decide(this.#candidates);
  }

  #decide(candidates: readonly Guide[]): void {
    const held = this.#held;
    this.#held = [];
    this.#follow(bestFit(candidates, held));
    for (const segment of held) this.#walker?.place(segment);
  }

  #follow(guide: Guide | undefined): void {
    this.#candidates = [];
    if (!guide) return;
    this.record.guide = guide;
    this.record.type = guide.type;
    const { snip, codes, partnerRules } = this.#options;
    const rules = rulesFor(guide.type, snip);
    this.#loopRules = [rules.loops, partnerRules(guide.type)];
    this.#transactionRules = rules.transactions.map((rule) =>
      rule.start(({ segment, ...finding }) => this.#tell(segment, { snip: rule.snip, ...finding }), codes),
    );
    this.#closing = this.#transactionRules.filter((rule) => rule.closed);
    this.#walker = this.#walk(guide);
  }

  #tell(segment: Segment, finding: Report): void {
    const { snip, severity = 'error', element: at } = finding;
    // A control number that SE02 repeats from ST02 is told there.
    if (at === 'SE02' && element(segment, 2) !== '' && element(segment, 2) === element(this.record.st, 2))
      return;
    if (snip >= 3 && this.#isTold(finding.trigger)) return;
    if (at !== undefined) {
      const place = `${segment.ordinal} ${at}`;
      if (snip >= 3 && this.#told.has(place)) return;
      if (severity === 'error') this.#told.add(place);
    }
    this.#options.report(segment, finding);
  }

  #walk(guide: Guide): Walker {
    const { snip, follower } = this.#options;
    const bySegment = this.#transactionRules.filter((rule) => rule.segment);
    let at: { segment: Segment; use: SegmentUse; loop: Loop; doubt: Doubt } | undefined;
    const tell = (fault: ElementFault) => {
      if (!at) return;
      // Where nobody can tell which use is meant, the code that should have told is all there is to say,
      // beside what the standard says of the segment wherever it stands.
      const said = fault.snip === 1 || isSaid(at.doubt, at.use, fault, snip);
      if (said) this.#tell(at.segment, { loop: at.loop.id, ...fault });
    };
    return new Walker(guide, {
      placed: (segment, use, loop, doubt) => {
        at = { segment, use, loop, doubt };
        checkElements(segment, use, tell);
        for (const rule of bySegment) rule.segment?.(segment, loop);
        follower?.placed(segment, use, loop, doubt);
      },
      headless: (loop) => {
        for (const rule of this.#transactionRules) rule.headless?.(loop);
        follower?.headless(loop);
      },
      closed: (loop) => {
        this.#closed(loop);
        follower?.closed(loop);
      },
      misplaced: ({ segment, ...finding }) => {
        if (snip >= 2) this.#tell(segment, { snip: 2, ...finding });
      },
    });
  }

  #closed(loop: Loop): void {
    for (const rules of this.#loopRules) {
      const own = rules.get(loop.id);
      if (own) this.#judge(loop, own);
    }
    for (const rule of this.#closing) rule.closed?.(loop);
    this.#options.closed(loop);
    if (this.record.guide?.units.has(loop.id)) this.#forget(loop.segments[0]?.ordinal ?? 0);
  }

  /** What an element asks for or bars that is wrong itself is no news. */
  #isTold(trigger: Trigger | undefined): boolean {
    return trigger?.element !== undefined && this.#told.has(`${trigger.segment.ordinal} ${trigger.element}`);
  }

  /** What was told of segments from here on; those of loops around may still be judged. */
  #forget(ordinal: number): void {
    for (const place of this.#told) if (Number.parseInt(place, 10) >= ordinal) this.#told.delete(place);
  }

  #judge(loop: Loop, { always, byPart }: RulesOfLoop): void {
    for (const rule of always) this.#apply(rule, loop);
    if (byPart.size === 0) return;
    this.#judgeParts(loop, loop.segments, byPart);
    this.#judgeParts(loop, loop.loops, byPart);
  }

  /** Rules that a segment or a loop calls for, once for the first of its kind. */
  #judgeParts(loop: Loop, parts: readonly { id: string }[], byPart: RulesOfLoop['byPart']): void {
    for (let index = 0; index < parts.length; index++) {
      const id = parts[index]?.id ?? '';
      const rules = byPart.get(id);
      if (!rules || hasBefore(parts, id, index)) continue;
      for (const rule of rules) this.#apply(rule, loop);
    }
  }

  #apply(rule: LoopRule, loop: Loop): void {
    const found = rule.check(loop);
    if (found.length === 0) return;
    for (const { segment, ...finding } of found) {
      this.#tell(segment, { snip: rule.snip, code: rule.id, ...finding });
    }
  }
}

function hasBefore(parts: readonly { id: string }[], id: string, end: number): boolean {
  for (let index = 0; index < end; index++) if (parts[index]?.id === id) return true;
  return false;
}

function isSaid(
  doubt: Doubt,
  use: SegmentUse,
  fault: { code: string; element: string; snip: Snip },
  snip: Snip,
): boolean {
  if (doubt === 'none') return fault.snip <= snip;
  return doubt === 'use' && isOfKey(use, fault);
}

/** The fault is in the element that tells uses of the segment apart. */
function isOfKey({ id, key }: SegmentUse, { code, element: at }: { code: string; element: string }): boolean {
  if ((code !== 'code-not-allowed' && code !== 'element-missing') || !key) return false;
  const name = id + String(key.element).padStart(2, '0');
  return at === name || at === `${name}-1`;
}

/** The guide along which the fewest segments are out of place. */
function bestFit(candidates: readonly Guide[], segments: readonly Segment[]): Guide | undefined {
  if (candidates.length <= 1) return candidates[0];
  const misplaced = candidates.map((guide) => {
    let count = 0;
    const walker = new Walker(guide, {
      placed: (_segment, _use, _loop, doubt) => {
        if (doubt !== 'none') count++;
      },
      closed: () => undefined,
      headless: () => undefined,
      misplaced: () => {
        count++;
      },
    });
    for (const segment of segments) walker.place(segment);
    return count;
  });
  return candidates[misplaced.indexOf(Math.min(...misplaced))];
}

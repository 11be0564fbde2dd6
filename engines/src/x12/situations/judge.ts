import type { Found, Trigger } from '../rules/rule.ts';
import type { Segment } from '../tokens/segment.ts';
import { around, type Loop } from '../walk/loop.ts';
import {
  type Alternative,
  findHolding,
  holdsFor,
  loopsAt,
  type Ref,
  segmentsIn,
  valueAt,
} from './reference.ts';

/** A condition: one of the alternatives holds, or, negated, none does. */
export interface Term {
  negated: boolean;
  alternatives: Alternative[];
}

export interface Situation {
  loop: string;
  terms: Term[];
  bars: boolean;
  /** All are due; of each, one of the alternatives. */
  targets: Ref[][];
  /** All of them, in one list. */
  refs: Ref[];
  words: string;
  id: string;
}

// Most situations have nothing to say of most loops, and are asked of each.
const nothing: Found[] = [];

/** The segment that makes a term hold; undefined when it does not, the loop's first when it holds by absence. */
function evidence(loop: Loop, { negated, alternatives }: Term): Segment | undefined {
  for (const alternative of alternatives) {
    const shown = findHolding(loop, alternative);
    if (shown) return negated ? undefined : shown;
  }
  return negated ? loop.segments[0] : undefined;
}

export function checkLoop(loop: Loop, situation: Situation): Found[] {
  const { terms } = situation;
  let shown = loop.segments[0];
  for (let index = 0; index < terms.length; index++) {
    const term = terms[index];
    const found = term && evidence(loop, term);
    if (!found) return nothing;
    if (index === 0) shown = found;
  }
  if (!shown) return nothing;
  const found = situation.bars ? barred(loop, situation) : lacking(loop, shown, situation);
  if (found.length === 0) return nothing;
  const because = triggerOf(loop, situation);
  const fault = situation.bars ? ('unused' as const) : ('missing' as const);
  return found.map((one) => ({ ...one, fault, ...(because && { trigger: because }) }));
}

/** What shows that the first term holds, where it holds by something that is there. */
function triggerOf(loop: Loop, { terms: [term] }: Situation): Trigger | undefined {
  if (term === undefined || term.negated) return undefined;
  for (const alternative of term.alternatives) {
    const { ref } = alternative;
    for (const one of loopsAt(loop, ref)) {
      const segment = segmentsIn(one, ref).find((inner) => holdsFor(inner, alternative));
      if (segment) return { segment, loop: one.id, ...elementOf(segment, ref) };
    }
  }
  return undefined;
}

function barred(loop: Loop, { refs, words }: Situation): Found[] {
  const present = refs.filter((ref) => findHolding(loop, { ref }));
  if (present.length === 0) return nothing;
  return present.flatMap((ref) =>
    loopsAt(loop, ref).flatMap((one) =>
      segmentsIn(one, ref)
        .filter((segment) => valueAt(segment, ref) !== '' && !(ref.segment === undefined && isHeadless(one)))
        .map((segment) => ({
          segment,
          loop: one.id,
          ...elementOf(segment, ref),
          message: says(ref, words, true),
        })),
    ),
  );
}

function lacking(loop: Loop, shown: Segment, { targets, words }: Situation): Found[] {
  return targets.flatMap((alternatives): Found[] => {
    const [ref] = alternatives;
    if (ref === undefined) return [];
    if (alternatives.some((one) => findHolding(loop, { ref: one })))
      return allElements(loop, alternatives, words);
    const holder =
      ref.element === undefined ? undefined : loopsAt(loop, ref).find((one) => segmentsIn(one, ref)[0]);
    if (holder) {
      const segment = segmentsIn(holder, ref)[0] ?? shown;
      return [{ segment, loop: holder.id, ...elementOf(segment, ref), message: says(ref, words, false) }];
    }
    if (ref.element !== undefined || isUnsure(loop, ref) || isWithinMissing(loop, ref)) return [];
    const outer = ref.around === undefined ? loop : (around(loop, ref.around) ?? loop);
    const within = ref.path.at(-1) ?? outer.id;
    const missing = ref.segment ?? openerOf(outer, ref.path);
    // A loop that is not there at all shows at the condition; one that is, at its own beginning.
    const place =
      ref.path.length > 0 && ref.segment !== undefined ? loopsAt(loop, ref)[0]?.segments[0] : undefined;
    const names = alternatives.map(named).join(' or ');
    return [{ segment: place ?? shown, missing, loop: within, message: `${names} is required: ${words}.` }];
  });
}

/** Where a single element is due in several segments (one in each loop), each that lacks it is told. */
function allElements(loop: Loop, alternatives: readonly Ref[], words: string): Found[] {
  const [ref, second] = alternatives;
  if (ref?.element === undefined || second !== undefined) return [];
  return loopsAt(loop, ref).flatMap((one) =>
    segmentsIn(one, ref)
      .filter((segment) => valueAt(segment, ref) === '')
      .map((segment) => ({
        segment,
        loop: one.id,
        ...elementOf(segment, ref),
        message: says(ref, words, false),
      })),
  );
}

/** A segment of that kind stands there with a code that fits no use: that is the finding, not that one is missing. */
function isUnsure(loop: Loop, ref: Ref): boolean {
  const { segment, path } = ref;
  if (segment !== undefined)
    return loopsAt(loop, ref).some((one) => one.unsure?.has(segment) || isHeadless(one));
  const outer = ref.around === undefined ? loop : around(loop, ref.around);
  const first = outer && openerOf(outer, path);
  const holders = loopsAt(loop, { ...ref, path: path.slice(0, -1) });
  return first !== undefined && holders.some((one) => one.unsure?.has(first));
}

/** A loop whose first segment is missing may be another one. */
function isHeadless({ segments, use }: Loop): boolean {
  const [first] = use.children;
  return first?.kind === 'segment' && segments[0]?.id !== first.id;
}

/** The loop that the segment belongs to, as one of several, is not there: that is another finding. */
function isWithinMissing(loop: Loop, ref: Ref): boolean {
  const { segment, path } = ref;
  if (segment === undefined || loopsAt(loop, ref).length > 0) return false;
  const outer = ref.around === undefined ? loop : around(loop, ref.around);
  return outer === undefined || openerOf(outer, path) !== segment;
}

function openerOf(loop: Loop, path: readonly string[]): string {
  let use = loop.use;
  for (const id of path) {
    const inner = use.children.find((child) => child.kind === 'loop' && child.id === id);
    if (inner?.kind === 'loop') use = inner;
  }
  return use.children[0]?.id ?? '';
}

export function checkEach(loop: Loop, situation: Situation): Found[] {
  const place = situation.refs[0];
  if (place === undefined) return nothing;
  let found: Found[] | undefined;
  for (const one of loopsAt(loop, place)) {
    for (const segment of segmentsIn(one, place)) {
      if (!holdsWhole(segment, situation.terms)) continue;
      found ??= [];
      found.push(...faultsOf(segment, one, situation));
    }
  }
  return found ?? nothing;
}

function holdsWhole(segment: Segment, terms: readonly Term[]): boolean {
  for (const { negated, alternatives } of terms) {
    let holds = false;
    for (const alternative of alternatives) holds ||= holdsFor(segment, alternative);
    if (holds === negated) return false;
  }
  return true;
}

function faultsOf(segment: Segment, { id }: Loop, { bars, targets, words, terms }: Situation): Found[] {
  const holding = terms.find(({ negated }) => !negated)?.alternatives.find((one) => holdsFor(segment, one));
  const trigger = holding && { segment, loop: id, ...elementOf(segment, holding.ref) };
  return targets.flatMap((alternatives): Found[] => {
    const present = alternatives.find((ref) => valueAt(segment, ref) !== '');
    const ref = bars ? present : present === undefined ? alternatives[0] : undefined;
    if (ref === undefined) return [];
    const fault = bars ? ('unused' as const) : ('missing' as const);
    const found = { segment, loop: id, ...elementOf(segment, ref), fault, message: says(ref, words, bars) };
    return [{ ...found, ...(trigger && { trigger }) }];
  });
}

function elementOf(segment: Segment, { element: index, part }: Ref): { element?: string } {
  if (index === undefined) return {};
  const at = segment.id + String(index).padStart(2, '0');
  return { element: part === undefined ? at : `${at}-${part}` };
}

function says(ref: Ref, words: string, bars: boolean): string {
  return `${named(ref)} ${bars ? 'must not be sent' : 'is required'}: ${words}.`;
}

/** A place in words: `NM103 of NM1*QC`, `Segment N3 in loop 2010BA`, `Loop 2310B`. */
function named({ path, segment, code, element: index, part }: Ref): string {
  const loop = path.at(-1);
  if (segment === undefined) return `Loop ${loop}`;
  const inLoop = loop === undefined ? '' : ` in loop ${loop}`;
  const which = code === undefined ? segment : `${segment}*${code}`;
  if (index === undefined) return `Segment ${which}${inLoop}`;
  const name = segment + String(index).padStart(2, '0');
  const at = part === undefined ? name : `${name}-${part}`;
  return `${at}${code === undefined ? '' : ` of ${which}`}${inLoop}`;
}

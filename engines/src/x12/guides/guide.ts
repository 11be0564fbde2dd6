import { segmentLayouts } from '../standard/segments.ts';

/** How a guide uses an element or component. What it does not list, it does not use. */
export interface ElementUse extends Tolerance {
  required: boolean;
  codes?: ReadonlySet<string>;
  /** Uses of the components, by number, where the element is a composite. */
  parts?: ReadonlyMap<number, ElementUse>;
}

/**
 * Where receivers take what a guide forbids, because nothing is computed from it and nothing is matched by it
 * alone, the fault is a warning: the file can be read, and its sender should mend it all the same.
 */
interface Tolerance {
  /** Required by the guide, often missing. Not counted as required in finding places. */
  expected?: true;
  /** In use before this guide, and still sent by some. */
  leftOver?: true;
}

export interface SegmentUse extends Pick<Tolerance, 'expected'> {
  kind: 'segment';
  id: string;
  label: string;
  required: boolean;
  /** How often within one loop. */
  max: number;
  elements: ReadonlyMap<number, ElementUse>;
  /** What tells this use from another of the same segment: an element (or its first component) and its codes. */
  key?: { element: number; codes: ReadonlySet<string> };
  /** Uses of the same segment that follow each other may come in any order; they share one rank. */
  rank: number;
  /** Its place among the children of its loop. */
  index: number;
}

export interface LoopUse extends Pick<Tolerance, 'expected'> {
  kind: 'loop';
  id: string;
  label: string;
  required: boolean;
  max: number;
  children: (SegmentUse | LoopUse)[];
  rank: number;
  index: number;
  /** The children that a segment may stand for or open, by its identifier, in order; not the loop's own first. */
  byOpener: ReadonlyMap<string, readonly (SegmentUse | LoopUse)[]>;
}

/** A segment or loop as a child of a loop. */
export type Use = SegmentUse | LoopUse;

export interface Guide {
  /** As written by us in ST03 and GS08. */
  id: string;
  /** `837P`, as people call it. */
  type: string;
  /** ST01 */
  set: string;
  /** GS01 */
  functionalId: string;
  /** Every version that is read with this guide. */
  versions: readonly string[];
  /** BHT02 codes, where they tell it from another guide of the same set and versions. */
  purposes?: readonly string[];
  /** Loops that are handed over when they close and then let go, so that memory does not grow with the file. */
  units: ReadonlySet<string>;
  root: LoopUse;
}

/** The element that tells uses of a segment apart. */
const keyElements: Readonly<Record<string, number>> = {
  NM1: 1,
  N1: 1,
  REF: 1,
  DTP: 1,
  DTM: 1,
  HL: 3,
  // Of an organization or of an individual.
  ENT: 2,
  AMT: 1,
  QTY: 1,
  PRV: 1,
  CRC: 1,
  HI: 1,
  LQ: 1,
  TRN: 1,
  CTX: 1,
  PER: 1,
  NTE: 1,
  // How the report comes: in 837P lines a certificate (AB, AD …) is told by it from other attachments.
  PWK: 2,
};

/** The segment that opens a loop. */
export function opener(loop: LoopUse): SegmentUse {
  const first = loop.children[0];
  if (first?.kind !== 'segment') throw new Error(`loop ${loop.id} begins with no segment`);
  return first;
}

/** Uses of the segment that `text` names by codes: the codes, for a message. */
export function listed(codes: ReadonlySet<string>): string {
  const all = [...codes];
  return all.length <= 12 ? all.join(', ') : `${all.slice(0, 12).join(', ')} …`;
}

/**
 * Reads a guide from its notation. A line is a loop (`@2010AA R1 label`) or a segment
 * (`NM1 R1: 1=85 2=1,2 3 4? ; label`), nested by two blanks; `R` required, `S` situational, then the most
 * repeats (`>` any). Elements listed are required unless marked `?`; `=` lists the codes, `_` in one being
 * a blank; `2-12?(1=BF 2)` gives several elements the same components. `%name` stands for a block of
 * `blocks`. `R~1` and `4~` are required, but a warning when missing; `4x` is not used, but a warning when sent.
 */
export function readGuide(notation: string, blocks: Readonly<Record<string, string>> = {}): LoopUse {
  const lines = expand(notation.split('\n'), blocks).filter((line) => line.trim() !== '');
  const root: LoopUse = {
    kind: 'loop',
    id: '',
    label: 'transaction',
    required: true,
    max: 1,
    children: [],
    rank: 0,
    index: 0,
    byOpener: new Map(),
  };
  const open = [root];
  for (const line of lines) {
    const depth = line.search(/\S/) / 2;
    const parent = open[depth];
    if (parent === undefined) throw new Error(`too deep: ${line}`);
    const use = line.trim().startsWith('@') ? readLoop(line.trim()) : readSegment(line.trim());
    parent.children.push(use);
    if (use.kind === 'loop') open.splice(depth + 1, open.length, use);
  }
  settle(root);
  return root;
}

function expand(lines: string[], blocks: Readonly<Record<string, string>>): string[] {
  return lines.flatMap((line) => {
    const name = /^( *)%(\w+)$/.exec(line);
    if (!name) return [line];
    const block = (blocks[name[2] ?? ''] ?? '').split('\n').map((inner) => (name[1] ?? '') + inner);
    return expand(block, blocks);
  });
}

function readUsage(text: string): { required: boolean; expected?: true; max: number } {
  const [, usage, mark, max] = /^([RSW])(~)?(\d+|>)$/.exec(text) ?? [];
  if (usage === undefined) throw new Error(`no usage: ${text}`);
  return {
    required: usage === 'R' && mark === undefined,
    ...((mark !== undefined || usage === 'W') && { expected: true }),
    max: max === '>' ? Number.POSITIVE_INFINITY : Number(max),
  };
}

function readLoop(line: string): LoopUse {
  const [name = '', usage = '', ...label] = line.slice(1).split(' ');
  return {
    kind: 'loop',
    id: name,
    label: label.join(' '),
    ...readUsage(usage),
    children: [],
    rank: 0,
    index: 0,
    byOpener: new Map(),
  };
}

function readSegment(line: string): SegmentUse {
  const [uses = '', ...labels] = line.split(' ; ');
  const [, id = '', usage = '', list = ''] = /^(\w+) ([^\s:]+): ?(.*)$/.exec(uses) ?? [];
  const label = labels.join(' ; ');
  const layout = segmentLayouts.get(id);
  if (!layout) throw new Error(`no segment: ${line}`);
  const elements = readUses(list);
  if ([...elements.keys()].some((n) => n > layout.parts.length))
    throw new Error(`too many elements: ${line}`);
  const use: SegmentUse = { kind: 'segment', id, label, ...readUsage(usage), elements, rank: 0, index: 0 };
  const keyElement = keyElements[id];
  const keyUse = keyElement === undefined ? undefined : elements.get(keyElement);
  const codes = keyUse?.codes ?? keyUse?.parts?.get(1)?.codes;
  if (keyElement !== undefined && codes) use.key = { element: keyElement, codes };
  return use;
}

/** Splits at blanks outside parentheses. */
function words(list: string): string[] {
  return list.match(/[^\s(]+(?:\([^)]*\))?/g) ?? [];
}

function readUses(list: string): Map<number, ElementUse> {
  const uses = new Map<number, ElementUse>();
  for (const word of words(list)) {
    const match = /^(\d+)(?:-(\d+))?([?~!x])?(?:\((.*)\)|=(.*))?$/.exec(word);
    if (!match) throw new Error(`no element use: ${word}`);
    const [, from = '', to = from, mark, parts, codes] = match;
    const use: ElementUse = { required: mark === undefined };
    if (mark === '~' || mark === '!') use.expected = true;
    if (mark === 'x') use.leftOver = true;
    if (parts !== undefined) use.parts = readUses(parts);
    if (codes !== undefined) use.codes = new Set(codes.replaceAll('_', ' ').split(','));
    for (let n = Number(from); n <= Number(to); n++) uses.set(n, use);
  }
  return uses;
}

/** Numbers and ranks what stands in each loop, and files it by the segments it begins with. */
function settle(loop: LoopUse): void {
  let current = 0;
  let before: string | undefined;
  const byOpener = new Map<string, Use[]>();
  for (const [index, child] of loop.children.entries()) {
    const { id } = child.kind === 'segment' ? child : opener(child);
    // Two uses of HL are different levels, whose order matters; all others of one segment stand together.
    if (id !== before || id === 'HL') current++;
    child.rank = current;
    child.index = index;
    before = id;
    if (child.kind === 'loop') settle(child);
    const isFirst = index === 0 && loop.id !== '';
    if (!isFirst) byOpener.set(id, [...(byOpener.get(id) ?? []), child]);
  }
  loop.byOpener = byOpener;
}

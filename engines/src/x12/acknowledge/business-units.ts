import { component, element, type Segment } from '../tokens/segment.ts';
import { repeatable } from './interchange.ts';

/** What a claim, an inquiry, a member … is known by: `CLM01` and its value. */
export interface BusinessUnit {
  name: string;
  reference: string;
}

interface Opener {
  segment: string;
  /** The code in element 01. */
  code?: string;
  name: string;
  index: number;
}

interface Kind {
  openers: readonly Opener[];
  /** The segment, and where it matters its code in element 03, that ends a unit. */
  closer: string;
  closerCodes?: readonly string[];
}

const claim: Kind = { openers: [{ segment: 'CLM', name: 'CLM01', index: 1 }], closer: 'HL' };
const trace: Kind = { openers: [{ segment: 'TRN', name: 'TRN02', index: 2 }], closer: 'HL' };

/** By transaction set. Source: 005010X231A1, 2100 CTX, business unit identifier. */
const kinds: ReadonlyMap<string, Kind> = new Map(
  Object.entries({
    '837': claim,
    '270': trace,
    '271': trace,
    '276': trace,
    '277': trace,
    '835': { ...trace, closer: '' },
    '278': {
      openers: [
        { segment: 'NM1', code: 'IL', name: 'SUBSCRIBER NAME NM109', index: 9 },
        { segment: 'NM1', code: 'QC', name: 'PATIENT NAME NM109', index: 9 },
      ],
      closer: 'HL',
      closerCodes: ['20', '21', '22'],
    },
    '820': { openers: [{ segment: 'ENT', name: 'ENT01', index: 1 }], closer: '' },
    '834': {
      openers: [{ segment: 'REF', code: '0F', name: 'SUBSCRIBER NUMBER REF02', index: 2 }],
      closer: 'INS',
    },
  }),
);

interface Change {
  /** In the transaction, ST = 1. */
  at: number;
  unit: BusinessUnit | undefined;
}

/** Remembers, as segments pass by, which business unit each stretch of a transaction belongs to. */
export class BusinessUnits {
  readonly #of = new Map<Segment, Change[]>();
  #st: Segment | undefined;
  #kind: Kind | undefined;
  #changes: Change[] = [];

  segment(segment: Segment): void {
    if (segment.id === 'ST') {
      this.#st = segment;
      this.#kind = kinds.get(element(segment, 1));
      this.#changes = [];
      this.#of.set(segment, this.#changes);
      return;
    }
    const [st, kind] = [this.#st, this.#kind];
    if (!st || !kind) return;
    const at = segment.ordinal - st.ordinal + 1;
    if (segment.id === kind.closer && (kind.closerCodes?.includes(element(segment, 3)) ?? true)) {
      this.#changes.push({ at, unit: undefined });
      return;
    }
    const opener = kind.openers.find(
      (one) =>
        one.segment === segment.id && (one.code === undefined || one.code === component(segment, 1, 1)),
    );
    const reference = opener && repeatable(element(segment, opener.index).trim(), 35);
    if (opener && reference) this.#changes.push({ at, unit: { name: opener.name, reference } });
  }

  /** The unit that a place in a transaction belongs to. */
  at(st: Segment, position: number): BusinessUnit | undefined {
    const changes = this.#of.get(st) ?? [];
    let [low, high] = [0, changes.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((changes[middle]?.at ?? 0) <= position) low = middle + 1;
      else high = middle;
    }
    return changes[low - 1]?.unit;
  }
}

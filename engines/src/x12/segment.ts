/** The characters an ISA declares. `repetition` is absent before version 00402. */
export interface Delimiters {
  readonly element: string;
  readonly component: string;
  readonly repetition: string | undefined;
  readonly segment: string;
}

/** One segment as it stands in the file. `elements[0]` is the identifier, so `elements[1]` is element 01. */
export interface Segment {
  readonly id: string;
  readonly elements: readonly string[];
  /** In the file, ISA = 1. */
  readonly ordinal: number;
  /** Offset of the first byte in the file. */
  readonly position: number;
  readonly delimiters: Delimiters;
}

/** Element `index` (01 is 1), or the empty string. */
export function element(segment: Segment, index: number): string {
  return segment.elements[index] ?? '';
}

/** Component `part` (1-based) of an element's first repetition, or the empty string. */
export function component(segment: Segment, index: number, part: number): string {
  const text = element(segment, index);
  const { component: separator, repetition } = segment.delimiters;
  // Most elements are simple: no need to cut them up.
  if (part === 1 && !text.includes(separator) && (repetition === undefined || !text.includes(repetition))) {
    return text;
  }
  return components(segment, repetitions(segment, index)[0] ?? '')[part - 1] ?? '';
}

export function components(segment: Segment, text: string): string[] {
  return text.split(segment.delimiters.component);
}

function repetitions(segment: Segment, index: number): string[] {
  const text = element(segment, index);
  const { repetition } = segment.delimiters;
  return repetition === undefined ? [text] : text.split(repetition);
}

/** An identifier fit to be shown: whatever has not the shape of one may be a patient's data. */
export function shownId(id: string): string {
  return /^[A-Z][A-Z0-9]{1,2}$/.test(id) ? id : '???';
}

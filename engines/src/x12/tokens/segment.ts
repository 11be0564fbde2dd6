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
  const text = segment.elements[index] ?? '';
  const { component: separator, repetition } = segment.delimiters;
  let end = repetition === undefined ? -1 : text.indexOf(repetition);
  if (end < 0) end = text.length;
  // Without cutting up the whole: this is asked of every qualifier.
  let from = 0;
  for (let n = 1; n < part; n++) {
    const at = text.indexOf(separator, from);
    if (at < 0 || at >= end) return '';
    from = at + 1;
  }
  const at = text.indexOf(separator, from);
  return text.substring(from, at < 0 || at > end ? end : at);
}

export function components(segment: Segment, text: string): string[] {
  return text.split(segment.delimiters.component);
}

/** An identifier fit to be shown: whatever has not the shape of one may be a patient's data. */
export function shownId(id: string): string {
  return /^[A-Z][A-Z0-9]{1,2}$/.test(id) ? id : '???';
}

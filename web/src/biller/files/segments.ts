export interface Segment {
  /** `CLP`. */
  id: string;
  /** All of it, without its terminator. */
  text: string;
}

/**
 * An X12 file as lines for reading, one segment each; text that does not begin with an ISA as its own lines.
 * The terminator is the 106th character (ISA, "Interchange Control Header": fixed length).
 */
export function segmentsOf(content: string): Segment[] {
  const terminator = content.startsWith('ISA') ? content[105] : undefined;
  const parts = terminator === undefined ? content.split(/\r?\n/) : content.split(terminator);
  return parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((text) => ({ id: terminator === undefined ? '' : (/^[A-Z0-9]{2,3}/.exec(text)?.[0] ?? ''), text }));
}

/**
 * A file as mutations see it: text with one character a byte, cut by the delimiters of its first ISA or, where
 * it has none to go by, by the usual ones. Joined again it is the same text.
 */
export interface FileText {
  element: string;
  component: string;
  repetition: string;
  terminator: string;
  segments: string[];
}

export function cut(text: string): FileText {
  const isa = text.indexOf('ISA');
  const at = (offset: number, usual: string) => {
    const character = isa < 0 ? '' : text.charAt(isa + offset);
    return character === '' || /[A-Za-z0-9 ]/.test(character) ? usual : character;
  };
  const terminator = at(105, '~');
  return {
    element: at(3, '*'),
    component: at(104, ':'),
    repetition: at(82, '^'),
    terminator,
    segments: text.split(terminator),
  };
}

export function joined({ segments, terminator }: FileText): string {
  return segments.join(terminator);
}

/** The identifier of a segment, without the line break before it. */
export function idOf(segment: string, { element }: FileText): string {
  return (segment.split(element, 1)[0] ?? '').trim();
}

/** The file with its counts made right (SE01, GE01, IEA01), so that what else is wrong is looked at. */
export function recounted(text: string): string {
  const file = cut(text);
  const { element } = file;
  let [st, transactions, groups] = [-1, 0, 0];
  file.segments = file.segments.map((segment, index) => {
    const id = idOf(segment, file);
    if (id === 'ST') {
      st = index;
      transactions++;
    } else if (id === 'GS') {
      transactions = 0;
      groups++;
    } else if (id === 'ISA') groups = 0;
    const count =
      id === 'SE' ? index - st + 1 : id === 'GE' ? transactions : id === 'IEA' ? groups : undefined;
    if (count === undefined) return segment;
    const elements = segment.split(element);
    elements[1] = String(count);
    return elements.join(element);
  });
  return joined(file);
}

export function toBytes(text: string): Uint8Array {
  return Buffer.from(text, 'latin1');
}

export function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

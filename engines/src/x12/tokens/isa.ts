import type { Delimiters } from './segment.ts';

/** The ISA is the one segment of fixed width: 105 characters and the terminator. Source: X12.5, ISA. */
export const isaLength = 106;

/** How far an ISA of the wrong width is read before it is given up. */
export const isaReach = 240;

const separatorOffsets = [3, 6, 17, 20, 31, 34, 50, 53, 69, 76, 81, 83, 89, 99, 101, 103];
const widths = separatorOffsets.slice(1).map((offset, index) => offset - (separatorOffsets[index] ?? 0) - 1);
/** How many characters too many an element may have before it is taken for a part of other segments. */
const slack = 5;

interface IsaFault {
  code: string;
  element: string;
  message: string;
}

export type IsaReading =
  | { delimiters: Delimiters; length: number; faults: IsaFault[] }
  | { delimiters?: undefined; fault: { code: string; message: string } };

/**
 * Reads the delimiters off an ISA at the start of `text`, one character a byte. One of the wrong width is
 * read as far as its sixteen separators allow, and reported.
 */
export function readIsa(text: string): IsaReading {
  const separator = text.charAt(3);
  const faults: IsaFault[] = [];
  let last = 103;
  if (!separatorOffsets.every((offset) => text[offset] === separator)) {
    const found = sixteenth(text, separator);
    if (found === undefined || goesOn(text.slice(4, found).split(separator))) {
      return {
        fault: {
          code: 'isa-unreadable',
          message: 'The ISA segment has not its sixteen elements, so the delimiters cannot be known.',
        },
      };
    }
    last = found;
    faults.push(wrongWidth(text.slice(4, found).split(separator)));
  }
  if (text.length < last + 3) {
    return { fault: { code: 'isa-unreadable', message: 'The file ends within the ISA segment.' } };
  }
  const elements = text.slice(0, last).split(separator);
  const delimiters: Delimiters = {
    element: separator,
    component: text.charAt(last + 1),
    segment: text.charAt(last + 2),
    repetition: repetitionOf(elements[11] ?? '', elements[12] ?? ''),
  };
  const wrong = badDelimiters(delimiters);
  if (wrong) return { fault: { code: 'delimiters', message: wrong } };
  if (delimiters.repetition === undefined && (elements[12] ?? '') >= '00402') {
    faults.push({
      code: 'repetition-separator',
      element: 'ISA11',
      message: 'ISA11 must be a repetition separator in this version.',
    });
  }
  return { delimiters, length: last + 3, faults };
}

/** Told at the first element that is too long or too short. */
function wrongWidth(elements: readonly string[]): IsaFault {
  const at = elements.findIndex((text, index) => text.length !== widths[index]);
  const element = `ISA${String(at + 1).padStart(2, '0')}`;
  const message = `The ISA segment is not 106 characters wide: ${element} has ${elements[at]?.length} in place of ${widths[at]}.`;
  return { code: 'isa-width', element, message };
}

/** Whether sixteen separators were found only since segments after the ISA have some too, and tell of a patient perhaps. */
function goesOn(elements: readonly string[]): boolean {
  return elements.some(
    (text, index) => text.replace(/[\r\n]+/g, '').trimEnd().length > (widths[index] ?? 0) + slack,
  );
}

function sixteenth(text: string, separator: string): number | undefined {
  let at = 3;
  for (let count = 1; count < 16; count++) {
    at = text.indexOf(separator, at + 1);
    if (at < 0 || at > isaReach) return undefined;
  }
  return at;
}

/** ISA11 is a standards identifier (`U`) up to version 00401 and the repetition separator from 00402. */
function repetitionOf(isa11: string, isa12: string): string | undefined {
  return isa12 >= '00402' && isa11.length === 1 && !/[A-Za-z0-9 ]/.test(isa11) ? isa11 : undefined;
}

function badDelimiters({ element, component, segment, repetition }: Delimiters): string | undefined {
  const all = [element, component, segment, ...(repetition === undefined ? [] : [repetition])];
  if (all.some((c) => /[A-Za-z0-9 ]/.test(c) || c === '\0' || c > '\u007f')) {
    return 'A delimiter is a letter, a digit, a blank or no ASCII character.';
  }
  if (/[\r\n]/.test(element + component + (repetition ?? ''))) {
    return 'Only the segment terminator may be a line break.';
  }
  if (new Set(all).size !== all.length) return 'Two delimiters are the same character.';
  return undefined;
}

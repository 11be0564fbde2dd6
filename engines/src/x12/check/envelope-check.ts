import { parseCompactDate } from '../../model/index.ts';
import { element, type Segment } from '../tokens/segment.ts';
import { isTime } from './element-value.ts';

/** What is wrong with an element of an envelope segment. */
export interface EnvelopeFault {
  element: string;
  message: string;
  severity?: 'warning';
}

/** Whose numbers ISA06 and ISA08 are. */
export const idQualifiers = /^(?:0[1-9]|1[0-9]|2[0-9]|3[0-8]|AM|NR|SA|SN|ZZ)$/;

type Check = readonly [
  index: number,
  fits: (text: string, segment: Segment) => boolean,
  message: string,
  severity?: 'warning',
];

/** Nothing but separators follows. */
const isBlankFrom = (index: number) => (_: string, segment: Segment) =>
  segment.elements.slice(index).every((text) => text.replaceAll(segment.delimiters.component, '') === '');

/** A qualifier other than 00 says that something stands in the element after it. Nobody needs it, so it is warned of. */
const filled = (qualifier: number) => (text: string, isa: Segment) =>
  element(isa, qualifier) === '00' || text.trim() !== '';

const isPrintable = (text: string) => !/\p{Cc}/u.test(text);

const isaChecks: readonly Check[] = [
  [1, (t) => t === '00' || t === '03', 'is neither 00 nor 03'],
  [2, isPrintable, 'holds a control character'],
  [2, filled(1), 'is empty, though ISA01 announces it', 'warning'],
  [3, (t) => /^0[01]$/.test(t), 'is no security qualifier'],
  [4, isPrintable, 'holds a control character'],
  [4, filled(3), 'is empty, though ISA03 announces it', 'warning'],
  [5, (t) => idQualifiers.test(t), 'is no qualifier of a sender id'],
  [6, isPrintable, 'holds a control character'],
  [6, (t) => t.trim() !== '', 'is empty'],
  [7, (t) => idQualifiers.test(t), 'is no qualifier of a receiver id'],
  [8, isPrintable, 'holds a control character'],
  [8, (t) => t.trim() !== '', 'is empty'],
  [9, (t) => parseCompactDate(`20${t}`) !== undefined, 'is no date (YYMMDD)'],
  [10, (t) => t.length === 4 && isTime(t), 'is no time (HHMM)'],
  // Up to 00401 it names the standard, U for that of the USA; from 00402 on it divides repetitions. An old U is forgiven.
  [11, (t) => !/^[A-TV-Z0-9]$/.test(t), 'is neither a repetition separator nor a standard that is known'],
  [12, (t) => /^00[2-8]\d\d$/.test(t), 'is no interchange version'],
  [13, (t) => /^\d{9}$/.test(t), 'is no control number of nine digits'],
  [14, (t) => /^[01]$/.test(t), 'is neither 0 nor 1'],
  [15, (t) => /^[PTI]$/.test(t), 'is neither P nor T'],
];

/** GS02 and GS03. Blanks around it count for nothing. */
const isCode = (text: string) => text.length <= 15 && text.trim().length >= 2;

const gsChecks: readonly Check[] = [
  [1, (t) => /^[A-Z]{2}$/.test(t), 'is no functional identifier'],
  [2, isPrintable, 'holds a control character'],
  [2, isCode, 'must have 2 to 15 characters'],
  [3, isPrintable, 'holds a control character'],
  [3, isCode, 'must have 2 to 15 characters'],
  [4, (t) => parseCompactDate(t) !== undefined, 'is no date (CCYYMMDD)'],
  [5, isTime, 'is no time of day'],
  [6, (t) => /^\d{1,9}$/.test(t), 'is no control number of at most nine digits'],
  [7, (t) => t === 'X', 'must be X'],
  [8, (t) => /^[0-9A-Z]{1,12}$/.test(t), 'is no version'],
  [9, isBlankFrom(9), 'is more than a GS has'],
];

const geChecks: readonly Check[] = [[3, isBlankFrom(3), 'is more than a GE has']];

const ieaChecks: readonly Check[] = [[3, isBlankFrom(3), 'is more than an IEA has']];

const stChecks: readonly Check[] = [
  [1, (t) => /^[0-9A-Z]{3}$/.test(t), 'is no transaction set'],
  [2, (t) => /^[0-9A-Za-z]{4,9}$/.test(t), 'must have 4 to 9 characters'],
];

const noteCode = /^0(?:[0-2]\d|3[01])$/;

const ta1Checks: readonly Check[] = [
  [1, (t) => /^\d{9}$/.test(t), 'is no control number of nine digits'],
  [2, (t) => parseCompactDate(`20${t}`) !== undefined, 'is no date (YYMMDD)'],
  [3, (t) => t.length === 4 && isTime(t), 'is no time (HHMM)'],
  [4, (t) => /^[AER]$/.test(t), 'is none of A, E, R'],
  [5, (t) => noteCode.test(t), 'is no note code'],
  [
    5,
    (t, ta1) =>
      !noteCode.test(t) || !/^[AER]$/.test(element(ta1, 4)) || (t === '000') === (element(ta1, 4) === 'A'),
    'is 000 where TA104 is A, and only there',
  ],
  [6, isBlankFrom(6), 'is more than a TA1 has'],
];

/** Of both the facts are few: nobody is known to send them. Source: X12.5, ISB and ISE. */
const isbChecks: readonly Check[] = [[1, (t) => /^[1-3]$/.test(t), 'is no grade of service']];

const iseChecks: readonly Check[] = [
  [1, (t) => parseCompactDate(`20${t}`) !== undefined, 'is no date (YYMMDD)'],
  [2, (t) => t.length === 4 && isTime(t), 'is no time (HHMM)'],
  [3, (t) => /^[A-Z]{2,3}$|^\d\d$/.test(t), 'is no code of a time zone'],
];

const checks: Readonly<Record<string, readonly Check[]>> = {
  ISA: isaChecks,
  GS: gsChecks,
  GE: geChecks,
  IEA: ieaChecks,
  ST: stChecks,
  TA1: ta1Checks,
  ISB: isbChecks,
  ISE: iseChecks,
};

/** Checks the elements of an envelope segment that mean the same in every version from 00400 on. */
export function checkEnvelopeSegment(segment: Segment): EnvelopeFault[] {
  return (checks[segment.id] ?? [])
    .filter(([index, fits]) => !fits(element(segment, index), segment))
    .map(([index, , message, severity]) => {
      const at = `${segment.id}${String(index).padStart(2, '0')}`;
      return { element: at, message: `${at} ${message}.`, ...(severity && { severity }) };
    });
}

import type { Claim, InpatientProcedure } from '../../model/index.ts';
import { code, type Entry, money } from '../entry.ts';
import { monthDayYear } from '../wording.ts';
import { type Run, run } from './run.ts';

/** FL 18 to 41: conditions, occurrences, spans, values. The first line of each is filled before the second. */
export function eventCodes({ conditions = [], institutional = {} }: Claim): Run[] {
  const { occurrences = [], occurrenceSpans = [], values = [] } = institutional;
  return [
    run(between(18, 28), conditions, (place, condition, index) =>
      code(place, condition, `conditions[${index}]`),
    ),
    run(lines(between(31, 34), 'ab'), occurrences, (place, occurrence, index) => {
      const at = `institutional.occurrences[${index}]`;
      return [
        ...code(`${place}.code`, occurrence.code, `${at}.code`),
        ...code(place, monthDayYear(occurrence.date, 2, ''), `${at}.date`),
      ];
    }),
    run(lines(['35', '36'], 'ab'), occurrenceSpans, (place, span, index) => {
      const at = `institutional.occurrenceSpans[${index}]`;
      return [
        ...code(`${place}.code`, span.code, `${at}.code`),
        ...code(`${place}.from`, monthDayYear(span.from, 2, ''), `${at}.from`),
        ...code(`${place}.through`, monthDayYear(span.to, 2, ''), `${at}.to`),
      ];
    }),
    run(lines(['39', '40', '41'], 'abcd'), values, (place, value, index) => {
      const at = `institutional.values[${index}]`;
      return [
        ...code(`${place}.code`, value.code, `${at}.code`),
        ...money(place, value.amount, `${at}.amount`),
      ];
    }),
  ];
}

/** FL 67 to 74: diagnoses with their presence on admission, visit reasons, external causes, procedures. */
export function clinicalCodes({ diagnoses, institutional = {} }: Claim): Run[] {
  const { presentOnAdmission = [], visitReasons = [], externalCauses = [], procedures = [] } = institutional;
  const [principal, ...others] = diagnoses;
  const [principalProcedure, ...otherProcedures] = procedures;
  const diagnosis = (place: string, text: string, index: number) => [
    ...code(place, undotted(text), `diagnoses[${index}]`),
    ...code(`${place}.poa`, presentOnAdmission[index], `institutional.presentOnAdmission[${index}]`),
  ];
  return [
    run(['67'], listOf(principal), diagnosis),
    run(lines(['67'], 'ABCDEFGHIJKLMNOPQ'), others, (place, text, index) =>
      diagnosis(place, text, index + 1),
    ),
    run(['70a', '70b', '70c'], visitReasons, (place, reason, index) =>
      code(place, undotted(reason), `institutional.visitReasons[${index}]`),
    ),
    run(['72a', '72b', '72c'], externalCauses, (place, cause, index) => {
      const at = `institutional.externalCauses[${index}]`;
      return [
        ...code(place, undotted(cause.code), at),
        ...code(`${place}.poa`, cause.presentOnAdmission, `${at}.presentOnAdmission`),
      ];
    }),
    run(['74'], listOf(principalProcedure), procedure),
    run(lines(['74'], 'abcde'), otherProcedures, (place, other, index) => procedure(place, other, index + 1)),
  ];
}

function procedure(place: string, { code: done, date }: InpatientProcedure, index: number): Entry[] {
  const at = `institutional.procedures[${index}]`;
  return [
    ...code(place, undotted(done), at),
    ...code(`${place}.date`, date && monthDayYear(date, 2, ''), `${at}.date`),
  ];
}

const undotted = (text: string) => text.replaceAll('.', '');
const listOf = <T>(first: T | undefined) => (first === undefined ? [] : [first]);

function between(first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => String(first + index));
}

/** `31a 32a 33a 34a 31b …` */
function lines(locators: readonly string[], letters: string): string[] {
  return Array.from(letters).flatMap((letter) => locators.map((locator) => locator + letter));
}

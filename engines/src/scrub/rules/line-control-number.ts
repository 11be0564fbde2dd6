import { isBlank, placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

/** The payer returns this number with its answer; without it a payment cannot be placed on its line. */
export const lineControlNumber: Rule = {
  id: 'line-control-number',
  severity: 'error',
  source: '005010X222A1, loop 2400, REF (6R)',
  check({ lines }) {
    return placedLines({ lines }).flatMap(({ line: { controlNumber }, at: line }) => {
      const at = `${line}.controlNumber`;
      if (isBlank(controlNumber)) return [{ at, message: 'Give the line a control number.' }];
      if (controlNumber.length > 30)
        return [{ at, message: 'Shorten the line control number to 30 characters.' }];
      if (lines.filter((other) => other.controlNumber === controlNumber).length === 1) return [];
      return [{ at, message: `Give each line a control number of its own; ${controlNumber} is used twice.` }];
    });
  },
};

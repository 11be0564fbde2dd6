import { placedLines } from '../claim-parts.ts';
import type { Rule } from '../rule.ts';

export const pointerOutOfRange: Rule = {
  id: 'pointer-out-of-range',
  severity: 'error',
  source: '005010X222A1, loop 2400, SV107',
  check(claim) {
    const last = Math.min(claim.diagnoses.length, 12);
    return placedLines(claim).flatMap(({ line, at }) =>
      line.diagnosisPointers.flatMap((pointer, index) => {
        if (Number.isInteger(pointer) && pointer >= 1 && pointer <= last) return [];
        const message = `Pointer ${pointer} names no diagnosis; the claim has ${claim.diagnoses.length}.`;
        return [{ at: `${at}.diagnosisPointers[${index}]`, message }];
      }),
    );
  },
};

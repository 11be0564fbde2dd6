import { isForeign } from '../codes/foreign-qualifier.ts';
import { element, type Segment } from '../tokens/segment.ts';
import type { TransactionRule } from './rule.ts';

/** The element that a segment says to hold a social security number. */
function place(segment: Segment): number {
  switch (segment.id) {
    case 'NM1':
      return element(segment, 8) === '34' ? 9 : 0;
    case 'ENT':
      return element(segment, 3) === '34' ? 4 : 0;
    case 'REF':
      return element(segment, 1) === 'SY' ? 2 : 0;
    default:
      return 0;
  }
}

export const ssns = ssnsAt(
  place,
  'NM109 with 34 in NM108, ENT04 with 34 in ENT03 and REF02 of REF*SY are nine digits',
);

/** Of a services review only those of REF: an example of its own guide has a provider's (NM108 = 34) with eight digits. */
export const ssnReferences = ssnsAt(
  (segment) => (segment.id === 'REF' ? place(segment) : 0),
  'REF02 of REF*SY is nine digits',
);

function ssnsAt(placeOf: (segment: Segment) => number, when: string): TransactionRule {
  return {
    id: 'ssn',
    snip: 5,
    from: 'guide',
    source: 'X12 external code source: Social Security Administration',
    when,
    start(report) {
      return {
        segment(segment, loop) {
          const index = placeOf(segment);
          const text = element(segment, index);
          // A qualifier that may not stand there is told already.
          if (index === 0 || text === '' || /^\d{9}$/.test(text) || loop.unsure?.has(segment.id)) return;
          if (isForeign(segment, loop, { index })) return;
          const at = `${segment.id}0${index}`;
          const message = `${at} is no social security number: nine digits are due.`;
          report({ code: 'ssn', segment, loop: loop.id, element: at, message });
        },
      };
    },
  };
}

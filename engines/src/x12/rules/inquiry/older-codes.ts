import { olderDependents, olderLevels } from '../../guides/eligibility-blocks.ts';
import { element } from '../../tokens/segment.ts';
import type { TransactionRule } from '../rule.ts';

interface OlderCode {
  id: string;
  source: string;
  when: string;
  segment: string;
  loop: string;
  element: number;
  /** What the guide has, and what is sent in its stead. */
  due: string;
  older: readonly string[];
}

/** A code that the guide no longer has and that many send all the same: it is told, and not refused. */
function olderCode({
  id,
  source,
  when,
  segment: name,
  loop: place,
  element: index,
  due,
  older,
}: OlderCode): TransactionRule {
  return {
    id,
    snip: 4,
    from: 'guide',
    source,
    when,
    start(report) {
      return {
        segment(segment, loop) {
          const code = element(segment, index);
          if (segment.id !== name || loop.id !== place || !older.includes(code)) return;
          const at = `${name}${String(index).padStart(2, '0')}`;
          const message = `${at} has only ${due} in this guide; payers may refuse another code.`;
          report({ code: id, severity: 'warning', segment, loop: loop.id, element: at, message });
        },
      };
    },
  };
}

export const coverageLevel = olderCode({
  id: 'coverage-level',
  source: '005010X279A1, 2110C EQ03',
  when: 'the coverage level of an inquiry is FAM, for the family, or left out',
  segment: 'EQ',
  loop: '2110C',
  element: 3,
  due: 'FAM',
  older: olderLevels,
});

export const dependentCode = olderCode({
  id: 'dependent-code',
  source: '005010X279A1, 2100D NM101',
  when: 'the dependent of a response is named with 03',
  segment: 'NM1',
  loop: '2100D',
  element: 1,
  due: '03',
  older: olderDependents,
});

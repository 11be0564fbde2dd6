import { opener } from '../../guides/guide.ts';
import { situationsOfEnrollment } from '../../guides/x220a1.situations.ts';
import { x220a1 } from '../../guides/x220a1.ts';
import { readSituations } from '../../situations/read.ts';
import { element } from '../../tokens/segment.ts';
import { first, type Loop, loopsOf, value } from '../../walk/loop.ts';
import type { Found, LoopRule, RuleSet } from '../rule.ts';
import { outOfSequence } from '../sequence.ts';
import { ssns } from '../ssn.ts';
import { memberTotals, subscriberFirst } from './members.ts';

/** Surviving insureds apart, a subscriber is related to nobody but himself, and a dependent never to himself. */
const relationship: LoopRule = {
  id: 'member-relationship',
  snip: 4,
  loop: '2000',
  from: 'guide',
  source: '005010X220A1, 2000 INS01 and INS02',
  when: 'INS02 is 18 for a subscriber (INS01 = Y) and never for a dependent (INS01 = N)',
  check(loop) {
    const ins = first(loop, 'INS');
    const [indicator, relation] = [value(ins, 1), value(ins, 2)];
    // A relation that the guide does not know is another finding.
    if (!ins || relation === undefined || !isListed(loop, 2, relation) || value(ins, 5) === 'S') return [];
    if (indicator === 'Y' ? relation === '18' : indicator !== 'N' || relation !== '18') return [];
    const message =
      indicator === 'Y'
        ? 'INS02 must be 18, because INS01 says that the member is the subscriber.'
        : 'INS02 cannot be 18, because INS01 says that the member is a dependent.';
    return [{ segment: ins, loop: '2000', element: 'INS02', message }];
  },
};

/** Whether the guide lists a code for an element of the segment that opens the loop. */
function isListed({ use }: Loop, index: number, code: string): boolean {
  return opener(use).elements.get(index)?.codes?.has(code) === true;
}

const auditReason: LoopRule = {
  id: 'audit-reason',
  snip: 4,
  loop: '2000',
  from: 'guide',
  source: '005010X220A1, 2000 INS04; X12 request for interpretation 1931',
  when: 'INS04 is XN only where INS03 is 030',
  check(loop) {
    const ins = first(loop, 'INS');
    const type = value(ins, 3);
    if (!ins || value(ins, 4) !== 'XN' || type === '030' || !isListed(loop, 3, type ?? '')) return [];
    const message = 'INS04 is XN in an audit or comparison (INS03 = 030) only.';
    return [{ segment: ins, loop: '2000', element: 'INS04', message }];
  },
};

const numbered = (loop: string, inner: string): LoopRule => ({
  id: 'line-number',
  snip: 4,
  loop,
  from: 'guide',
  source: `005010X220A1, ${inner} LX01`,
  when: `LX01 of loops ${inner} counts from 1`,
  check: (one) => outOfSequence(loopsOf(one, inner), 'LX'),
});

const stretches: readonly (readonly [loop: string, from: string, to: string])[] = [
  ['2000', '356', '357'],
  ['2200', '360', '361'],
  ['2300', '348', '349'],
  ['2320', '344', '345'],
];

/** A warning: the guide does not forbid it, and some senders void a coverage by an end on the day before its begin. */
const dates: LoopRule[] = stretches.map(([loop, from, to]) => ({
  id: 'end-before-begin',
  snip: 4,
  loop,
  from: 'guide',
  source: `005010X220A1, ${loop} DTP*${from} and DTP*${to}`,
  when: `DTP*${to} is not before DTP*${from}`,
  check: (one) => endBeforeBegin(one, from, to),
}));

function endBeforeBegin(loop: Loop, from: string, to: string): Found[] {
  const [begin, end] = [first(loop, 'DTP', from), first(loop, 'DTP', to)];
  if (!begin || !end || element(begin, 2) !== 'D8' || element(end, 2) !== 'D8') return [];
  if (!/^\d{8}$/.test(element(begin, 3)) || !/^\d{8}$/.test(element(end, 3))) return [];
  if (element(end, 3) >= element(begin, 3)) return [];
  const message = `The end (DTP*${to}) is before the beginning (DTP*${from}).`;
  return [{ severity: 'warning', segment: end, loop: loop.id, element: 'DTP03', message }];
}

const priorMonths: LoopRule = {
  id: 'prior-coverage-months',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X220A1, 2300 REF*QQ',
  when: 'REF02 of REF*QQ is a number of months',
  check(loop) {
    const ref = first(loop, 'REF', 'QQ');
    const months = value(ref, 2);
    if (!ref || months === undefined || /^\d{1,3}$/.test(months)) return [];
    return [{ segment: ref, loop: '2300', element: 'REF02', message: 'REF02 must be a number of months.' }];
  },
};

/** The rules for an 834. */
export const enrollmentRules: RuleSet = {
  loops: [
    ...readSituations(situationsOfEnrollment, x220a1.id),
    relationship,
    auditReason,
    numbered('2300', '2310'),
    numbered('2000', '2700'),
    priorMonths,
    ...dates,
  ],
  transactions: [memberTotals, subscriberFirst, ssns],
};

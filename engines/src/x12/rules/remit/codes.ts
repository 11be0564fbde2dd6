import { element } from '../../tokens/segment.ts';
import { all, type Loop } from '../../walk/loop.ts';
import type { Found, LoopRule } from '../rule.ts';
import { casElement, reasonsOf, warned } from './adjustments.ts';

const levels = ['2100', '2110'];

/** Reasons whose own text asks for a remark code beside them. Source: X12 external code source 139. */
const wantRemark = new Set(['16', '96', '125', '129', '148', '226', '227', '234', '250', '251', '252', 'A1']);

/** Reasons that their own text restricts to some groups. Source: X12 external code source 139. */
const groupsOf: ReadonlyMap<string, string> = new Map(
  Object.entries({ '23': 'OA', '45': 'CO, PR', '253': 'CO' }),
);

const groups: LoopRule[] = levels.map((loop) => ({
  id: 'adjustment-group',
  onlyWith: 'CAS',
  snip: 5,
  loop,
  from: 'guide',
  source: 'X12 external code source 139, reasons 23, 45 and 253',
  when: 'a reason that is restricted to some groups stands in one of them',
  check: (one) =>
    eachReason(one, (code, group) => {
      const allowed = groupsOf.get(code);
      return allowed === undefined || allowed.includes(group)
        ? undefined
        : `is a reason for group ${allowed} only.`;
    }),
}));

const remarksDue: LoopRule[] = levels.map((loop) => ({
  id: 'remark-due',
  snip: 5,
  loop,
  onlyWith: 'CAS',
  from: 'guide',
  source: 'X12 external code source 139; CAQH CORE 360',
  when: 'a reason that asks for a remark code has one at its line or its claim',
  check(one) {
    const wanting = eachReason(one, (code) =>
      wantRemark.has(code) ? 'is a reason that needs a remark code beside it.' : undefined,
    );
    const claim = one.id === '2100' ? one : one.parent;
    return wanting.length === 0 || hasRemark(one) || (claim && hasRemark(claim)) ? [] : wanting;
  },
}));

function eachReason(loop: Loop, wrong: (code: string, group: string) => string | undefined): Found[] {
  const found: Found[] = [];
  for (const segment of loop.segments) {
    if (segment.id !== 'CAS') continue;
    for (const index of reasonsOf(segment)) {
      const message = wrong(element(segment, index), element(segment, 1));
      if (message !== undefined) found.push(warned(segment, loop, index, `${casElement(index)} ${message}`));
    }
  }
  return found;
}

/** The remark codes of a claim: MOA03 to MOA07, MIA05 and MIA20 to MIA23. */
const remarkElements: Readonly<Record<string, readonly number[]>> = {
  MOA: [3, 4, 5, 6, 7],
  MIA: [5, 20, 21, 22, 23],
};

function hasRemark(loop: Loop): boolean {
  return (
    all(loop, 'LQ', 'HE').length > 0 ||
    ['MOA', 'MIA'].some((id) =>
      all(loop, id).some((segment) => remarkElements[id]?.some((index) => element(segment, index) !== '')),
    )
  );
}

/** SNIP 5: what codes of a remittance ask of each other; the codes themselves are judged as everywhere. */
export const remitCodeRules: readonly LoopRule[] = [...groups, ...remarksDue];

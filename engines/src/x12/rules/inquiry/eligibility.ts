import { inquirySituations, responseSituations } from '../../guides/x279a1.situations.ts';
import { readSituations } from '../../situations/read.ts';
import type { Segment } from '../../tokens/segment.ts';
import { first, type Loop, loopsOf } from '../../walk/loop.ts';
import { hierarchy, hierarchyWhere } from '../hierarchy.ts';
import type { RuleSet } from '../rule.ts';
import { ssns } from '../ssn.ts';
import { benefitPercent } from './benefit-percent.ts';
import { eligibilityPointers } from './eligibility-pointers.ts';
import { type LevelContent, levelContents } from './level-contents.ts';
import { coverageLevel, dependentCode } from './older-codes.ts';
import { traceOrigin } from './trace-origin.ts';

const guide = '005010X279A1';

const holds = (name: string, benefit: string) => (loop: Loop) =>
  loopsOf(loop, name).some((one) => loopsOf(one, benefit).length > 0);

const asked: readonly LevelContent[] = [
  {
    level: '2000C',
    name: '2100C',
    below: '2000D',
    holds: holds('2100C', '2110C'),
    due: { segment: 'EQ', loop: '2110C' },
  },
];

/** 2000A, 2000B … reject in the loop that names who the level is about; 2000A in itself, too. */
function rejection(loop: Loop): Segment | undefined {
  const names = loopsOf(loop, loop.id.replace('2000', '2100'));
  return [loop, ...names].map((one) => first(one, 'AAA')).find((aaa) => aaa !== undefined);
}

const answered: readonly LevelContent[] = [
  { level: '2000A', name: '2100A', below: '2000B', ends: rejection, due: { segment: 'AAA', loop: '2100A' } },
  { level: '2000B', name: '2100B', below: '2000C', ends: rejection, due: { segment: 'AAA', loop: '2100B' } },
  {
    level: '2000C',
    name: '2100C',
    below: '2000D',
    ends: rejection,
    holds: holds('2100C', '2110C'),
    due: { segment: 'EB', loop: '2110C' },
  },
  {
    level: '2000D',
    name: '2100D',
    ends: rejection,
    holds: holds('2100D', '2110D'),
    due: { segment: 'EB', loop: '2110D' },
  },
];

/** 270 */
export const inquiryRules: RuleSet = {
  loops: readSituations(inquirySituations, guide),
  transactions: [
    hierarchy,
    levelContents(asked, `${guide} (270), 2000C`),
    traceOrigin,
    eligibilityPointers,
    coverageLevel,
    ssns,
  ],
};

/** 271 */
export const responseRules: RuleSet = {
  loops: readSituations(responseSituations, guide),
  transactions: [
    hierarchyWhere((loop) => rejection(loop) !== undefined),
    levelContents(answered, `${guide} (271), AAA and 2110`),
    traceOrigin,
    eligibilityPointers,
    benefitPercent,
    dependentCode,
    ssns,
  ],
};

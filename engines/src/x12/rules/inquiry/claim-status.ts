import { requestSituations, responseSituations } from '../../guides/x212.situations.ts';
import { readSituations } from '../../situations/read.ts';
import { type Loop, loopOf, loopsOf } from '../../walk/loop.ts';
import { hierarchy, hierarchyWhere } from '../hierarchy.ts';
import type { RuleSet } from '../rule.ts';
import { type LevelContent, levelContents } from './level-contents.ts';
import { statusCategories } from './status-categories.ts';

const guide = '005010X212';

const holds = (claim: string) => (loop: Loop) => loopsOf(loop, claim).length > 0;

const subscriber: LevelContent = {
  level: '2000D',
  name: '2100D',
  below: '2000E',
  holds: holds('2200D'),
  due: { segment: 'TRN', loop: '2200D' },
};

/** The status of a receiver or provider is that of all requests below, so none is answered by itself. */
const ownStatus = (loop: Loop) => loopOf(loop, loop.id.replace('2000', '2200'))?.segments[0];

const answered: readonly LevelContent[] = [
  { level: '2000B', name: '2100B', below: '2000C', ends: ownStatus, due: { segment: 'TRN', loop: '2200B' } },
  { level: '2000C', name: '2100C', below: '2000D', ends: ownStatus, due: { segment: 'TRN', loop: '2200C' } },
  subscriber,
];

/** 276 */
export const statusRequestRules: RuleSet = {
  loops: readSituations(requestSituations, guide),
  transactions: [hierarchy, levelContents([subscriber], `${guide} (276), 2000D`)],
};

/** 277 */
export const statusResponseRules: RuleSet = {
  loops: readSituations(responseSituations, guide),
  transactions: [
    hierarchyWhere((loop) => /^2000[BC]$/.test(loop.id) && ownStatus(loop) !== undefined),
    levelContents(answered, `${guide} (277), 2200`),
    statusCategories,
  ],
};

import type { MoveProposal } from '@superbill/contract';
import { median, type OwnedWork, proposeMoves } from '@superbill/engines/workload';
import type { Work } from '../work.ts';
import { activityOf } from './activity.ts';
import { capacityOf } from './people.ts';
import { loadSituation, type Situation } from './situation.ts';
import { type OpenItem, toView } from './work-items.ts';

/** An item is hard when it takes this many times what is usual at its desk. */
const hardFrom = 1.5;

/** Few moves that lower the fullest day, with how full everybody is before and after. */
export async function readProposal(unit: Work): Promise<MoveProposal> {
  const situation = await loadSituation(unit);
  const items = new Map(movable(situation).map((item) => [itemId(item), item]));
  const hard = hardness([...items.values()]);
  const work: OwnedWork[] = [...items].map(([id, item]) => ({
    itemId: id,
    desk: item.desk,
    ownerId: item.ownerId ?? '',
    due: item.due.on,
    minutes: item.expected.planned,
    isOpen: item.isOpen,
    isHard: item.expected.minutes > hard(item) * hardFrom,
  }));
  const proposal = proposeMoves(
    situation.people.map((person) => ({
      personId: person.userId,
      desks: person.desks,
      capacity: capacityOf(person, situation.days, {
        today: unit.today,
        worked: activityOf(situation.activities, person.userId).workedToday,
      }),
    })),
    work,
  );
  return {
    moves: proposal.moves.flatMap(({ itemId: id, from, to }) => {
      const item = items.get(id);
      return item
        ? [{ kind: item.kind, subjectId: item.subjectId, fromId: from, toId: to, item: toView(item) }]
        : [];
    }),
    people: situation.people.map(({ userId, name }) => ({
      userId,
      name,
      before: share(proposal.before.get(userId)),
      after: share(proposal.after.get(userId)),
    })),
  };
}

/** Owned items that another person of the desk could do: a question belongs to the physician who was asked. */
function movable({ items, people }: Situation): OpenItem[] {
  const ids = new Set(people.map(({ userId }) => userId));
  return items.filter(({ ownerId, kind }) => ownerId !== null && ids.has(ownerId) && kind !== 'answer-query');
}

function itemId({ kind, subjectId }: OpenItem): string {
  return `${kind} ${subjectId}`;
}

function hardness(items: readonly OpenItem[]): (item: OpenItem) => number {
  const usual = new Map<string, number>();
  for (const { desk } of items) {
    if (usual.has(desk)) continue;
    usual.set(desk, median(items.filter((one) => one.desk === desk).map(({ expected }) => expected.minutes)));
  }
  return ({ desk }) => usual.get(desk) ?? Number.POSITIVE_INFINITY;
}

/** To two places; ten and more is more than any bar can show. */
function share(peak = 0): number {
  return Math.round(Math.min(peak, 10) * 100) / 100;
}

import { readBoard } from '@superbill/server/workload/board';
import { readMyDay } from '@superbill/server/workload/my-day';
import { readProposal } from '@superbill/server/workload/proposal';
import { learnWhenOld } from '@superbill/server/workload/time-model';
import { aWorld } from '../test/world.ts';
import { fillBoard } from './board-practice.ts';
import { figureOf, type Measured, timeEach } from './figure.ts';
import { withDatabase } from './throw-away.ts';

const times = 40;

/**
 * The supervisor's board, a proposal of moves and an own day, as use cases without HTTP. The aim of each is 300 ms at the
 * 95th percentile.
 */
export function measureBoard(): Promise<Measured> {
  return withDatabase(async (database) => {
    const world = await aWorld(database);
    await fillBoard(database, world);
    await world.as('supervisor', learnWhenOld);
    const board = await world.as('supervisor', readBoard);
    const items = board.desks.flatMap(({ kinds }) => kinds).reduce((sum, kind) => sum + kind.items, 0);
    const { moves } = await world.as('supervisor', readProposal);
    const asked: [what: string, ask: () => unknown][] = [
      ['the board', () => world.as('supervisor', readBoard)],
      ['a proposal', () => world.as('supervisor', readProposal)],
      ['a coder’s day', () => world.as('coder', readMyDay)],
    ];
    const figures = [];
    for (const [what, ask] of asked) {
      await timeEach(Array.from({ length: 5 }, () => ask));
      figures.push(figureOf(what, await timeEach(Array.from({ length: times }, () => ask))));
    }
    const on = `${board.people.length} people with ${items.toLocaleString('en-US')} open items (${moves.length} moves proposed), the embedded database`;
    return { on, figures };
  });
}

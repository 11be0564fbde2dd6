import { routes } from '@superbill/contract';
import { type Handler, handle, handleInSteps } from '../../http/handle.ts';
import { forgetAll, forgetPhrase, setLearning } from './change-learning.ts';
import { learnNow } from './learn-now.ts';
import { readLearning } from './read-learning.ts';

export const learningHandlers: Handler[] = [
  handle(routes.readLearning, (unit) => readLearning(unit)),

  handle(routes.setLearning, async (unit, { body }) => {
    await setLearning(unit, body);
    return {};
  }),

  handleInSteps(routes.learnNow, async ({ system }, actor) => ({ version: await learnNow(system, actor) })),

  handle(routes.forgetPhrase, async (unit, { body }) => {
    await forgetPhrase(unit, body);
    return {};
  }),

  handle(routes.forgetAll, async (unit) => {
    await forgetAll(unit);
    return {};
  }),
];

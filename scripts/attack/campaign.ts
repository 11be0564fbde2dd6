import { verifyOrganization } from '@superbill/server/system/verify';
import type { Target } from '../../test/security/target.ts';
import { openFront } from './front.ts';
import type { MarkedRequest } from './marked-request.ts';
import { headerPlan, planOf } from './plan.ts';
import { orCareless, plantedPlaces } from './planted.ts';
import { attack, type Verdict } from './sqlmap.ts';

export interface Outcome {
  request: MarkedRequest;
  verdict: Verdict;
}

export interface Campaign {
  outcomes: Outcome[];
  planted: Outcome[];
  /** Requests that the server answered, by status. */
  statuses: Record<number, number>;
  faults: string[];
  booksAreWhole: boolean;
}

export interface CampaignOptions {
  /** Only these routes; all when there are none. */
  only: readonly string[];
  /** How many attacks go on at once. */
  atOnce: number;
  folder: string;
  onProgress(done: number, of: number): void;
}

/** Attacks the planted faults, then every place of every route, then proves the books whole. */
export async function campaign(target: Target, options: CampaignOptions): Promise<Campaign> {
  const { only, atOnce, folder, onProgress } = options;
  const careless = await openFront(target.planted(orCareless), folder);
  const planted = await inTurn(plantedRequests(target, careless.host), 1, (one) => attack(one, folder));
  await careless.stop();

  const front = await openFront(target, folder);
  const all = [...planOf(target, front.host), ...(await headerPlan(target, front.host))];
  const plan = all.filter(({ name }) => only.length === 0 || only.includes(name));
  const outcomes = await inTurn(plan, atOnce, (one) => attack(one, folder), onProgress);
  // Beside others an answer may be late by itself: what looked injectable has to look so again when it is alone.
  for (const outcome of outcomes)
    if (outcome.verdict.kind !== 'clean') outcome.verdict = await attack(outcome.request, folder);
  await front.stop();

  const { world } = target.sides.home;
  const { ok } = await verifyOrganization(world.system.db, world.organizationId);
  return { outcomes, planted, statuses: front.statuses, faults: front.faults, booksAreWhole: ok };
}

function plantedRequests(target: Target, host: string): MarkedRequest[] {
  const plan = planOf(target, host);
  return plantedPlaces.map(({ name, where }) => {
    const request = plan.find((one) => one.name === name && one.where.includes(where));
    if (!request) throw new Error(`${name} has no ${where} to plant a fault in`);
    return request;
  });
}

async function inTurn(
  requests: readonly MarkedRequest[],
  atOnce: number,
  act: (request: MarkedRequest) => Promise<Verdict>,
  onProgress: CampaignOptions['onProgress'] = () => {},
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const waiting = requests.entries();
  const worker = async () => {
    for (const [index, request] of waiting) {
      outcomes[index] = { request, verdict: await act(request) };
      onProgress(outcomes.filter(Boolean).length, requests.length);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return outcomes;
}

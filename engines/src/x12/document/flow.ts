import type { Guide } from '../guides/guide.ts';
import { guides, guidesFor } from '../guides/index.ts';
import { isObject } from './tree.ts';

type Flow = 'request' | 'response';

/** Which of two guides that share type and version it is: a response has purpose 11 (BHT02). Else undefined. */
export function flowOf({ type, set, versions, root }: Guide): Flow | undefined {
  const [version = ''] = versions;
  if (guidesFor(set, version).filter((one) => one.type === type).length < 2) return undefined;
  const [, second] = root.children;
  const purposes = second?.kind === 'segment' ? second.elements.get(2)?.codes : undefined;
  return purposes?.has('11') ? 'response' : 'request';
}

/** The guide that a transaction of a document was read with, or is written for. */
export function guideOf({ type, guide, flow, beginning }: Record<string, unknown>): Guide | undefined {
  const { set = '' } = guides.find((one) => one.type === type) ?? {};
  const held = guidesFor(set, typeof guide === 'string' ? guide : '').filter((one) => one.type === type);
  const purpose = isObject(beginning) ? beginning.purpose : undefined;
  const meant = flow ?? (purpose === '11' ? 'response' : 'request');
  return held.find((one) => flowOf(one) === meant) ?? held[0];
}

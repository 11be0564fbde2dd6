import { element, type Segment } from '../tokens/segment.ts';
import type { Guide } from './guide.ts';
import { x210 } from './x210.ts';
import { x212Request } from './x212-276.ts';
import { x212Response } from './x212-277.ts';
import { x214 } from './x214.ts';
import { x217Request } from './x217-request.ts';
import { x217Response } from './x217-response.ts';
import { x218 } from './x218.ts';
import { x220a1 } from './x220a1.ts';
import { x221a1 } from './x221a1.ts';
import { x222a1 } from './x222a1.ts';
import { x223a2 } from './x223a2.ts';
import { x224a2 } from './x224a2.ts';
import { x231a1 } from './x231a1.ts';
import { x279a1Inquiry } from './x279a1-270.ts';
import { x279a1Response } from './x279a1-271.ts';
import { x314 } from './x314.ts';

/** The guides that are held. */
export const guides: readonly Guide[] = [
  x222a1,
  x223a2,
  x224a2,
  x221a1,
  x231a1,
  x214,
  x220a1,
  x218,
  x279a1Inquiry,
  x279a1Response,
  x212Request,
  x212Response,
  x217Request,
  x217Response,
  x210,
  x314,
];

const byVersion = new Map<string, Guide[]>();
for (const guide of guides) {
  for (const base of new Set(guide.versions.map(withoutErrata))) {
    const key = `${guide.set} ${base}`;
    byVersion.set(key, [...(byVersion.get(key) ?? []), guide]);
  }
}

/** `005010X222A1` and `005010X222E2` are `005010X222`: errata correct a guide, and the latest is what we hold. */
function withoutErrata(version: string): string {
  return version.replace(/[AE]\d$/, '');
}

/** The transaction sets (ST01) that guides of a version are held for. */
export function setsOfVersion(version: string): string[] {
  return guides.filter((guide) => isOfVersion(guide, version)).map(({ set }) => set);
}

/** Whether a guide is the one of a version, whatever errata that names. */
export function isOfVersion({ versions }: Guide, version: string): boolean {
  return versions.some((one) => withoutErrata(one) === withoutErrata(version));
}

/**
 * The guides for a transaction set (ST01) under a version (ST03, else GS08), whatever errata it names. Where
 * there are several, the next segment tells which is meant ({@link guidesThatFit}).
 */
export function guidesFor(set: string, version: string): readonly Guide[] {
  return byVersion.get(`${set} ${withoutErrata(version)}`) ?? [];
}

/**
 * Which of several guides a transaction may follow, by its second segment: those that take the most of its
 * codes. A request and its answer differ in BHT02, kinds of 277 in BHT01.
 */
export function guidesThatFit(candidates: readonly Guide[], second: Segment): readonly Guide[] {
  const fits = candidates.map((guide) => fitOf(guide, second));
  const most = Math.max(...fits);
  return candidates.filter((_, index) => fits[index] === most);
}

function fitOf({ root }: Guide, second: Segment): number {
  const [, use] = root.children;
  if (use?.kind !== 'segment' || use.id !== second.id) return 0;
  return [...use.elements].filter(([n, { codes }]) => codes?.has(element(second, n))).length;
}

import type { Guide } from '../guide.ts';
import { x214 } from './x214.ts';
import { x221a1 } from './x221a1.ts';
import { x222a1 } from './x222a1.ts';
import { x231a1 } from './x231a1.ts';

/** The guides that are held. */
export const guides: readonly Guide[] = [x222a1, x221a1, x231a1, x214];

const byVersion = new Map(guides.flatMap((guide) => guide.versions.map((version) => [version, guide])));

/** The guide for a transaction set (ST01) under a version (ST03, else GS08). */
export function guideFor(set: string, version: string): Guide | undefined {
  const guide = byVersion.get(version);
  return guide?.set === set ? guide : undefined;
}

import { derivedCoronary } from './coronary.ts';
import { derivedHours } from './hours.ts';
import type { LabelEvidence } from './labels.ts';
import type { Statement } from './statement.ts';
import { derivedJoints } from './vertebral.ts';

/** What follows from numbers counts more than any name. */
const worth = 3;

/** Values that the numbers of a statement tell: hours of ventilation, arteries, vertebral joints. */
export function derivedFrom(statement: Statement): Map<string, LabelEvidence> {
  const found = new Map<string, LabelEvidence>();
  for (const { label, words, by } of [
    ...derivedHours(statement),
    ...derivedCoronary(statement),
    ...derivedJoints(statement),
  ])
    found.set(label, { score: worth, words, by, whole: true, counted: true });
  return found;
}

import type { Setting } from '../../../model/index.ts';

/** A short invented record and the codes it has, in their order. */
export interface RuleRecord {
  text: string;
  codes: string[];
  /** A visit where nothing is said. */
  setting?: Setting;
  /** The starter set has the codes too, and is asked as well. */
  starter?: true;
}

/** Records by the id of the rule that acts in them, or that must not. */
export type RuleTable = Readonly<Record<string, { fires: RuleRecord[]; silent: RuleRecord[] }>>;

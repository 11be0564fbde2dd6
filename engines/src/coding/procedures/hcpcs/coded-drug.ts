import type { Administration } from './administrations.ts';
import type { Amount } from './amounts.ts';
import type { ChosenCode } from './choose-code.ts';

/** A drug with its code, and every place where the record tells that it was given. */
export interface CodedDrug extends ChosenCode {
  told: Administration[];
  given?: Amount;
  units?: number;
}

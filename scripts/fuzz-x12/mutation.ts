import type { Dice } from '../dice.ts';

/** What a mutation may make use of. */
export interface Means {
  dice: Dice;
  /** Another file, to take from. */
  other: string;
  /** Texts that stand at some place of some seed (`CLM05`), to put there. */
  kin: ReadonlyMap<string, readonly string[]>;
}

/** Spoils a file, one character a byte. Where it finds nothing to spoil it gives the text back. */
export type Mutation = (text: string, means: Means) => string;

/** No input grows beyond, but for those that are long on purpose. */
export const longest = 65_536;

import type { CodeBook } from '@superbill/engines/model';
import { leastOfThree } from '../../test/processor-time.ts';
import { Dice } from '../dice.ts';
import { coded } from './laws.ts';
import type { TextKind } from './texts.ts';

/** Milliseconds of processor time for a text and for one eight times as long. */
export interface Growth {
  part: number;
  whole: number;
  isTooFast: boolean;
}

/** Eight times the text may take this often the time, garbage included; a quadratic step would take 64 times. */
const mostGrowth = 30;
/** Milliseconds below which growth cannot be told from what goes on beside it. */
const tellable = 400;

/** How the reading of one kind of text grows with its length, up to `longest` UTF-16 units. */
export function growthOf(book: CodeBook, kind: TextKind, longest: number, seed: number): Growth {
  const timeOf = (length: number) => {
    const text = kind.make(new Dice(seed), length);
    return leastOfThree(() => coded(book, text, 'outpatient'));
  };
  timeOf(longest / 16);
  const [part, whole] = [timeOf(longest / 8), timeOf(longest)];
  return { part, whole, isTooFast: whole > mostGrowth * part && whole > tellable };
}

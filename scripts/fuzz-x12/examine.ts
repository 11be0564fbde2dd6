import { checkAnswers } from './check-answers.ts';
import { checkFindings } from './check-findings.ts';
import { checkReading } from './check-reading.ts';
import { Trial } from './trial.ts';

/** Puts one input through all of the library. What is done follows from the bytes alone, so it can be done again. */
export function examine(bytes: Uint8Array): Trial {
  const trial = new Trial(bytes);
  const validation = checkFindings(trial);
  // What cannot be checked has failed already.
  if (!validation) return trial;
  const { isRefused } = checkAnswers(trial, validation);
  checkReading(trial, validation, isRefused);
  return trial;
}

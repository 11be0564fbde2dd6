import { createRequire } from 'node:module';
import type { Diagnostics } from 'recheck';

// The build in plain JavaScript: the other ones are programs of their own, one for each kind of machine.
const { checkSync } = createRequire(import.meta.url)('recheck/lib/browser.js') as typeof import('recheck');

/** How long an expression may take over a text: never more than in proportion to its length. */
export type Verdict =
  /** recheck found no text that takes it long. */
  | 'safe'
  /** recheck suspects it, but all its repetitions have an end, and its worst text was measured. */
  | 'bounded';

/** Characters of the text that a suspected expression is tried with, and the seconds it may take. */
const triedWith = 100_000;
const mayTakeMs = 1_000;

/**
 * Judges a regular expression: `safe`, `bounded`, or a sentence that says which text takes it too long. Where all
 * repetitions end, the work at each place is bounded, so that a text of twice the length takes twice as long; recheck
 * tells that only for small bounds, and else goes by how the work grows over short texts.
 */
export function judge(source: string, flags: string): Verdict | { problem: string } {
  const found = settled(source, flags);
  if (found.status === 'safe') return 'safe';
  const attack = found.status === 'vulnerable' ? found.attack : undefined;
  const shown = attack?.pattern.slice(0, 200) ?? 'no answer in time';
  if (!isBounded(source)) return { problem: `a text takes it too long: ${shown}` };
  if (!attack) return 'bounded';
  const expression = new RegExp(source, flags);
  const rounds = Math.ceil(triedWith / Math.max(1, attack.pumps.map(({ pump }) => pump).join('').length));
  const text = attack.pumps.map(({ prefix, pump }) => prefix + pump.repeat(rounds)).join('') + attack.suffix;
  const started = performance.now();
  text.replace(expression, '');
  const ms = performance.now() - started;
  return ms < mayTakeMs
    ? 'bounded'
    : { problem: `${text.length} characters take it ${Math.round(ms)} ms: ${shown}` };
}

/** The long answer, or where that takes too long the one by trying. */
function settled(source: string, flags: string): Diagnostics {
  const found = checkSync(source, flags, { timeout: 15_000 });
  return found.status === 'unknown' ? checkSync(source, flags, { timeout: 60_000, checker: 'fuzz' }) : found;
}

/** Whether every repetition ends: no `*`, no `+`, no `{3,}`. */
export function isBounded(source: string): boolean {
  const bare = source.replace(/\\./gs, 'x').replace(/\[[^\]]*\]/g, 'x');
  return !/[*+]|\{\d+,\}/.test(bare);
}

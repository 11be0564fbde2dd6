import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { readSources } from '../architecture/source-file.ts';
import { type Expression, expressionsIn } from './find.ts';
import type { Verdict } from './judge.ts';

const file = new URL('verdicts.txt', import.meta.url);

/** What a verdict is stored under: half of a SHA-256 of the expression. */
function keyOf({ source, flags }: Expression): string {
  return createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 32);
}

/** Verdicts by {@link keyOf}, so that what was judged once is not judged at each test. */
export function readVerdicts(): Map<string, Verdict> {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return new Map(lines.map((line) => line.split(' ') as [string, Verdict]));
}

export function writeVerdicts(verdicts: ReadonlyMap<string, Verdict>): void {
  const lines = [...verdicts].map(([key, verdict]) => `${key} ${verdict}\n`).sort();
  writeFileSync(file, lines.join(''));
}

/** Every expression of the product once, and how many of each file only a run makes. */
export function allExpressions(): { expressions: Map<string, Expression>; made: Map<string, number> } {
  const expressions = new Map<string, Expression>();
  const made = new Map<string, number>();
  for (const source of readSources()) {
    const inFile = expressionsIn(source);
    for (const each of inFile.found) expressions.set(keyOf(each), each);
    if (inFile.made > 0) made.set(source.path, inFile.made);
  }
  return { expressions, made };
}

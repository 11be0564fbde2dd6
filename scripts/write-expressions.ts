import { judge, type Verdict } from '../test/expressions/judge.ts';
import { allExpressions, readVerdicts, writeVerdicts } from '../test/expressions/verdicts.ts';

// Judges the regular expressions that are new, and stores the verdicts of all that are there. A bad one takes a minute.

const known = readVerdicts();
const { expressions } = allExpressions();
const verdicts = new Map<string, Verdict>();
for (const [key, { path, source, flags }] of expressions) {
  const verdict = known.get(key) ?? judge(source, flags);
  if (typeof verdict === 'string') {
    verdicts.set(key, verdict);
    continue;
  }
  console.error(`${path}: /${source}/${flags}\n  ${verdict.problem}`);
  process.exitCode = 1;
}
writeVerdicts(verdicts);
console.log(`${verdicts.size} of ${expressions.size} regular expressions have a verdict.`);

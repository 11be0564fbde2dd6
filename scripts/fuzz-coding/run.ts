// Puts random and hostile texts through the coding engine and checks the laws of its answers; then measures
// that time grows with length and no faster: `npm run fuzz:coding -- --count 10000 --seed 7`.
import { parseArgs } from 'node:util';
import { buildEdition } from '../coding-editions.ts';
import { Dice } from '../dice.ts';
import { growthOf } from './growth.ts';
import { brokenLaws } from './laws.ts';
import { textKinds } from './texts.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const opened = (await buildEdition('official')) ?? (await buildEdition('starter'));
if (!opened) throw new Error('There is no edition to code with.');
const { search, codes } = opened;
const seed = Number(values.seed);
const dice = new Dice(seed);
console.log(`seed ${seed}; ${codes.edition.edition}`);

let failures = 0;
const started = performance.now();
for (let number = 0; number < Number(values.count); number++) {
  const kind = dice.pick(textKinds);
  const length = dice.oneIn(50) ? dice.between(4000, 40_000) : dice.between(0, 2500);
  const text = kind.make(dice, length);
  const broken = brokenLaws(search, text, dice.oneIn(2) ? 'inpatient' : 'outpatient');
  for (const { law, detail } of broken) {
    failures++;
    console.log(`text ${number} (${kind.name}): ${law} — ${detail.slice(0, 500)}`);
  }
}
console.log(
  `${values.count} texts, ${failures} failures, ${((performance.now() - started) / 1000).toFixed(0)} s`,
);

/** The longest note, in UTF-16 units. */
const longest = 2 ** 20;
console.log('\nkind of text'.padEnd(45), '   ⅛ MB      1 MB   growth');
for (const kind of textKinds) {
  const { part, whole, isTooFast } = growthOf(search, kind, longest, seed);
  if (isTooFast) failures++;
  const figures = [part, whole].map((time) => `${time.toFixed(0)} ms`.padStart(9)).join(' ');
  console.log(
    kind.name.padEnd(44),
    figures,
    `  ${(whole / part).toFixed(1)}${isTooFast ? '  grows too fast' : ''}`,
  );
}
process.exit(failures > 0 ? 1 : 0);

import { readdirSync, readFileSync } from 'node:fs';
import { partnerRulesText } from './ports.ts';

const engine = new URL('../../engines/src/', import.meta.url);

/** Every word of the library's own source: what a message may be made of. */
const words = new Set(
  ['x12', 'model']
    .flatMap((folder) =>
      readdirSync(new URL(`${folder}/`, engine), { recursive: true, encoding: 'utf8' }).map(
        (name) => `${folder}/${name}`,
      ),
    )
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|testing/.test(name))
    .map((name) => readFileSync(new URL(name, engine), 'utf8'))
    .concat(partnerRulesText)
    .flatMap((source) => source.match(/[A-Za-z0-9]+/g) ?? []),
);

/** `CLM05`, and the version of a guide, which is a code even where it is not held. */
const identifier = /^(?:[A-Z][A-Z0-9]{1,2}\d\d|00[2-8]\d{3}(?:X\d{3}(?:[A-Z]\d)?)?)$/;

/** Messages seen: most are the same ones again. */
const known = new Map<string, readonly string[]>();
const mostKnown = 20_000;

/**
 * Words of a message that can only come from the file: none of the library's own, no place, no figure. Amounts
 * may be told, and numbers of few digits.
 */
export function foreignWords(message: string): readonly string[] {
  const before = known.get(message);
  if (before) return before;
  const tokens = message.replace(/-?\$[\d,]+(?:\.\d+)?/g, '').match(/[A-Za-z0-9\u00c0-\u024f]+/g) ?? [];
  const foreign = tokens.filter(
    (word) => word.length >= (/^\d+$/.test(word) ? 7 : 4) && !words.has(word) && !identifier.test(word),
  );
  if (known.size < mostKnown) known.set(message, foreign);
  return foreign;
}

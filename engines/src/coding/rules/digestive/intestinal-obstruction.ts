import { type CodingRule, moved } from '../rule.ts';
import { affirmedOf } from '../stated.ts';

const adhesions = /\badhesi(?:ons?|ve)\b/i;
const partial = /\b(?:partial|incomplete|pSBO)\b/i;
const complete = /\b(?:complete|total|high[- ]grade)\b/i;
/** The last digits for partial, complete and neither stated. */
const kinds: { group: RegExp; stem: string; digits: [string, string, string] }[] = [
  { group: /^K56\.5/, stem: 'K56.5', digits: ['1', '2', '0'] },
  { group: /^K56\.60/, stem: 'K56.60', digits: ['0', '1', '9'] },
  { group: /^K56\.69/, stem: 'K56.69', digits: ['0', '1', '9'] },
];

/** An obstruction of the bowel is coded by its cause and by whether it is complete. */
export const intestinalObstruction: CodingRule = {
  id: 'intestinal-obstruction',
  source: 'ICD-10-CM tabular list, K56.5 and K56.6',
  reason: 'An obstruction of the bowel is coded by cause and completeness.',
  apply(candidates, about) {
    const obstructed = candidates.find(({ code }) => /^K56\.(?:5|6)/.test(code));
    if (!obstructed) return [...candidates];
    const text = affirmedOf(obstructed, about);
    const group = adhesions.test(text) ? kinds[0] : kinds.find((kind) => kind.group.test(obstructed.code));
    if (!group) return [...candidates];
    const code = `${group.stem}${group.digits[partial.test(text) ? 0 : complete.test(text) ? 1 : 2]}`;
    if (code === obstructed.code || !about.book.lookup(code)?.billable) return [...candidates];
    const joined = moved(obstructed, code, about.book, 'Cause and completeness as stated');
    return candidates.flatMap((one) =>
      one === obstructed ? [joined] : /^K66\.0/.test(one.code) ? [] : [one],
    );
  },
};

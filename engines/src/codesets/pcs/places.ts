import type { LabelEvidence } from './labels.ts';
import type { Named } from './operations.ts';
import { splitSide } from './sides.ts';
import type { Statement } from './statement.ts';
import { bodyPart, type Said, type Walked } from './walk.ts';

/** Operations whose statement names another place too, where something is led or taken from. */
const ledElsewhere = /^0.[1GXY]/;

/** The characters of the body parts that are operated on besides, or instead of, an undecided one. */
export function otherPlaces(
  walked: Walked,
  { words }: Named,
  evidence: LabelEvidence,
  said: Said,
  statement: Statement,
): string[] {
  const { table, codes } = walked;
  const chosen = new Set(codes.map((code) => code.charAt(bodyPart)));
  if (evidence.counted) return chosen.size > 1 ? [...chosen] : [];
  if (ledElsewhere.test(table.code)) return [];
  if (chosen.size > 1) return areApart(walked, chosen, said, statement) ? [...chosen] : [];
  const used = new Set([...evidence.words, ...words]);
  const also: string[] = [];
  for (const [character, label] of walked.labels(bodyPart)) {
    const other = said.at(bodyPart, splitSide(label).base);
    if (chosen.has(character) || !other?.whole || other.counted) continue;
    // `skin of face and neck`: what both share may be said once.
    const own = new Set([...other.words].filter((place) => !used.has(place)));
    if (own.size === 0 || !listedWith(evidence.words, own, statement)) continue;
    for (const place of own) used.add(place);
    also.push(character);
  }
  return also;
}

/** Values said as much as one another are several places when each has words of its own. */
function areApart(walked: Walked, chosen: ReadonlySet<string>, said: Said, statement: Statement): boolean {
  const labels = walked.labels(bodyPart);
  const found = [...chosen].map(
    (character) => said.at(bodyPart, splitSide(labels.get(character) ?? '').base)?.words ?? new Set<number>(),
  );
  found.sort((a, b) => Math.min(...a) - Math.min(...b));
  return found.every((words, at) => {
    const before = found[at - 1];
    return words.size > 0 && (!before || listedWith(before, words, statement));
  });
}

/** `antrum and duodenum`: only `and`, a comma or a slash stands between the two. */
function listedWith(a: ReadonlySet<number>, b: ReadonlySet<number>, { text, words }: Statement): boolean {
  const [one, two] = Math.max(...a) < Math.min(...b) ? [a, b] : [b, a];
  const start = words[Math.max(...one)]?.end ?? 0;
  const end = words[Math.min(...two)]?.start ?? 0;
  return /^ ?(?:,|and|&|\/|, and)(?: the)? ?$/i.test(text.slice(start, end));
}

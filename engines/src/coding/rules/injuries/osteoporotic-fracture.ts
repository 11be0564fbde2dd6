import type { Candidate } from '../../candidates.ts';
import { type Case, type CodingRule, moved } from '../rule.ts';
import { sentencesOf } from '../stated.ts';

const fragile =
  /\b(?:osteoporotic|fragility|osteoporo\w+ with (?:\w+ ){0,3}(?:fracture|fx)|(?:fracture|fx) (?:due to|from|2\/2|secondary to) (?:\w+ )?osteoporosis)\b/i;
/** Sites of M80.0-, by the words of the record; where they have sides the last digit tells them. */
const sites: { name: RegExp; stem: string; sided: boolean }[] = [
  { name: /\b(?:vertebra\w*|spine|spinal|compression|[TL]\d{1,2})\b/, stem: 'M80.08', sided: false },
  { name: /\b(?:hip|femur|femoral|intertrochanteric)\b/i, stem: 'M80.05', sided: true },
  { name: /\b(?:wrist|radius|radial|forearm|ulna\w*|Colles)\b/i, stem: 'M80.03', sided: true },
  { name: /\b(?:humer\w+)\b/i, stem: 'M80.02', sided: true },
  { name: /\bshoulder\b/i, stem: 'M80.01', sided: true },
  { name: /\b(?:hand|finger)\b/i, stem: 'M80.04', sided: true },
  { name: /\b(?:tibia\w*|fibula\w*|lower leg)\b/i, stem: 'M80.06', sided: true },
  { name: /\b(?:ankle|foot|metatars\w+)\b/i, stem: 'M80.07', sided: true },
];

/** A fracture that osteoporosis explains is coded with it, never as an injury. */
export const osteoporoticFracture: CodingRule = {
  id: 'osteoporotic-fracture',
  source: 'ICD-10-CM Official Guidelines I.C.13.d.2',
  reason: 'A fracture in osteoporosis is one code with it, not an injury.',
  apply(candidates, about) {
    const broken = candidates.find((one) => isFracture(one) && fragile.test(textOf(one, about)));
    const code = broken && codeOf(broken, about);
    if (!broken || !code) return [...candidates];
    const joined = moved(broken, code, about.book, 'Fracture due to osteoporosis');
    return candidates.flatMap((one) => (one === broken ? [joined] : /^M8[01]\./.test(one.code) ? [] : [one]));
  },
  standsFor: ({ code }) => /^M80/.test(code),
};

const isFracture = ({ code }: Candidate) =>
  /^(?:S(?:12|22|32|42|52|62|72|82|92)|M84\.4|M48\.5|M80\.00)/.test(code);

function textOf({ evidence }: Candidate, about: Case): string {
  return sentencesOf({ evidence }, about);
}

function codeOf(broken: Candidate, about: Case): string | undefined {
  const text = textOf(broken, about);
  const site =
    sites.find(({ name }) => name.test(broken.context)) ?? sites.find(({ name }) => name.test(text));
  if (!site) return undefined;
  const side = /\b(?:right|R)\b/.test(text) ? '1' : /\b(?:left|L)\b/.test(text) ? '2' : '9';
  const seventh = /[ADGKPS]$/.exec(broken.code)?.[0] ?? 'A';
  const code = site.sided ? `${site.stem}${side}${seventh}` : `${site.stem}X${seventh}`;
  return about.book.lookup(code)?.billable ? code : undefined;
}

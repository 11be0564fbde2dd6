import type { Evidence } from '../../../model/index.ts';
import { type Candidate, evidenceOf } from '../../candidates.ts';
import { added, type Case, type CodingRule } from '../rule.ts';
import { concluded, ofToday, readingOf, statements } from '../stated.ts';

const ulcer =
  /\b(?:pressure (?:ulcers?|injur(?:y|ies)|sores?|wounds?)|decubit\w+(?: ulcers?)?|bed ?sores?)\b/gi;
/** The stages as records write them, and the last digit of the code. */
const stage =
  /\bstage ?(1|2|3|4|I{1,3}|IV)\b|\b(unstag(?:e)?able)\b|\b(deep[- ]tissue (?:pressure )?(?:injury|damage)|DTI|DTPI|suspected deep tissue \w+)\b/gi;
const digits: Record<string, string> = {
  '1': '1',
  '2': '2',
  '3': '3',
  '4': '4',
  I: '1',
  II: '2',
  III: '3',
  IV: '4',
};

/** Sites of the category; where a site has sides, right and left follow the stem, else `-` takes their place. */
const sites: { name: RegExp; unspecified: string; right?: string; left?: string }[] = [
  { name: /\b(?:sacr\w+|coccyx|coccygeal|tailbone)\b/i, unspecified: 'L89.15' },
  { name: /\bheels?\b/i, unspecified: 'L89.60', right: 'L89.61', left: 'L89.62' },
  { name: /\b(?:ankles?|malleol\w+)\b/i, unspecified: 'L89.50', right: 'L89.51', left: 'L89.52' },
  { name: /\b(?:hips?|trochanter\w*)\b/i, unspecified: 'L89.20', right: 'L89.21', left: 'L89.22' },
  { name: /\b(?:buttocks?|ischi\w+|gluteal)\b/i, unspecified: 'L89.30', right: 'L89.31', left: 'L89.32' },
  { name: /\belbows?\b/i, unspecified: 'L89.00', right: 'L89.01', left: 'L89.02' },
  { name: /\b(?:head|occip\w+|scalp)\b/i, unspecified: 'L89.81' },
];
/** Where one ulcer of a list ends and the next begins. */
const item = /[,;.]|\band\b|&|\+/g;
/** A clause about more sites than a body has is no list of ulcers. */
const mostItems = 24;

/** Each pressure ulcer is coded by site, side and stage, also where one sentence lists several. */
export const pressureUlcers: CodingRule = {
  id: 'pressure-ulcers',
  source: 'ICD-10-CM Official Guidelines I.C.12.a; tabular list, category L89',
  reason: 'Each pressure ulcer is coded by its site, side and stage.',
  apply(candidates, about) {
    const known = candidates.filter(({ code }) => /^L89/.test(code));
    const stated = known[0] ? undefined : concluded(about, ulcer);
    if (known.length === 0 && !stated) return [...candidates];
    const order = Math.min(candidates.length, ...known.map((one) => one.order));
    const found = listed(about, order);
    if (found.length === 0) return [...candidates];
    const others = candidates.filter((one) => !/^L89/.test(one.code) && !isSameInjury(one, found));
    // A site with a stage replaces the same site without one; what else is coded stays.
    const kept = known.filter(
      ({ code }) => !/^L89\.9/.test(code) && !found.some((one) => one.code.slice(0, 6) === code.slice(0, 6)),
    );
    return [...others, ...kept, ...found];
  },
  standsFor: ({ code }) => /^L89/.test(code),
};

/** `Left heel deep tissue injury` is no injury of the foot by force. */
function isSameInjury(one: Candidate, found: readonly Candidate[]): boolean {
  return (
    /^S/.test(one.code) &&
    one.evidence.every(({ start, end }) =>
      found.some(({ evidence }) => evidence.some((span) => start < span.end && span.start < end)),
    )
  );
}

function listed(about: Case, order: number): Candidate[] {
  const found = new Map<string, Candidate>();
  const near = statements(about, ulcer, ofToday);
  const asked = new Set(near.map(({ clause }) => clause));
  // What follows in the same paragraph goes on with the list: `…; right heel unstageable`.
  for (const { document, clauses } of about.read) {
    for (const [at, clause] of clauses.entries()) {
      const before = clauses[at - 1];
      const goesOn = before && asked.has(before) && before.section === clause.section;
      if (goesOn && document.text.slice(before.end, clause.start).trim() === ';') asked.add(clause);
      if (!asked.has(clause)) continue;
      for (const { text, start } of itemsOf(clause.text)) {
        const code = codeOf(text);
        if (!code || found.has(code) || readingOf(clause).of(start, start + text.length) === 'negated')
          continue;
        const span: Evidence = evidenceOf(document, clause.start + start, clause.start + start + text.length);
        const one = added(
          code,
          [span],
          about,
          'Site, side and stage of the ulcer',
          order + found.size * 0.01,
        );
        if (one) found.set(code, one);
      }
    }
  }
  return [...found.values()];
}

function itemsOf(text: string): { text: string; start: number }[] {
  const cuts = [...text.matchAll(item)]
    .slice(0, mostItems)
    .map(({ index, 0: mark }) => [index, index + mark.length]);
  const items: { text: string; start: number }[] = [];
  let from = 0;
  for (const [end = 0, next = 0] of [...cuts, [text.length, text.length]]) {
    items.push({ text: text.slice(from, end), start: from });
    from = next;
  }
  return items;
}

function codeOf(words: string): string | undefined {
  const staged = [...words.matchAll(stage)][0];
  const site = sites.find(({ name }) => name.test(words));
  if (!staged || !site) return undefined;
  const digit = staged[1] ? digits[staged[1].toUpperCase()] : staged[2] ? '0' : '6';
  const right = /\b(?:right|rt|R)\b/.test(words) || /\bRight\b/.test(words);
  const left = /\b(?:left|lt|L)\b/.test(words) || /\bLeft\b/.test(words);
  const stem = (right && site.right) || (left && site.left) || site.unspecified;
  return `${stem}${digit}`;
}

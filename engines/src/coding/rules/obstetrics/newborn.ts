import { type Candidate, evidenceOf } from '../../candidates.ts';
import { added, type Case, type CodingRule, moved } from '../rule.ts';
import { said, statements } from '../stated.ts';
import { weeksIn } from './gestation.ts';

const ofNewborn =
  /\b(?:newborn|neonate|NICU|nursery|DOL ?#?\d|birth ?weight|BW|apgars?|born (?:at|by|via))\b/gi;
const cesarean = /\b(?:c-?section|cesarean|C\/S|CS)\b/gi;
const vaginal = /\b(?:vaginal(?:ly)?|NSVD|SVD|VBAC)\b/gi;
const weight =
  /\b(?:BW|birth ?weight|LBW|VLBW)\D{0,12}(\d{3,4}) ?g\b|\b(\d{3,4}) ?g(?:rams?)? (?:at birth|birth ?weight)\b/gi;
const preterm = /\b(?:preterm|premature|prematurity|ex-?\d\d)\b/gi;
const outside =
  /\b(?:transferred (?:in|from)|outborn|born (?:at|in) (?:an? )?(?:outside|other|referring))\b/gi;

/** A newborn's record begins with its birth; a preterm one has its weight and its weeks beside it. */
export const newborn: CodingRule = {
  id: 'newborn',
  source: 'ICD-10-CM Official Guidelines I.C.16.a.2, I.C.16.d, I.C.16.e and I.C.21.c.16; notes at P07',
  reason: "A newborn's record begins with the birth, and tells weight and weeks of a preterm one.",
  apply(candidates, about) {
    const isNewborn = candidates.some(({ code }) => /^(?:P|Z38)/.test(code));
    const mother = candidates.some(({ code }) => /^(?:O|Z37)/.test(code));
    const stated = isNewborn && !mother ? said(about, ofNewborn) : undefined;
    if (!stated) return [...candidates];
    const birth = candidates.find(({ code }) => /^Z38/.test(code));
    const born = birth ? [] : bornHere(stated.evidence, about);
    const settled = candidates.flatMap((one) =>
      one === birth ? [byDelivery(one, about)] : isPostTerm(one) ? [] : [one],
    );
    const early = prematurity(settled, about);
    // `Preterm newborn` says nothing beside its weeks.
    const open = (code: string) => (code === 'P07.30' || code === 'P07.10' ? code.slice(0, 5) : undefined);
    const all = [...settled, ...early];
    return [
      ...born,
      ...all.filter(
        ({ code }) => !all.some((one) => one.code !== code && open(code) === one.code.slice(0, 5)),
      ),
    ];
  },
};

/** `Term newborn` shares its words with one after term. */
function isPostTerm({ code, context }: Candidate): boolean {
  return /^P08\.2/.test(code) && !/\b(?:post-?(?:term|mature|dates)|4[1-4]|prolonged)\b/i.test(context);
}

function wayOf(about: Case): '0' | '1' | undefined {
  if (said(about, cesarean)) return '1';
  return said(about, vaginal) ? '0' : undefined;
}

function byDelivery(birth: Candidate, about: Case): Candidate {
  const way = wayOf(about);
  const code = birth.code === 'Z38.2' && way && !said(about, outside) ? `Z38.0${way}` : birth.code;
  if (code === birth.code || !about.book.lookup(code)?.billable) return birth;
  return moved(birth, code, about.book, way === '1' ? 'Delivered by cesarean' : 'Delivered vaginally');
}

function bornHere(evidence: Candidate['evidence'][number], about: Case): Candidate[] {
  const way = wayOf(about);
  if (!way || said(about, outside) || said(about, /\b(?:readmi\w+|days? old|day-old|week-old|wk old)\b/gi))
    return [];
  const twin = said(about, /\btwins?\b/gi);
  const code = twin ? `Z38.3${way}` : `Z38.0${way}`;
  const birth = added(code, [evidence], about, 'Born at this admission', -1);
  return birth ? [birth] : [];
}

/** P07: the weight in steps of 250 g, then the weeks. */
function prematurity(candidates: readonly Candidate[], about: Case): Candidate[] {
  if (!said(about, preterm) && !candidates.some(({ code }) => /^P07/.test(code))) return [];
  const found: Candidate[] = [];
  const heavy = statements(about, weight)[0];
  const grams = Number(heavy?.match[1] ?? heavy?.match[2] ?? Number.NaN);
  const byWeight = heavy && weightCode(grams);
  if (heavy && byWeight && !candidates.some(({ code }) => code === byWeight)) {
    const one = added(byWeight, [heavy.evidence], about, `${grams} g at birth`, candidates.length + 1);
    if (one) found.push(one);
  }
  for (const { document, clauses } of about.read) {
    for (const { text, start } of clauses) {
      const age = weeksIn(text);
      if (!age || age.weeks >= 37) continue;
      const code = age.weeks < 28 ? `P07.2${age.weeks < 23 ? 1 : age.weeks - 21}` : `P07.3${age.weeks - 27}`;
      if (candidates.some((one) => one.code === code)) return found;
      const span = evidenceOf(document, start + age.start, start + age.end);
      const one = added(code, [span], about, `${age.weeks} completed weeks`, candidates.length + 2);
      return one ? [...found, one] : found;
    }
  }
  return found;
}

function weightCode(grams: number): string | undefined {
  if (!(grams > 0 && grams < 2500)) return undefined;
  if (grams < 1000) return `P07.0${grams < 500 ? 1 : grams < 750 ? 2 : 3}`;
  return `P07.1${[4, 5, 6, 7, 8, 8][Math.floor((grams - 1000) / 250)]}`;
}

import type { Evidence } from '../../../model/index.ts';
import type { Candidate } from '../../candidates.ts';
import { added, type Case, type CodingRule, moved } from '../rule.ts';
import { concluded, neighbourhood, ofToday, said, statements } from '../stated.ts';
import { earlierCesarean } from './earlier-cesarean.ts';
import { weekOfGestation, weeksOf } from './gestation.ts';

const delivered =
  /\b(?:NSVD|SVD|VBAC|vaginal(?:ly)? deliver\w+|(?:normal |spontaneous |vacuum |forceps |preterm |vaginal |cesarean |term )deliver(?:y|ed)|deliver(?:ed|y) (?:at|of|by|via|a|vaginally|live)|c-?section (?:performed|done|for|at)|(?:repeat|primary|emergent|emergency|urgent) (?:\w+ ){0,2}(?:c-?section|cesarean|CS)|liveborn|live ?birth|(?:live|viable|healthy) (?:male|female|boy|girl|infant|baby|newborn|twins)|, delivered)\b/gi;
/** The mother's record speaks of what a newborn's never has. */
const ofMother =
  /\b(?:G\d{1,2} ?P\d{1,4}|L&D|perineal|PROM|PPROM|SROM|AROM|cesarean|c-?section|placenta|postpartum|preeclampsia|labor)\b/gi;
const laceration =
  /\b(?:(1st|first|2nd|second|3rd|third|4th|fourth)[- ]degree (?:\w+ ){0,2}(?:lac\w*|tear)|(?:lac\w*|tear),? (1st|first|2nd|second|3rd|third|4th|fourth)[- ]degree)\b/gi;
const degrees: Record<string, string> = { '1': '0', f: '0', '2': '1', s: '1', '3': '20', t: '20', '4': '3' };
const rupture = /\b(?:PPROM|PROM|SROM|premature rupture|rupture of membranes|ROM)\b/gi;
const beyondDay = /(?:>|more than|over) ?24|prolonged/i;
const withinDay = /(?:<|within|less than|under) ?24/i;

/** What a delivery makes of the codes of its record: weeks, "in childbirth", tears, an earlier cesarean, the outcome. */
export const delivery: CodingRule = {
  id: 'delivery',
  source:
    'ICD-10-CM Official Guidelines I.C.15.a.3, I.C.15.b and I.C.15.n; tabular list, O42, O60.1, O70, Z37',
  reason: 'A record of a delivery has the codes that tell of childbirth, and its outcome.',
  apply(candidates, about) {
    // A clinic's note speaks of deliveries to come and gone by.
    const birth = about.record.setting === 'inpatient' ? said(about, delivered) : concluded(about, delivered);
    const obstetric = candidates.some(({ code }) => /^(?:O|Z37|Z3A)/.test(code));
    if (!birth && !obstetric) return [...candidates];
    if (!obstetric && !isMothers(about)) return [...candidates];
    const weeks = weeksOf(about)?.weeks;
    const exact = candidates.map((candidate) => detailed(candidate, weeks, birth !== undefined, about));
    const more = [
      ...earlierCesarean(exact, about),
      ...(birth ? [...lacerations(exact, about), ...anemia(exact, about)] : []),
    ];
    const all = [...exact, ...more];
    if (!birth) return all;
    const kept = all.filter(({ code }) => !/^O00/.test(code));
    const told = withOutcome(kept, birth.evidence, about);
    const week = weekOfGestation(told, about);
    return week ? [...told, week] : told;
  },
};

/** Whether a record without a code of chapter 15 is the mother's; its title says when it is the newborn's. */
function isMothers(about: Case): boolean {
  const ofNewborn = about.read.some(({ document }) =>
    /\b(?:newborn|nursery|NICU|neonat\w*|infant)\b/i.test(document.text.slice(0, 80)),
  );
  return about.record.setting === 'inpatient' && !ofNewborn && said(about, ofMother) !== undefined;
}

function detailed(candidate: Candidate, weeks: number | undefined, birth: boolean, about: Case): Candidate {
  const { book } = about;
  const to = (code: string, why: string) =>
    code !== candidate.code && book.lookup(code)?.billable ? moved(candidate, code, book, why) : candidate;
  if (/^O60\.1/.test(candidate.code) && weeks !== undefined)
    return to(`O60.1${weeks < 28 ? '2' : '4'}X0`, `${weeks} weeks`);
  if (/^O60\.0/.test(candidate.code) && birth && weeks !== undefined)
    return to(`O60.1${weeks < 28 ? '2' : '4'}X0`, 'Preterm labor with preterm delivery');
  if (/^O42/.test(candidate.code)) return to(ruptureCode(candidate, weeks, about), 'Weeks and time to labor');
  if (/^O24\.41/.test(candidate.code) && birth)
    return to(candidate.code.replace('O24.41', 'O24.42'), 'Delivered at this admission');
  if (/^O99\.82[05]$/.test(candidate.code) && birth) return to('O99.824', 'The record is of the delivery');
  return birth ? inChildbirth(candidate, about) : candidate;
}

/** O42: by the time from rupture to labor, and by term; preterm ones also by trimester. */
function ruptureCode({ code, context }: Candidate, weeks: number | undefined, about: Case): string {
  const words = `${context} ${statements(about, rupture)
    .map(({ clause, match }) => neighbourhood(clause, match.index))
    .join(' ; ')}`;
  const group = beyondDay.test(words)
    ? '1'
    : withinDay.test(words) || /^O42\.0/.test(code)
      ? '0'
      : /^O42\.1/.test(code)
        ? '1'
        : '9';
  const preterm = weeks === undefined ? /\bPPROM|preterm/i.test(words) : weeks < 37;
  if (!preterm && weeks === undefined) return code;
  if (!preterm) return `O42.${group}2`;
  const trimester = weeks === undefined ? '9' : weeks < 14 ? '1' : weeks < 28 ? '2' : '3';
  return `O42.${group}1${trimester}`;
}

/** Where the list has a code "complicating childbirth", a trimester is not coded. */
function inChildbirth(candidate: Candidate, { book }: Case): Candidate {
  if (!/^O/.test(candidate.code) || !/trimester/i.test(candidate.title)) return candidate;
  const parents = (book.lookup(candidate.code)?.parents ?? []).slice(-2).reverse();
  const last = candidate.code.slice(-1);
  const code = parents
    .flatMap((parent) => book.children(parent.code))
    .filter((child) => /childbirth/i.test(book.lookup(child)?.title ?? ''))
    .flatMap((child) => (book.lookup(child)?.billable ? [child] : [`${child}${last}`]))[0];
  return code && book.lookup(code)?.billable
    ? moved(candidate, code, book, 'Delivered at this admission')
    : candidate;
}

function lacerations(candidates: readonly Candidate[], about: Case): Candidate[] {
  const stated = statements(about, laceration, ofToday)[0];
  if (!stated || candidates.some(({ code }) => /^O70/.test(code))) return [];
  const word = (stated.match[1] ?? stated.match[2] ?? '').toLowerCase();
  const digit = degrees[/^fo/.test(word) ? '4' : word.charAt(0)];
  const order = candidates.filter(({ code }) => /^O/.test(code)).length + 0.5;
  const tear =
    digit && added(`O70.${digit}`, [stated.evidence], about, 'Perineal laceration by degree', order);
  return tear ? [tear] : [];
}

/** An anemia of the mother complicates the delivery, or follows from the blood lost in it. */
function anemia(candidates: readonly Candidate[], about: Case): Candidate[] {
  if (candidates.some(({ code }) => /^O(?:99\.0|90\.81)/.test(code))) return [];
  const found = candidates.find(({ code }) => /^D(?:5\d|6[0-4])/.test(code));
  const code = found && (found.code === 'D62' ? 'O90.81' : 'O99.02');
  const one = found && code && added(code, found.evidence, about, 'Anemia of a delivery', found.order - 0.2);
  return one ? [one] : [];
}

/** Every mother's record of a delivery has its outcome; the code of the newborn is on the newborn's record. */
function withOutcome(candidates: readonly Candidate[], birth: Evidence, about: Case): Candidate[] {
  const kept = candidates.filter(({ code }) => !/^Z38/.test(code));
  if (kept.some(({ code }) => /^Z37/.test(code))) return kept;
  const still = said(about, /\b(?:stillb\w+|IUFD|fetal demise)\b/gi);
  const twins = said(about, /\btwins?\b/gi);
  const code = still ? (twins ? 'Z37.4' : 'Z37.1') : twins ? 'Z37.2' : 'Z37.0';
  const outcome = added(
    code,
    [(still ?? twins)?.evidence ?? birth],
    about,
    'Outcome of delivery',
    candidates.length + 400,
  );
  return outcome ? [...kept, outcome] : kept;
}

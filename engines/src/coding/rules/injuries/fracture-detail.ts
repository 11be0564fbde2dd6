import type { Candidate } from '../../candidates.ts';
import { added, type Case, type CodingRule, moved } from '../rule.ts';
import { concludes, ofToday, sentencesOf, statements } from '../stated.ts';

const both = /\b(?:tib(?:ia)?[-/ ]{1,3}fib(?:ula)?|tibi(?:a|al) (?:and|&|\+) fibul(?:a|ar))\b/i;
const kind = /\b(?:comminuted|transverse|oblique|spiral|segmental|greenstick|torus)\b/i;
const boneOf: Record<string, RegExp> = {
  'S82.2': /\b(?:tibia\w*|tib)\b/i,
  'S82.4': /\b(?:fibula\w*|fib)\b/i,
  'S72.3': /\b(?:femur|femoral)\b/i,
  'S42.3': /\bhumer\w+\b/i,
  'S52.3': /\bradi(?:us|al)\b/i,
  'S52.2': /\buln(?:a|ar)\b/i,
};
const shaft = /^S(?:82\.[24]|72\.3|42\.3|52\.[23])/;
const fractured = /\b(?:fx|fxs|fracture\w*|fractured)\b/gi;

/** A fracture of both bones is two codes, and the kind of a fracture of a shaft may be told elsewhere. */
export const fractureDetail: CodingRule = {
  id: 'fracture-detail',
  source: 'ICD-10-CM Official Guidelines I.C.19.b and I.C.19.c; tabular list, S82.2 and S82.4',
  reason: 'Each broken bone is coded, with the kind of its fracture wherever the record tells it.',
  apply(candidates, about) {
    const placed = candidates.map((candidate) => ofProximalFemur(candidate, about));
    const stated = [...placed, ...bothBones(placed, about)];
    if (!stated.some(({ code }) => shaft.test(code))) return stated;
    const all = stated.flatMap((candidate) => [candidate, ...otherBone(candidate, stated, about)]);
    return all.map((candidate) => (shaft.test(candidate.code) ? withKind(candidate, about) : candidate));
  },
};

/** `Intertrochanteric hip fracture`: the neck is only what a hip fracture is where nothing else is said. */
function ofProximalFemur(candidate: Candidate, about: Case): Candidate {
  if (!/^S72\.00/.test(candidate.code)) return candidate;
  const text = sentencesOf(candidate, about);
  const place = /\bintertrochanteric\b/i.test(text)
    ? 'S72.14'
    : /\bsubtrochanteric\b/i.test(text)
      ? 'S72.2'
      : undefined;
  const isWhole = !/\b(?:non-?displaced|undisplaced)\b/i.test(text);
  const side = Number(candidate.code.charAt(6));
  if (!place) return candidate;
  // 1 to 3 are displaced: right, left, side not stated; 4 to 6 are not.
  const digit = (side === 1 || side === 2 ? side : 3) + (isWhole ? 0 : 3);
  const code = `${place}${place === 'S72.2' ? `${digit}X` : digit}${candidate.code.slice(-1)}`;
  return about.book.lookup(code)?.billable
    ? moved(candidate, code, about.book, 'Place of the fracture as stated')
    : candidate;
}

/** `Tib-fib fracture` names two bones that the index has apart; without a place it is of their shafts. */
function bothBones(candidates: readonly Candidate[], about: Case): Candidate[] {
  if (candidates.some(({ code }) => /^S82/.test(code))) return [];
  const stated = statements(
    about,
    fractured,
    (clause) =>
      both.test(clause.text) &&
      concludes(clause, about) &&
      !/\b(?:distal|proximal|plateau|malleol)/i.test(clause.text),
  )[0];
  if (!stated) return [];
  const { text } = stated.clause;
  const side = /\b(?:right|Right|R)\b/.test(text) ? '1' : /\b(?:left|Left|L)\b/.test(text) ? '2' : '9';
  const last = /\bopen\b/i.test(text) ? 'B' : 'A';
  const tibia = added(
    `S82.20${side}${last}`,
    [stated.evidence],
    about,
    'Index: Fracture > tibia (shaft)',
    -0.5,
  );
  return tibia ? [tibia] : [];
}

function otherBone(candidate: Candidate, all: readonly Candidate[], about: Case): Candidate[] {
  const [here, there] = /^S82\.2/.test(candidate.code) ? ['S82.2', 'S82.4'] : ['S82.4', 'S82.2'];
  if (!candidate.code.startsWith(here) || all.some(({ code }) => code.startsWith(there))) return [];
  const text = sentencesOf(candidate, about);
  if (!both.test(text)) return [];
  const code = `${there}${candidate.code.slice(5)}`;
  const other = added(code, candidate.evidence, about, 'Both bones stated', candidate.order + 0.2);
  return other ? [other] : [];
}

/** Of a shaft: `01`/`02`/`09` unspecified, then pairs of kinds, displaced before nondisplaced. */
function withKind(candidate: Candidate, about: Case): Candidate {
  const stem = candidate.code.slice(0, 5);
  const bone = boneOf[stem];
  if (!bone || !/unspecified fracture/i.test(candidate.title)) return candidate;
  const told = statements(about, fractured, (clause) => bone.test(clause.text) && ofToday(clause));
  for (const { clause, evidence } of told) {
    const words = stretchOf(clause.text, bone);
    const found = kind.exec(words)?.[0].toLowerCase();
    if (!found) continue;
    const isDisplaced = !/\b(?:non-?displaced|undisplaced)\b/i.test(words);
    const wanted = `${isDisplaced ? '' : 'non'}displaced ${found} fracture`;
    const side = /\b(right|left)\b/i.exec(candidate.title)?.[1]?.toLowerCase() ?? '';
    const last = candidate.code.slice(-1);
    const code = below(stem, (title) => title.startsWith(wanted) && title.includes(side), about).find(
      (leaf) => leaf.endsWith(last),
    );
    if (!code) continue;
    const joined = moved(candidate, code, about.book, `${wanted} as stated`);
    return { ...joined, evidence: [...candidate.evidence, evidence] };
  }
  return candidate;
}

const cut = /[,;]| w\/? ?| with | and /g;

/** The words around the bone's name, up to the neighbouring marks. */
function stretchOf(text: string, bone: RegExp): string {
  const at = bone.exec(text)?.index ?? 0;
  let [from, to] = [0, text.length];
  // `Fracture of tibia and fibula` tells the kind of both.
  for (const { index, 0: mark } of both.test(text) ? [] : text.matchAll(cut)) {
    if (index < at) from = index + mark.length;
    else {
      to = index;
      break;
    }
  }
  return text.slice(from, to);
}

/** The billable codes below a code on the ways whose titles fit; a way that does not is not walked. */
function below(code: string, fits: (title: string) => boolean, about: Case): string[] {
  return about.book.children(code).flatMap((child) => {
    const title = about.book.lookup(child)?.title.toLowerCase() ?? '';
    const deeper = about.book.children(child);
    if (deeper.length === 0) return fits(title) ? [child] : [];
    return title.includes('unspecified fracture') ? [] : below(child, fits, about);
  });
}

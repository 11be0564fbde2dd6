import { type Candidate, evidenceOf } from '../../candidates.ts';
import { added, type Case, type CodingRule, moved, type ReadDocument } from '../rule.ts';

/** Examinations by the title of their report, and the screening each may be. */
const examinations: { title: RegExp; code: string }[] = [
  { title: /\bmammo(?:gra\w+)?\b/i, code: 'Z12.31' },
  { title: /\bcolonoscopy\b/i, code: 'Z12.11' },
  { title: /\b(?:LDCT|low[- ]dose CT|lung cancer screening)\b/i, code: 'Z12.2' },
  { title: /\b(?:DXA|DEXA|bone dens\w+)\b/i, code: 'Z13.820' },
  { title: /\b(?:AAA|abdominal aort\w+)\b/i, code: 'Z13.6' },
];
const screening = /\b(?:screening|surveillance|average[- ]risk)\b/i;
/** A symptom or a finding makes it a diagnostic examination. */
const diagnostic = /\b(?:diagnostic|callback|palpable|lump|bleeding|follow[- ]?up of abnormal)\b/i;

const relatives =
  '(?:mother|father|sister|brother|parent|aunt|uncle|grand\\w{1,12}|mom|dad|sibling|FH|FHx|family (?:history|hx)(?: of)?)';
const inFamily: { words: RegExp; code: string }[] = [
  { words: new RegExp(`\\b${relatives}\\b[^.;\\n]{0,30}?\\bbreast (?:ca|cancer)\\b`, 'i'), code: 'Z80.3' },
  {
    words: new RegExp(
      `\\b${relatives}\\b[^.;\\n]{0,30}?\\b(?:colon|colorectal|rectal|CRC) ?(?:ca|cancer)?\\b`,
      'i',
    ),
    code: 'Z80.0',
  },
];
/** Polyps that were removed before. Source: Z86.010- as divided since FY2024. */
const polyps: { words: RegExp; codes: string[] }[] = [
  {
    words:
      /\b(?:history|hx|h\/o|prior|previous|personal history|past|s\/p)\b[^.;\n]{0,30}?\b(?:adenom\w+|serrated)\b/i,
    codes: ['Z86.0101', 'Z86.010'],
  },
  {
    words: /\b(?:history|hx|h\/o|prior|previous|personal history|past)\b[^.;\n]{0,30}?\bpolyps?\b/i,
    codes: ['Z86.0100', 'Z86.010'],
  },
];

/** The head of a report: its title and what it was done for. */
const longestHead = 400;

/** A screening stays the reason for the examination, whatever it finds; surveillance after polyps is one. */
export const screeningReport: CodingRule = {
  id: 'screening-report',
  source: 'ICD-10-CM Official Guidelines I.C.21.c.5 and I.C.21.c.4; IV.K',
  reason: 'A screening is the first code of its report, with the findings and the family history beside it.',
  apply(candidates, about) {
    const found = about.read.flatMap((one) => screeningIn(one, about, candidates.length));
    if (found.length === 0) return [...candidates];
    const bilateral = candidates.map((one) => onBothSides(one, about));
    const kept = bilateral.filter(({ code }) => !/^(?:Z13\.9|Z04\.9|Z09|Z12\.9)$/.test(code));
    const known = new Set(kept.map(({ code }) => code));
    return [...found.filter(({ code }) => !known.has(code)), ...kept];
  },
  standsFor: ({ code }) => /^Z1[23]/.test(code),
};

function screeningIn({ document, clauses }: ReadDocument, about: Case, count: number): Candidate[] {
  if (about.record.setting === 'inpatient' || document.kind === 'problem-list') return [];
  const title = document.text.slice(0, longestHead).trimStart().split('\n', 1)[0] ?? '';
  const examination = examinations.find((one) => one.title.test(title));
  if (!examination || /\b(?:due|refer\w*|order\w*|schedule\w*)\b/i.test(title)) return [];
  const indicated = clauses.find(
    ({ section, text }) => section.kind === 'indication' && screening.test(text),
  );
  const named = screening.test(title) ? title : undefined;
  const reason = named ?? indicated?.text;
  if (!reason || diagnostic.test(reason)) return [];
  const start = named ? document.text.indexOf(title) : (indicated?.start ?? 0);
  const evidence = evidenceOf(document, start, start + reason.length);
  const screened = added(examination.code, [evidence], about, 'The examination is a screening', -1);
  return [...(screened ? [screened] : []), ...background(document, examination.code, about, count)];
}

/** `No family history of breast cancer`, `mother without breast cancer`. */
function isDenied(text: string, { 0: words, index }: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, index - 20), index);
  return (
    /\b(?:no|not|without|neg\w*|denies)\b/i.test(words) ||
    /\b(?:no|without|denies|negative for) (?:\w+ ){0,2}$/i.test(before)
  );
}

function background(
  document: ReadDocument['document'],
  code: string,
  about: Case,
  count: number,
): Candidate[] {
  const found: Candidate[] = [];
  for (const one of inFamily) {
    const match = one.words.exec(document.text);
    if (!match || isDenied(document.text, match)) continue;
    const span = evidenceOf(document, match.index, match.index + match[0].length);
    const history = added(
      one.code,
      [span],
      about,
      'Family history as a reason for the screening',
      count + 500,
    );
    if (history) found.push(history);
  }
  const before = code === 'Z12.11' ? polyps.find(({ words }) => words.test(document.text)) : undefined;
  const match = before?.words.exec(document.text);
  if (!before || !match || isDenied(document.text, match)) return found;
  const span = evidenceOf(document, match.index, match.index + match[0].length);
  const history = before.codes.flatMap(
    (one) => added(one, [span], about, 'Polyps removed before', count + 499) ?? [],
  )[0];
  return history ? [...found, history] : found;
}

/** A screening mammogram shows both breasts. */
function onBothSides(candidate: Candidate, { book }: Case): Candidate {
  if (!/^R92\.3/.test(candidate.code)) return candidate;
  const words = candidate.evidence.map(({ quote }) => quote).join(' ');
  const kind = /heterogen/i.test(words)
    ? '3'
    : /extreme/i.test(words)
      ? '4'
      : /^R92\.3([1-4])/.exec(candidate.code)?.[1];
  const code = kind ? `R92.3${kind}3` : candidate.code;
  return code !== candidate.code && book.lookup(code)?.billable
    ? moved(candidate, code, book, 'Both breasts were screened')
    : candidate;
}

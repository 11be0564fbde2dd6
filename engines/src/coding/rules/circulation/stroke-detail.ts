import type { Evidence } from '../../../model/index.ts';
import type { Candidate } from '../../candidates.ts';
import { type Case, type CodingRule, moved } from '../rule.ts';
import { neighbourhood, ofToday, sentencesOf, statements } from '../stated.ts';

const stroke = /\b(?:infarct\w*|stroke|CVA|occlusion|cutoff|thromb\w+|embol\w+|cardioembolic|stenosis)\b/i;
const lacunar = /\b(?:lacun(?:ar|e)|small vessel)\b/i;
const embolic =
  /\b(?:cardio-?embol\w*|embol\w+|from (?:\w+ ){0,2}(?:AF|a-?fib|atrial fib\w*)|(?:due to|secondary to|2\/2) (?:\w+ ){0,2}(?:AF|a-?fib|atrial fib\w*))\b/i;
const thrombotic = /\bthrombo(?:sis|tic)\b/i;
const narrowed = /\b(?:stenosis|occlusion|occluded|cutoff|atheroscl\w+|large vessel)\b/i;

/** The arteries of the category, and the digit that names each below the three causes. */
const arteries: { name: RegExp; precerebral: boolean; digit: string }[] = [
  { name: /\b(?:MCA|M[12]|middle cerebral)\b/, precerebral: false, digit: '1' },
  { name: /\b(?:ACA|A[12]|anterior cerebral)\b/, precerebral: false, digit: '2' },
  { name: /\b(?:PCA|P[12]|posterior cerebral)\b/, precerebral: false, digit: '3' },
  { name: /\b(?:PICA|AICA|SCA|cerebellar)\b/, precerebral: false, digit: '4' },
  { name: /\b(?:vertebral)\b/i, precerebral: true, digit: '1' },
  { name: /\b(?:basilar)\b/i, precerebral: true, digit: '2' },
  { name: /\b(?:ICA|carotid)\b/i, precerebral: true, digit: '3' },
];
const sided = /\b(?:left|right|[LR]|bilateral)\b/i;
const artery =
  /\b(?:[LR]|left|right|bilateral)?\.? ?(?:M[12]|A[12]|P[12]|MCA|ACA|PCA|ICA|PICA|AICA|SCA|(?:middle|anterior|posterior) cerebral|cerebellar artery|vertebral|basilar|(?:internal )?carotid)\b/gi;

/** An infarction is coded by the artery, its side and what closed it, wherever the record tells them. */
export const strokeDetail: CodingRule = {
  id: 'stroke-detail',
  source: 'ICD-10-CM tabular list, I63.0 to I63.9; guidelines I.B.2 and I.B.13',
  reason: 'An infarction of the brain is coded by its artery, side and cause.',
  apply(candidates, about) {
    const vague = candidates.find((candidate) => isOpen(candidate, about));
    if (!vague) return [...candidates];
    const found = detailed(vague, about);
    if (!found) return [...candidates];
    const joined = moved(vague, found.code, about.book, 'Artery, side and cause as stated');
    const exact = { ...joined, evidence: [...vague.evidence, ...found.evidence] };
    return candidates
      .filter(({ code }) => code !== 'I74.9' && (code === vague.code || !/^I63\.9/.test(code)))
      .map((candidate) => (candidate === vague ? exact : candidate));
  },
  standsFor: ({ code }) => /^I63/.test(code),
};

/** Nothing said of the artery or of what closed it, or an embolism taken for a mere occlusion. */
function isOpen({ code, evidence }: Candidate, about: Case): boolean {
  const context = sentencesOf({ evidence }, about);
  if (/^I63\.[25]/.test(code) && embolic.test(context)) return true;
  if (/^I63\.(?:9|[0-5]\d?[09])/.test(code)) return true;
  return /^I65/.test(code) && /\b(?:stroke|infarct)/i.test(context);
}

function detailed(vague: Candidate, about: Case): { code: string; evidence: Evidence[] } | undefined {
  const named = statements(about, artery, (clause) => stroke.test(clause.text) && ofToday(clause));
  const own = sentencesOf(vague, about);
  const around = `${own} ; ${named.map(({ clause, match }) => neighbourhood(clause, match.index)).join(' ; ')}`;
  if (named.length === 0) {
    return lacunar.test(own) && about.book.lookup('I63.81') ? { code: 'I63.81', evidence: [] } : undefined;
  }
  const best = named.find(({ evidence }) => sided.test(evidence.quote)) ?? named[0];
  const where = arteries.find(({ name }) => name.test(best?.evidence.quote ?? ''));
  if (!best || !where) return undefined;
  const cause = embolic.test(around)
    ? 'embolism'
    : thrombotic.test(around)
      ? 'thrombosis'
      : narrowed.test(around)
        ? 'narrowing'
        : undefined;
  if (!cause) return undefined;
  const group = {
    embolism: where.precerebral ? '1' : '4',
    thrombosis: where.precerebral ? '0' : '3',
    narrowing: where.precerebral ? '2' : '5',
  }[cause];
  const code = sideOf(`I63.${group}${where.digit}`, best.evidence.quote, own, about);
  return code ? { code, evidence: [best.evidence] } : undefined;
}

/** The basilar artery has no sides; of the others the last digit tells them. */
function sideOf(stem: string, quote: string, own: string, { book }: Case): string | undefined {
  if (book.lookup(stem)?.billable) return stem;
  const side = (text: string) =>
    /\b(?:left|L)\b/.test(text)
      ? '2'
      : /\b(?:right|R)\b/.test(text)
        ? '1'
        : /\bbilateral\b/i.test(text)
          ? '3'
          : undefined;
  const digit =
    side(quote.replace(/^Left/, 'left').replace(/^Right/, 'right')) ??
    side(own.toLowerCase()) ??
    side(own) ??
    '9';
  const code = `${stem}${digit}`;
  return book.lookup(code)?.billable ? code : undefined;
}

import type { Section } from './sections.ts';

/** A sentence or list item of a section. */
export interface Clause {
  section: Section;
  start: number;
  end: number;
  text: string;
  /** The first words of a list item or a short line of its own: where a diagnosis is named. */
  isHead: boolean;
  /** What follows a head and tells of it: `Medical Reasoning: …`, or the sentences after a numbered item. */
  isDetail: boolean;
  /** Ended by a question mark: what it asks is not known. */
  isQuestion: boolean;
}

const longestHeadWords = 18;
const longestHead = 240;
/** A sentence that tells of someone is no list item, however short. */
const narrative =
  /\b(?:presents|presenting|presented|year-old|he|she|they|we|his|her)\b|^(?:He|She|They|We|I|His|Her|Patient|Pt)\b|^(?:Mr|Mrs|Ms|The patient)\b/;
/** A sentence with a verb behind a head tells of it, or of what is done about it. */
const telling =
  /\b(?:he|she|they|we|i|is|are|was|were|has|have|had|will|would|should|does|do|did|can|could|may|if)\b/i;
/** `Increase bedtime NPH`, `Follow up in 3 weeks`: an order or an appointment, however short. */
const order =
  /^(?:please )?(?:continu(?:e|ing)|cont|increase|decrease|start(?:ing)?|stop|begin|resume|restart|switch|add|taper|refill|refer|order|check|obtain|schedule|prescribe|give|proceed with|avoid|encourage[d]?|discuss(?:ed)?|counsel(?:l?ed)?|advised?|recommend(?:ed)?|reassur(?:e|ed)|(?:follow(?:ing)?[- ]?up|f\/u|return|recheck|rtc|see (?:me|us)) (?:in|with|at|on|after|as|by|next|if|to|here|me|us|prn|one|two|three|\d))\b/i;
/** A sentence this short behind a head names something too: `Well child exam. Immunizations.` */
const shortSentenceWords = 5;

/** Whether a full stop ends a sentence here, and not a decimal, `Dr.` or an initial. */
function endsSentence(text: string, at: number): boolean {
  const mark = text.charAt(at);
  if (mark === ';' || mark === '!') return true;
  // `?TIA` asks of what follows; `tubes? no` of what went before.
  if (mark === '?') return !/[A-Za-z]/.test(text.charAt(at + 1));
  if (mark !== '.') return false;
  const next = text.charAt(at + 1);
  if (next !== '' && next !== ' ' && next !== '\n' && next !== '\r') return false;
  // `E. coli`, `S. aureus`: a genus shortened to its letter.
  if (
    /(?:^|[^A-Za-z])[A-Z]$/.test(text.slice(Math.max(0, at - 2), at)) &&
    /^ [a-z]{3}/.test(text.slice(at + 1, at + 5))
  )
    return false;
  const before = text.slice(Math.max(0, at - 4), at).toLowerCase();
  return !/(?:\b(?:dr|mr|ms|mrs|vs|no|pt|st|jr|sr|approx)|\be\.g|\bi\.e)$/.test(before);
}

/** Length of a list mark at the start of a line: `1. `, `- `, `• `, `#2 `, `a) `. */
function listMark(line: string): number {
  const match = /^[ \t]{0,20}(?:[-•*–▪◦‣·]|#?\d{1,2}[.):]|#\d{1,2}|[a-z][.)]) {0,4}/.exec(line);
  return match ? match[0].length : 0;
}

/** `1 HTN`, `2 GERD`: numbers without a mark, where they are the ones expected. */
function bareNumber(line: string, expected: number): number {
  const match = /^[ \t]{0,8}(\d{1,2}) {1,3}(?=[A-Za-z])/.exec(line);
  return match && Number(match[1]) === expected ? match[0].length : 0;
}

/** `1. Hypertension 2. Asthma`, `#4 SK. #5 Angioma` on one line: the length of the next number, where it is the one expected. */
function inlineItem(text: string, at: number, expected: number): number {
  const unit = text.charCodeAt(at);
  if ((unit !== 35 && (unit < 48 || unit > 57)) || !/\s/.test(text.charAt(at - 1))) return 0;
  const match = /^(?:#(\d{1,2})[.):]?|(\d{1,2})[.)]) {1,3}(?=[A-Za-z])/.exec(text.slice(at, at + 8));
  return match && Number(match[1] ?? match[2]) === expected ? match[0].length : 0;
}

/** `First, …`, `Third, …` in dictation count like the numbers of a list. */
const ordinal = /^(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth|fifth|sixth|next|finally|lastly), {1,3}/i;
/** Behind an arrow stands what was found: `=> basal cell carcinoma`. */
const outcome = /^(?:=>|->|→|⇒) {0,3}/;

/** Whether a line goes on with the sentence of the line before, as dictation is broken. */
function continues(before: string, line: string): boolean {
  if (before === '' || line === '' || /[.:;!?]$/.test(before) || listMark(line) > 0) return false;
  if (before.endsWith(',')) return true;
  if (/^(?:of|and|or|with|w\/|without|due|secondary|in|on|to|the|for|from|by|at)\b/.test(line)) return true;
  return before.length >= wrappedLine && /^[a-z]/.test(line);
}

/** Lines this long were broken by the width of a page, not by their writer. */
const wrappedLine = 60;
const longestSentence = 600;

const labelWords = 5;

/** `Medical Reasoning:` and the like at the start of an item: a label, and what it says is detail. */
function labelLength(text: string): number {
  const colon = text.slice(0, 60).indexOf(':');
  if (colon <= 0) return 0;
  const label = text.slice(0, colon);
  if (label.split(' ').length > labelWords) return 0;
  return /(?:reasoning|treatment|testing|education|counsel|referral|agreement|follow|imaging|labs?|medications?|plan|procedure|instruction|monitoring|orders?|study|studies|exam|prevention|diet)/i.test(
    label,
  )
    ? colon + 1
    : 0;
}

/** Splits a section into sentences and list items, in one pass. */
export function clausesOf(text: string, section: Section): Clause[] {
  const clauses: Clause[] = [];
  let lastNumber = 0;
  let lineStart = section.start;
  let headed = false;
  while (lineStart < section.end) {
    let lineEnd = endOfLine(text, lineStart, section.end);
    for (let from = lineStart; lineEnd < section.end && lineEnd - lineStart < longestSentence; ) {
      const nextEnd = endOfLine(text, lineEnd + 1, section.end);
      if (!continues(text.slice(from, lineEnd).trim(), text.slice(lineEnd + 1, nextEnd).trim())) break;
      from = lineEnd + 1;
      lineEnd = nextEnd;
    }
    const before = clauses.length;
    lastNumber = addLine(text, section, { start: lineStart, end: lineEnd, headed }, clauses, lastNumber);
    // The lines below a head, up to a blank one, tell of it.
    headed = clauses.length > before && (headed || clauses[before]?.isHead === true);
    lineStart = lineEnd + 1;
  }
  return withoutIntroduction(clauses);
}

/** `Ms. Baker is a 28-year-old female with a history of …, who presents for …`: the patient, before the diagnoses. */
const introduction = /\b\d{1,3}[- ](?:year|yr|month|week|day)s?[- ]old\b|^\d{1,3} ?(?:yo|y\/o|yr)\b/i;

/** Where a section names diagnoses, the sentence that introduces the patient names none of them. */
function withoutIntroduction(clauses: Clause[]): Clause[] {
  const [first] = clauses;
  if (!first || first.isHead || !introduction.test(first.text)) return clauses;
  if (!clauses.some(({ isHead }) => isHead)) return clauses;
  return [{ ...first, isDetail: true }, ...clauses.slice(1)];
}

function endOfLine(text: string, from: number, sectionEnd: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 || newline > sectionEnd ? sectionEnd : newline;
}

/** Adds the clauses of a line; the number of its last item, or of the last before it, comes back. */
function addLine(
  text: string,
  section: Section,
  line: { start: number; end: number; headed: boolean },
  clauses: Clause[],
  lastNumber: number,
): number {
  const { start: lineStart, end: lineEnd } = line;
  const marked = text.slice(lineStart, Math.min(lineEnd, lineStart + 30));
  const mark = listMark(marked) || bareNumber(marked, lastNumber + 1);
  const number = /\d{1,2}/.exec(marked.slice(0, mark))?.[0];
  let expected = number === undefined ? 0 : Number(number) + 1;
  let start = lineStart + mark;
  // Below a numbered list stand its details and what is left to say, not another diagnosis.
  const isRemark = lastNumber > 0 && mark === 0;
  const labelled = labelLength(text.slice(start, Math.min(lineEnd, start + 60))) > 0;
  let first = true;
  let headed = line.headed;
  const push = (from: number, to: number) => {
    let [a, b] = [from, to];
    while (a < b && /\s/.test(text.charAt(a))) a++;
    const lead = ordinal.exec(text.slice(a, a + 20)) ?? outcome.exec(text.slice(a, a + 8));
    if (lead) {
      a += lead[0].length;
      first = true;
    }
    while (b > a && /[\s.;]/.test(text.charAt(b - 1))) b--;
    if (b <= a) return;
    const clause = text.slice(a, b);
    const comma = clause.indexOf(',');
    const length = clause.split(/\s+/).length;
    const tells = headed && length > shortSentenceWords && telling.test(clause);
    const isDetail = labelled || isRemark || (mark > 0 && !first) || (tells && (!first || mark === 0));
    const isHead =
      !isDetail &&
      clause.length <= longestHead &&
      !narrative.test(lead && comma > 0 ? clause.slice(0, comma) : clause) &&
      !order.test(clause) &&
      (lead !== null || (first ? length <= longestHeadWords : length <= shortSentenceWords));
    headed ||= isHead && first;
    clauses.push({
      section,
      start: a,
      end: b,
      text: clause,
      isHead,
      isDetail,
      isQuestion: text.charAt(to) === '?',
    });
  };
  for (let at = start; at < lineEnd; at++) {
    const item = expected > 0 && at > start ? inlineItem(text, at, expected) : 0;
    if (item > 0) {
      push(start, at);
      start = at + item;
      first = true;
      expected++;
      at = start - 1;
    } else if (endsSentence(text, at)) {
      push(start, at);
      // A question is answered by what follows: both belong to the head.
      first = first && (text.charAt(at) === ';' || text.charAt(at) === '?');
      start = at + 1;
    }
  }
  push(start, lineEnd);
  if (expected > 0) return expected - 1;
  return lastNumber;
}

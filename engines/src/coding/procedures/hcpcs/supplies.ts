import type {
  EncounterRecord,
  ListedCodes,
  ProcedureSuggestion,
  SourceDocument,
} from '../../../model/index.ts';
import { evidenceOf } from '../../candidates.ts';
import { type Clause, clausesOf } from '../../clauses.ts';
import { sectionsOf } from '../../sections.ts';
import { type Token, tokensOf } from './dose-words.ts';
import { openItem } from './open-item.ts';
import { type SupplyName, supplyNames } from './supply-names.ts';

const supplied =
  /\b(?:dispensed|supplied|provided(?: with)?|issued|fitted|fit with|applied|placed in|put in|given|received|sent home with|furnished|instructed (?:in|on) (?:the )?use|supply of)\b/i;
const performed =
  /\b(?:performed|completed|done|provided|furnished|today|here for|presents for|presenting for|seen for|obtained|conducted)\b/i;
const notNow =
  /\b(?:orders?|ordered|prescri\w+|rx|refus\w+|declin\w+|not|no|has (?:a|an|his|her)|uses|using|wears|wearing|at home|already|consider\w*|recommend\w*|will|would|schedul\w+|due|next|last|if|prior|previous\w*|return\w*|remov\w+|discontinu\w+|ago|referr\w+|borrow\w+|own|needs?|script)\b/i;

const closed: ReadonlySet<string> = new Set([
  'medications',
  'allergies',
  'family-history',
  'social-history',
  'past-history',
  'problem-list',
  'review-of-systems',
  'instructions',
  'indication',
]);
const longestDocument = 2_000_000;
const longestClause = 2_000;
const mostSupplies = 50;

interface Title {
  code: string;
  title: string;
  words: Set<string>;
}

const lists = new WeakMap<ListedCodes, Title[]>();
/** Supplies, equipment, orthoses and services of HCPCS; drugs and what other tables hold are elsewhere. */
const supplyCodes = /^(?:A4|A65|E0|K000|L[0-4]|Q4049|Q009|G0)/;

/** Supplies and services that the record states were supplied or done at this visit. */
export function codeSupplies(record: EncounterRecord, codes: ListedCodes): ProcedureSuggestion[] {
  const titles = titlesOf(codes);
  const found = new Map<string, ProcedureSuggestion>();
  for (const document of record.documents) {
    if (document.kind === 'problem-list' || document.kind === 'result') continue;
    for (const line of inDocument(document, titles)) {
      const known = found.get(line.code);
      if (known) known.evidence.push(...line.evidence);
      else if (found.size < mostSupplies) found.set(line.code, line);
    }
  }
  return [...found.values()];
}

function titlesOf(codes: ListedCodes): Title[] {
  let titles = lists.get(codes);
  if (!titles) {
    titles = [];
    for (let place = 0; place < codes.size; place++) {
      const { code, title, billable } = codes.row(place);
      if (!billable || !supplyCodes.test(code)) continue;
      titles.push({ code, title, words: new Set(tokensOf(title).map(({ text }) => text)) });
    }
    lists.set(codes, titles);
  }
  return titles;
}

function inDocument(document: SourceDocument, titles: readonly Title[]): ProcedureSuggestion[] {
  const text = document.text.slice(0, longestDocument);
  return sectionsOf(text, document.kind).flatMap((section) =>
    closed.has(section.kind)
      ? []
      : clausesOf(text, section).flatMap((clause) => inClause(document, clause, titles)),
  );
}

/** Names by their first word. */
const byFirst = new Map<string, SupplyName[]>();
for (const name of supplyNames()) {
  const first = name.name.split(' ')[0] ?? '';
  byFirst.set(first, [...(byFirst.get(first) ?? []), name]);
}

function inClause(document: SourceDocument, clause: Clause, titles: readonly Title[]): ProcedureSuggestion[] {
  const text = clause.text.slice(0, longestClause);
  if (clause.isQuestion || notNow.test(text)) return [];
  const tokens = tokensOf(text);
  const lines: ProcedureSuggestion[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const name = byFirst.get(tokens[at]?.text ?? '')?.find((one) => isAt(tokens, at, one));
    if (!name) continue;
    const last = at + name.name.split(' ').length - 1;
    const isStated =
      name.kind === 'supply' ? supplied.test(text) : performed.test(text) || isComplaint(clause);
    const line = isStated ? chosen(name, text, titles) : undefined;
    const [start, end] = [tokens[at]?.start ?? 0, tokens[last]?.end ?? 0];
    if (line)
      lines.push({ ...line, evidence: [evidenceOf(document, clause.start + start, clause.start + end)] });
    at = last;
  }
  return lines;
}

/** `Reason for visit: annual wellness visit` says what the visit was. */
const isComplaint = ({ section }: Clause) => section.kind === 'complaint' || section.kind === 'assessment';

function isAt(tokens: readonly Token[], at: number, { name }: SupplyName): boolean {
  return name.split(' ').every((word, place) => tokens[at + place]?.text === word);
}

/** Words by which a record tells materials and kinds apart, beside the words of the titles themselves. */
const kinds: readonly [told: RegExp, title: RegExp][] = [
  [/\balumin(?:i)?um|metal\b/i, /other than wood/i],
  [/\bpneumatic|air ?cast|air boot\b/i, /(?<!non-)pneumatic/i],
  [/\bnon-?pneumatic\b/i, /non-pneumatic/i],
  [/\belectric|double\b/i, /(?<!hospital grade, )electric/i],
];

/** Of the titles that have all the words, the one that the record tells from the others; ready-made before fitted. */
function chosen(name: SupplyName, text: string, titles: readonly Title[]): ProcedureSuggestion | undefined {
  const fitting = titles.filter(({ words }) => name.words.every((word) => words.has(word)));
  const said = new Set(tokensOf(text).map((token) => token.text));
  const ranked = fitting
    .map((title) => ({ title, points: pointsOf(title, said, text) }))
    .sort(
      (a, b) =>
        b.points - a.points ||
        a.title.words.size - b.title.words.size ||
        (a.title.code < b.title.code ? -1 : 1),
    );
  const [best, ...others] = ranked;
  if (!best) return undefined;
  const even = others.filter(({ points }) => points === best.points);
  const { code, title } = best.title;
  return {
    system: 'hcpcs',
    code,
    title,
    confidence: even.length > 0 ? 0.5 : 0.75,
    evidence: [],
    path: [
      `${name.kind === 'supply' ? 'Supplied' : 'Done'}: ${name.name}`,
      `titles with ${name.words.join(', ')}`,
    ],
    notes: [],
    alternatives: others
      .slice(0, 6)
      .map((one) => ({ code: one.title.code, title: one.title.title, needs: apart(one.title, best.title) })),
    open:
      even.length > 0
        ? [
            openItem(
              `which kind was meant: ${[best, ...even.slice(0, 3)].map((one) => apart(one.title, one === best ? (even[0]?.title ?? one.title) : best.title)).join('; or ')}`,
            ),
          ]
        : [],
    units: 1,
  };
}

function pointsOf({ title, words }: Title, said: ReadonlySet<string>, text: string): number {
  let points = 0;
  for (const word of words) if (word.length > 3 && said.has(word)) points += 1;
  for (const [told, meant] of kinds) if (told.test(text)) points += meant.test(title) ? 3 : 0;
  // What is handed out in a clinic is ready-made; fitting and making are told.
  if (/custom|trimmed, bent/i.test(title) && !/\bcustom|molded|fabricat/i.test(text)) points -= 4;
  return points;
}

/** The words of a title that another lacks, as far as they tell them apart. */
function apart({ title, words }: Title, other: Title): string {
  const own = [...words].filter((word) => word.length > 2 && !other.words.has(word));
  return own.length > 0 && own.length < 8 ? own.join(' ') : title.slice(0, 80);
}

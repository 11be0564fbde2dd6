import type { EncounterRecord, Evidence, SourceDocument } from '../../../model/index.ts';
import { evidenceOf } from '../../candidates.ts';
import { type Clause, clausesOf } from '../../clauses.ts';
import { sectionsOf } from '../../sections.ts';
import { amountsIn, type SaidAmount, type Token, tokensOf } from './dose-words.ts';
import type { DrugList } from './drug-list.ts';
import { type GivenBy, givenBy, isOwnSupply } from './given.ts';
import { type DrugMention, mentionOf, mentionsAmong } from './mentions.ts';
import { type Route, routeNear } from './route.ts';
import { readDose, type SaidDose } from './said-doses.ts';

/** A drug that the record states was given at this visit. */
export interface Administration {
  mention: DrugMention;
  by: GivenBy;
  dose: SaidDose;
  route?: Route;
  evidence: Evidence[];
  /** The words around it, folded, in which products and forms are looked for. */
  context: string;
  /** Where it was told, to tell a second telling from a second dose. */
  place: string;
}

const longestDocument = 2_000_000;
/** A sentence or line is read to here: what is longer is no sentence, and each drug in it looks around itself. */
const longestClause = 3_000;
/** No visit gives more than this. */
const mostAdministrations = 200;

/** Headings and labels under which stands what was given. */
const administration =
  /\b(?:mar|administered|given|administration|injections?|infusions?|procedures?|in[- ]office|in[- ]clinic|nursing|rn note|nurse'?s? note|chemotherapy|ed course|clinic meds?|meds? today|treatments? (?:given|rendered|today))\b/i;
const notAdministration =
  /\b(?:home|discharge|current|order(?:s|ed)?|prescri\w*|allerg\w*|history|plan(?:ned)?|next|active|outpatient)\b/i;
const emergencyNote = /\b(?:emergency (?:department|room)|ed (?:note|course|provider|visit)|er note)\b/i;
/** How many clauses behind a drug may still tell of it. */
const followers = 3;

/** Every drug that the record states was given, in the order of the documents. */
export function administrationsIn(record: EncounterRecord, drugs: DrugList): Administration[] {
  const found: Administration[] = [];
  for (const document of record.documents) {
    // A list of problems and a laboratory's result give nothing.
    if (document.kind === 'problem-list' || document.kind === 'result') continue;
    found.push(...readDocument(document, drugs));
    if (found.length >= mostAdministrations) break;
  }
  return found.slice(0, mostAdministrations);
}

interface ReadClause {
  clause: Clause;
  tokens: Token[];
  mentions: DrugMention[];
  inAdministration: boolean;
}

function readDocument(document: SourceDocument, drugs: DrugList): Administration[] {
  const text = document.text.slice(0, longestDocument);
  const inEmergency = emergencyNote.test(`${document.title ?? ''} ${text.slice(0, 400)}`);
  const clauses = readClauses(text, document, drugs);
  return clauses.flatMap((read, at) =>
    read.mentions.flatMap((mention) => {
      const by = givenBy(read.clause, read.tokens, mention, read.inAdministration, inEmergency);
      return by && !isDiluent(read.tokens, mention)
        ? (readOne(document, clauses, at, mention, by) ?? [])
        : [];
    }),
  );
}

function readClauses(text: string, document: SourceDocument, drugs: DrugList): ReadClause[] {
  let label = '';
  let end = 0;
  return sectionsOf(text, document.kind).flatMap((section) => {
    const heading = section.kind === 'procedure' ? 'procedure' : section.heading;
    label = '';
    return clausesOf(text, section).map((whole): ReadClause => {
      const isLong = whole.text.length > longestClause;
      const clause = isLong
        ? { ...whole, text: whole.text.slice(0, longestClause), end: whole.start + longestClause }
        : whole;
      if (/\n[ \t]*\n/.test(text.slice(end, clause.start).slice(0, 200))) label = '';
      end = clause.end;
      const colon = clause.text.slice(0, 45).indexOf(':');
      if (colon > 0 && /^[A-Za-z][A-Za-z /&()-]*$/.test(clause.text.slice(0, colon)))
        label = clause.text.slice(0, colon);
      const tokens = tokensOf(clause.text);
      const about = `${heading} ${label}`;
      const inAdministration = administration.test(about) && !notAdministration.test(about);
      return { clause, tokens, mentions: mentionsAmong(tokens, drugs), inAdministration };
    });
  });
}

/** Fluids that a drug is dissolved in are no infusion of their own. */
const fluids = new Set(['ns', 'normal saline', 'd5w', 'nss', 'lr', 'sodium chloride', 'lactated ringers']);
const dissolves = new Set(['in', 'with', 'diluted', 'reconstituted', 'mixed', 'flush', 'flushed']);

function isDiluent(tokens: readonly Token[], { known, first, last }: DrugMention): boolean {
  if (known.words[0] === 'epinephrine') return isInAnesthetic(tokens, first);
  if (!fluids.has(known.name)) return false;
  if (tokens.some(({ text }) => /^(?:irrigat|rinse|wash)/.test(text))) return true;
  if (tokens[last + 1]?.text === 'flush' || tokens[last + 1]?.text === 'lock') return true;
  for (let at = first - 1; at >= Math.max(0, first - 4); at--) {
    const token = tokens[at];
    if (dissolves.has(token?.text ?? '')) return true;
    if (token?.kind === 'mark' && token.text !== '%' && token.text !== '.') break;
  }
  return false;
}

/** `1% lidocaine with epi` and `w/o epi` tell of the anesthetic. */
function isInAnesthetic(tokens: readonly Token[], first: number): boolean {
  const before = tokens.slice(Math.max(0, first - 6), first).map(({ text }) => text);
  return (
    before.some((word) => /caine$/.test(word)) &&
    before.some((word) => /^(?:with|without|w|wo|and)$/.test(word))
  );
}

function readOne(
  document: SourceDocument,
  clauses: readonly ReadClause[],
  at: number,
  mention: DrugMention,
  by: GivenBy,
): Administration | undefined {
  const own = clauses[at];
  if (!own || isOwnSupply(own.clause.text)) return undefined;
  const { clause, tokens, mentions } = own;
  const others = mentions.filter((other) => other !== mention);
  const amounts = amountsIn(tokens).filter((said) => mentionOf(said, mentions, tokens) === mention);
  const [from, to] = reachOf(mention, mentions, amounts, tokens.length);
  const behind = followingOf(clauses, at, mention);
  const ownWords = tokens.slice(from, to);
  const said = joinAmounts(ownWords, from, amounts, behind);
  const dose = readDose(said.tokens, said.amounts, mention.strength);
  const route = routeNear(tokens, mention.first, mention.last, from, to)?.route;
  // A drug that only a list names, without dose or way of giving, is not told as given.
  if (by !== 'words' && !dose.given && !dose.unclear && !route) return undefined;
  const evidence = [spanOf(document, clause, tokens, mention, amounts, to)];
  for (const next of behind) evidence.push(evidenceOf(document, next.clause.start, next.clause.end));
  return {
    mention,
    by,
    dose,
    ...(route && { route }),
    evidence,
    context: [...(others.length > 0 ? ownWords : tokens), ...behind.flatMap((next) => next.tokens)]
      .map(({ text }) => text)
      .join(' '),
    place: `${document.documentId} ${clause.section.start}`,
  };
}

/** The tokens of a clause that tell of one drug: to the next one, and from the end of the one before. */
function reachOf(
  mention: DrugMention,
  mentions: readonly DrugMention[],
  amounts: readonly SaidAmount[],
  length: number,
): [number, number] {
  const place = mentions.indexOf(mention);
  const before = mentions[place - 1];
  const after = mentions[place + 1];
  const first = Math.min(mention.first, ...amounts.map((said) => said.first));
  const last = Math.max(mention.last, ...amounts.map((said) => said.last));
  return [
    before ? Math.max(before.last + 1, Math.min(first, mention.first)) : 0,
    after ? Math.max(after.first, last + 1) : length,
  ];
}

/** Clauses behind, up to the next drug, that tell what was discarded, what it came in or how much it was. */
function followingOf(clauses: readonly ReadClause[], at: number, mention: DrugMention): ReadClause[] {
  const own = clauses[at];
  if (!own || own.mentions.at(-1) !== mention) return [];
  const found: ReadClause[] = [];
  for (const next of clauses.slice(at + 1, at + 1 + followers)) {
    if (next.clause.section !== own.clause.section || next.mentions.length > 0) break;
    if (
      next.clause.text.length < 300 &&
      /\b(?:wast\w*|discard\w*|unused|remain\w*|vial|sdv|mdv|syringe|ampule|dose)\b/i.test(next.clause.text)
    ) {
      found.push(next);
    }
  }
  return found;
}

/** The words of a drug's own clause and of those behind it as one line, with the amounts in their places. */
function joinAmounts(
  own: readonly Token[],
  from: number,
  amounts: readonly SaidAmount[],
  behind: readonly ReadClause[],
): { tokens: Token[]; amounts: SaidAmount[] } {
  const tokens = [...own];
  const joined = amounts.map((said) => ({ ...said, first: said.first - from, last: said.last - from }));
  for (const next of behind) {
    tokens.push({ kind: 'mark', text: ';', start: 0, end: 0, tied: false });
    const shift = tokens.length;
    tokens.push(...next.tokens);
    for (const said of amountsIn(next.tokens)) {
      joined.push({ ...said, first: said.first + shift, last: said.last + shift });
    }
  }
  return { tokens, amounts: joined };
}

/** From the drug to the last word that tells its dose or its way, and the word of giving behind it. */
function spanOf(
  document: SourceDocument,
  clause: Clause,
  tokens: readonly Token[],
  mention: DrugMention,
  amounts: readonly SaidAmount[],
  to: number,
): Evidence {
  const route = routeNear(tokens, mention.first, mention.last, mention.first, to);
  const first = Math.min(mention.first, ...amounts.map((said) => said.first));
  const last = Math.max(mention.last, route?.at ?? 0, ...amounts.map((said) => said.last));
  const start = clause.start + (tokens[first]?.start ?? 0);
  const end = clause.start + (tokens[last]?.end ?? 0);
  return evidenceOf(document, start, end);
}

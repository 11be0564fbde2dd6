import { type Assertion, type CodeBook, codeRanges, inRange, type Setting } from '../../../model/index.ts';
import { type Candidate, evidenceOf } from '../../candidates.ts';
import { isUnsaid } from '../../head-answers.ts';
import { added, type Case, type CodingRule, moved } from '../rule.ts';
import { clauseAround, readingOf } from '../stated.ts';
import { type Culture, culturesIn } from './cultures.ts';
import { type Organism, organismIn } from './organisms.ts';

/** Complications whose notes ask to "identify infection" without naming the codes. */
const infected = /^T(?:80\.2|81\.4|82\.[67]|83\.5|84\.[5-7]|85\.7|87\.4)/;
/** Ulcers and gastritis have one organism of their own. Source: index, Helicobacter pylori, as cause of disease. */
const gastric = /^K2[5-9]/;
/** Infections "of unspecified site" by organism: the rest of the words names the site. */
const siteless = /^(?:A49|B95|B96)/;
const bySite: { infection: RegExp; specimen: RegExp }[] = [
  { infection: /^(?:N|T83\.5|O23)/, specimen: /\b(?:urine|ucx|urinary)\b/i },
  {
    infection: /^(?:L|T81\.4|T87|M00|M86|T84)/,
    specimen: /\b(?:wound|swab|pus|abscess|incision|tissue|joint|bone|aspirate|fluid|cultures?|cx)\b/i,
  },
  { infection: /^K2[5-9]/, specimen: /\b(?:pylori|helicobacter)\b/i },
  { infection: /^J/, specimen: /\b(?:sputum|bal|tracheal|respiratory|bronch\w*)\b/i },
  { infection: /^(?:I33|I38|T80|T82)/, specimen: /\b(?:blood|bcx|bacteremia)\b/i },
];

/** A local infection whose code does not say the organism has the organism's code beside it. */
export const infectionOrganism: CodingRule = {
  id: 'infection-organism',
  source: 'ICD-10-CM Official Guidelines I.B.7 and I.C.1.b; notes "use additional code (B95-B97)"',
  reason: 'The organism is coded beside an infection whose code does not name it.',
  apply(candidates, about) {
    const sited = candidates.map((candidate) => withSite(candidate, about));
    const cultures = sited.some(({ code }) => asks(code, about.book)) ? culturesIn(about) : [];
    const tract = urinaryTract(sited, about);
    if (tract) sited.push(tract);
    const found = sited.flatMap((candidate) => organismFor(candidate, sited, cultures, about) ?? []);
    const known = new Set(sited.map(({ code }) => code));
    return [...sited, ...found.filter(({ code }) => !known.has(code))];
  },
};

/** The infection that a catheter brought is told by a second code. Source: note at T83.51-. */
function urinaryTract(all: readonly Candidate[], about: Case): Candidate | undefined {
  const catheter = all.find(({ code }) => /^T83\.51/.test(code));
  if (!catheter || all.some(({ code }) => /^N(?:39\.0|1[0-2]|30)/.test(code))) return undefined;
  const said = catheter.evidence.find((one) =>
    /\b(?:UTI|CAUTI|urinary (?:tract )?infection)\b/i.test(one.quote),
  );
  return (
    said &&
    added('N39.0', [said], about, 'Use additional code to specify the infection', catheter.order + 0.2)
  );
}

function asks(code: string, book: CodeBook): boolean {
  if (infected.test(code) || gastric.test(code)) return true;
  return (book.lookup(code)?.notes ?? []).some(({ useAdditional = [] }) =>
    useAdditional.some((text) => codeRanges(text).some((range) => /^B9[5-7]/.test(range.from))),
  );
}

function names(code: string, { cause }: Organism, book: CodeBook): boolean {
  return (book.lookup(code)?.notes ?? []).some(({ useAdditional = [] }) =>
    useAdditional.some((text) => codeRanges(text).some((range) => inRange(cause, range))),
  );
}

/** `Wound infection, MSSA` led to the organism alone: without its name the words lead to the infection. */
function withSite(candidate: Candidate, { book }: Case): Candidate {
  const quote = candidate.evidence[0]?.quote ?? '';
  const isSepsis = /^A4[01]/.test(candidate.code) && !/\b(?:sepsis|septic shock|septicemia)\b/i.test(quote);
  if (!siteless.test(candidate.code) && !isSepsis) return candidate;
  const named = organismIn(quote);
  if (!named) return candidate;
  const rest = `${quote.slice(0, named.start)} ${quote.slice(named.end)}`.replace(/[,;/]/g, ' ').trim();
  if (rest.length < 4) return candidate;
  const hit = book.search(rest, { limit: 3 }).find((one) => one.billable && !isUnsaid(one, rest));
  if (!hit || hit.score < leastScore || /^(?:Z|B9|A49)/.test(hit.code)) return candidate;
  return moved(candidate, hit.code, book, `${hit.path.at(0) ?? 'Search'}, with the organism apart`);
}

const leastScore = 0.55;

function organismFor(
  candidate: Candidate,
  all: readonly Candidate[],
  cultures: readonly Culture[],
  about: Case,
): Candidate | undefined {
  const { code, order, title } = candidate;
  if (!asks(code, about.book) || organismIn(title)) return undefined;
  for (const evidence of candidate.evidence) {
    const clause = clauseAround(about, evidence);
    const named = clause && organismIn(clause.text);
    const document = about.read.find((one) => one.document.documentId === evidence.documentId)?.document;
    if (!clause || !named || !document || !isAllowed(code, named.organism, about.book)) continue;
    if (!isMeant(readingOf(clause).of(named.start, named.end), about.record.setting)) continue;
    const span = evidenceOf(document, clause.start + named.start, clause.start + named.end);
    return added(
      named.organism.cause,
      [span],
      about,
      `Use additional code at ${code}: organism`,
      order + 0.3,
    );
  }
  const site = bySite.find(({ infection }) => infection.test(code));
  const grown = cultures.find(({ text }) => site?.specimen.test(text));
  // A sepsis that is coded by the same organism has said it already.
  if (!grown || !isAllowed(code, grown.organism, about.book) || isSaid(grown.organism, all)) return undefined;
  return added(
    grown.organism.cause,
    [grown.evidence],
    about,
    `Use additional code at ${code}: what the culture grew`,
    order + 0.3,
  );
}

/** At a discharge what is probable counts as well. Source: II.H. */
function isMeant(meaning: Assertion, setting: Setting): boolean {
  return meaning === 'present' || (meaning === 'uncertain' && setting === 'inpatient');
}

function isAllowed(code: string, organism: Organism, book: CodeBook): boolean {
  if (gastric.test(code)) return organism.cause === 'B96.81';
  return infected.test(code) || names(code, organism, book);
}

function isSaid({ sepsis, name }: Organism, all: readonly Candidate[]): boolean {
  return all.some((other) => other.code === sepsis || name.test(other.title));
}

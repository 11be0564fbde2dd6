import { type Candidate, evidenceOf } from '../../candidates.ts';
import type { Clause } from '../../clauses.ts';
import { vague } from '../general/specific-over-unspecified.ts';
import { added, type Case, type CodingRule, moved } from '../rule.ts';
import { clauseAround, readingOf } from '../stated.ts';
import { drugAt } from './drug-effects.ts';

/** Words before a drug that is blamed. */
const blame =
  /\b(?:due to|caused by|induced by|secondary to|2\/2|d\/t|related to|because of|from|adverse effects? of|side effects? of|reaction to|effect of) (?:the |his |her |their |an? |taking |use of |long-term |chronic |recent |prior |oral |daily |prescribed )*/gi;
/** `steroid-induced hyperglycemia`. */
const inducing = /\b([A-Za-z][A-Za-z0-9-]{2,30}?)[- ](?:induced|related|associated)\b/gi;
/** What was taken otherwise than prescribed is a poisoning or an underdosing. */
const notAsPrescribed =
  /\b(?:overdos\w*|poisoning|underdos\w*|ingest\w*|took too (?:much|many)|wrong (?:dose|drug)|suicid\w*|double dose|noncomplian\w*|nonadheren\w*|not taking|ran out|illicit)\b/i;
/** Everyday words that the table of drugs lists besides. */
const everyday =
  /^(?:blood|food|water|salt|smoke|air|sun|dust|gas|oil|soap|alcohol|tobacco|plant|venom|milk|sugar)\b/i;
/** What is taken against prescription or without one is a poisoning, or a disorder of its use. */
const illicit = /^(?:cocaine|heroin|crack|meth|methamphetamines?|cannabis|marijuana|LSD|PCP)\b/i;
/** `Iron deficiency`, `insulin resistance`, `calcium oxalate`: what the body lacks or makes, and no drug. */
const ofBody =
  /^[- ](?:\w+ )?(?:deficien\w+|insufficien\w+|resistan\w+|sensitiv\w+|depletion|loss|excess|overload|imbalance|oxalate|phosphate|dependen\w+|use disorder)\b/i;
/** `Switched from`, `relief from`, `withdrawal from`: what is left behind, or helped. */
const leaving =
  /\b(?:switch\w*|transition\w*|chang\w+|convert\w*|wean\w*|taper\w*|stepp?\w* down|relief|reliev\w+|improv\w+|benefi\w+|withdraw\w*|abstinen\w+|off|away|recover\w*|sober)\b[^,;.]{0,25}$/i;
/** General codes for an effect of a drug that is not named. */
const unnamed = /^T(?:78\.8|88\.7|50\.90)/;

/** The nature of an adverse effect is coded first, and the drug with it. */
export const adverseEffect: CodingRule = {
  id: 'adverse-effect',
  source: 'ICD-10-CM Official Guidelines I.C.19.e.5.a',
  reason: 'What a drug did that was taken as prescribed is coded with the drug.',
  apply(candidates, about) {
    const found: Candidate[] = [];
    const asked = new Set<Clause>();
    for (const candidate of candidates) {
      if (/^(?:Z|T|O|[V-Y])/.test(candidate.code) && !unnamed.test(candidate.code)) continue;
      for (const evidence of candidate.evidence) {
        const clause = clauseAround(about, evidence);
        if (!clause || asked.has(clause) || notAsPrescribed.test(clause.text)) continue;
        asked.add(clause);
        found.push(...drugsBlamed(clause, evidence.documentId, candidate.order, about));
      }
    }
    if (found.length === 0) return [...candidates];
    const settled = candidates.map((candidate) => inducedByDrug(candidate, about));
    const known = new Set(candidates.map(({ code }) => code));
    // What was taken too much of did no adverse effect.
    const fresh = found.filter(
      ({ code }) => !known.has(code) && !candidates.some((other) => isPoisoning(other.code, code)),
    );
    const kept = settled.filter(({ code }) => !unnamed.test(code));
    // Alone, the general code is all that is known of what the drug did.
    return [...(kept.length > 0 ? kept : settled), ...fresh];
  },
};

/** Whether a code is of a poisoning by what another is an adverse effect of. */
function isPoisoning(code: string, effect: string): boolean {
  return code.slice(0, 6) === effect.slice(0, 6) && /[1-4]/.test(code.charAt(6));
}

const leastScore = 0.7;

/** `Neuropathy due to oxaliplatin` is a drug-induced neuropathy, where the index has one. */
function inducedByDrug(candidate: Candidate, { book, read }: Case): Candidate {
  const [evidence] = candidate.evidence;
  const clause = evidence && clauseAround({ book, read } as Case, evidence);
  if (!clause || !vague(candidate)) return candidate;
  const at = evidence.start - clause.start;
  const text = clause.text.slice(at, at + longestBlame);
  const match = [...text.matchAll(blame)][0];
  if (!match || !drugAt(text.slice(match.index + match[0].length), 'adverse effect', book)) return candidate;
  const hit = book.search(`drug-induced ${text.slice(0, match.index)}`, { limit: 1 })[0];
  const names = /\b(?:drug|medicament|chemotherap)/i.test(hit?.title ?? '');
  if (!hit?.billable || !names || hit.score < leastScore || /^T/.test(hit.code)) return candidate;
  return moved(candidate, hit.code, book, `Caused by a drug: ${hit.path[0] ?? ''}`);
}

const longestBlame = 300;
const mostBlamed = 4;
const longestName = 40;

function drugsBlamed(clause: Clause, documentId: string, order: number, about: Case): Candidate[] {
  const document = about.read.find((one) => one.document.documentId === documentId)?.document;
  if (!document) return [];
  const reading = readingOf(clause);
  const places = [
    ...[...clause.text.matchAll(blame)]
      .filter(({ index }) => !leaving.test(clause.text.slice(Math.max(0, index - 40), index)))
      .map(({ index, 0: words }) => index + words.length),
    ...[...clause.text.matchAll(inducing)].map(({ index }) => index),
  ].slice(0, mostBlamed);
  return places.flatMap((at) => {
    const named = clause.text.slice(at, at + longestName);
    if (everyday.test(named) || illicit.test(named)) return [];
    const drug = drugAt(clause.text.slice(at), 'adverse effect', about.book);
    if (!drug || ofBody.test(clause.text.slice(at + drug.length, at + drug.length + longestName))) return [];
    const meaning = reading.of(at, at + drug.length);
    // `Without coma, due to glipizide` denies the coma.
    if (meaning !== 'present' && meaning !== 'negated') return [];
    if (/\bnot \S{0,12} ?\S{0,12} ?$/.test(clause.text.slice(0, at).replace(blame, ''))) return [];
    const evidence = evidenceOf(document, clause.start + at, clause.start + at + drug.length);
    const code = added(drug.code, [evidence], about, `Adverse effect: ${drug.path}`, order + 0.4);
    return code ?? [];
  });
}

import { type Candidate, evidenceOf } from '../../candidates.ts';
import { added, type Case } from '../rule.ts';
import { concluded, concludes, readingOf } from '../stated.ts';

const earlier =
  /\b(?:previous|prior|prev|hx of|h\/o|history of|repeat) (?:\w+ ){0,3}(?:c-?sections?|cesareans?|CS|LTCS|C\/S)\b/gi;

/** The scar of an earlier cesarean concerns each later pregnancy. Source: index, Pregnancy, complicated by, previous cesarean; O34.21-. */
export function earlierCesarean(candidates: readonly Candidate[], about: Case): Candidate[] {
  const stated = candidates.some(({ code }) => /^O34\.21/.test(code))
    ? undefined
    : (concluded(about, earlier) ?? historyOfCesarean(about));
  if (!stated) return [];
  // The kind of incision may stand behind the diagnoses, in what is planned because of it.
  const text = [stated.clause, ...about.read.flatMap(({ clauses }) => clauses)]
    .map(({ text }) => text)
    .filter((text) => /\bincision|\bscar|cesarean|c-?section|LTCS/i.test(text))
    .join(' ; ');
  const scar = /\blow[- ](?:transverse|segment)|\bLTCS\b/i.test(text)
    ? '1'
    : /\b(?:classical|vertical)\b/i.test(text)
      ? '2'
      : '9';
  const found = added(
    `O34.21${scar}`,
    [stated.evidence],
    about,
    'Scar of an earlier cesarean',
    candidates.length,
  );
  return found ? [found] : [];
}

/** `Previous cesarean` among the diagnoses of a pregnancy is its scar today. */
function historyOfCesarean(about: Case) {
  for (const { document, clauses } of about.read) {
    for (const clause of clauses) {
      if (!concludes(clause, about)) continue;
      const match = [...clause.text.matchAll(earlier)][0];
      if (!match || readingOf(clause).of(match.index, match.index + match[0].length) === 'negated') continue;
      const start = clause.start + match.index;
      return { clause, evidence: evidenceOf(document, start, start + match[0].length) };
    }
  }
  return undefined;
}

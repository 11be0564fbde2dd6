import type { Candidate } from '../../candidates.ts';
import { added, type Case, type CodingRule, moved } from '../rule.ts';
import { sentencesOf } from '../stated.ts';

const primary = /^C(?:[0-6]\d|7[0-6]|8[1-9]|9[0-6]|4A|7A)/;
/** The treatment is over and nothing is left of the growth. */
const over =
  /\b(?:no evidence of (?:disease|recurren\w+|malignancy)|NED|without (?:evidence of )?recurrence|no recurrence|(?:after|completed|finished) (?:completed |curative |definitive )?(?:treatment|therapy)|surveillance|in the past|cured|in (?:complete |full )?remission(?: since)?|completely excised|disease[- ]free)\b/i;
/** What is still done against it makes it a present one. */
const treated =
  /\b(?:(?:on|taking|takes|continu\w+|adjuvant|tolerating|start\w*|still|with) (?:\w+ ){0,2}(?:chemo\w*|tamoxifen|letrozole|anastrozole|exemestane|hormon\w+|immunotherapy|adt|lupron|leuprolide|endocrine therapy|aromatase)|undergoing|receiving|cycle \d|active treatment|metasta\w+|progress\w+|currently (?:on|being)|active surveillance|watchful waiting)\b/i;

/** The growth's site in the words of its title, as the history codes name it. */
function siteOf(title: string): string {
  return title
    .replace(
      /^(?:Overlapping malignant|Malignant|Unspecified malignant) (?:neoplasm|lesion) of (?:overlapping sites of |unspecified (?:site|part) of )?/i,
      '',
    )
    .replace(/\b(?:unspecified|right|left|bilateral|female|male|site|part)\b,?/gi, ' ')
    .replace(/\s{2,}/g, ' ')
    .trim();
}

/** The history code of a site; the search knows how the index names it. */
function historyCode({ title }: Candidate, { book }: Case): string | undefined {
  const hit = book
    .search(`personal history of malignant neoplasm of ${siteOf(title)}`, { limit: 5 })
    .find(({ code, billable }) => billable && /^Z85/.test(code));
  return hit?.code;
}

/** A cancer that was removed or treated, with nothing left of it, is a history. */
export const cancerHistory: CodingRule = {
  id: 'cancer-history',
  source: 'ICD-10-CM Official Guidelines I.C.2.m and I.C.21.c.4; note at Z08',
  reason: 'A cancer whose treatment is over, with no evidence of it left, is coded as a history.',
  apply(candidates, about) {
    const settled = candidates.map((candidate) => {
      if (!primary.test(candidate.code)) return candidate;
      const said = sentencesOf(candidate, about);
      if (!over.test(said) || treated.test(said)) return candidate;
      // A leukemia or lymphoma in remission has codes of its own.
      if (/^C(?:8[1-9]|9[0-6])/.test(candidate.code) && /\bremission\b/i.test(said)) return candidate;
      const code = historyCode(candidate, about);
      return code ? moved(candidate, code, about.book, 'Treatment over, no evidence of disease') : candidate;
    });
    return [...settled, ...followedUp(settled, about)];
  },
};

/** `Surveillance after treatment of breast cancer`: the examination's own words name what it follows. */
function followedUp(candidates: readonly Candidate[], about: Case): Candidate[] {
  const examination = candidates.find(({ code }) => code === 'Z08');
  if (!examination || candidates.some(({ code }) => /^(?:Z85|C)/.test(code))) return [];
  for (const evidence of examination.evidence) {
    const match = about.book
      .findTerms(evidence.quote)
      .filter(({ code }) => primary.test(code))
      .sort((a, b) => b.weight - a.weight)[0];
    if (!match) continue;
    const title = about.book.lookup(match.code)?.title ?? '';
    const code = historyCode({ ...examination, title }, about);
    const start = evidence.start + match.start;
    const quote = evidence.quote.slice(match.start, match.end);
    const span = { ...evidence, start, end: start + quote.length, quote };
    const history =
      code && added(code, [span], about, 'What the follow-up examination follows', examination.order + 0.5);
    if (history) return [history];
  }
  return [];
}

import type { Evidence } from '../../../model/index.ts';
import { type Candidate, evidenceOf } from '../../candidates.ts';
import { added, type Case, type CodingRule, moved } from '../rule.ts';

const sign = String.raw`(?:\/PR)?(?:\/neu)?(?: (?:is|status|receptors?))?[: ]{0,2}\(?(?:(\+|positive|pos\b|3\+|amplified)|([-−](?![\w ])|negative|neg\b|0\b|1\+))`;
const estrogen = new RegExp(String.raw`\b(?:ER|HR|(?:estrogen|hormone)[- ]receptors?)${sign}`, 'gi');
const progesterone = new RegExp(String.raw`\b(?:PR|progesterone[- ]receptors?)${sign}`, 'gi');
const growthFactor = new RegExp(String.raw`\bHER-?2${sign}`, 'gi');
const tripleNegative = /\btriple[- ]negative\b|\bTNBC\b/gi;
const sections = new Set(['family-history', 'past-history', 'instructions']);

interface Receptor {
  isPositive: boolean;
  evidence: Evidence;
}

/** A cancer of the breast has its receptors coded beside it: joined with those of the growth factor where the record states both. */
export const receptorStatus: CodingRule = {
  id: 'receptor-status',
  source:
    'ICD-10-CM tabular list, Z17 with its note "code first malignant neoplasm of breast"; guidelines I.B.9',
  reason: 'The receptors that the record states are coded beside a cancer of the breast.',
  apply(candidates, about) {
    const primary = candidates.some(({ code }) => /^C50/.test(code)) ? undefined : named(candidates, about);
    const all = primary ? [primary, ...candidates] : [...candidates];
    const breast = all.find(({ code }) => /^C50/.test(code));
    if (!breast) return [...candidates];
    const others = all.filter(({ code }) => !/^Z17/.test(code));
    const status = statusOf(about, breast.order + 0.4);
    // What the search made of the words holds only where the record has the words.
    return status ? [...others, status] : all.filter(({ code }) => !/^Z17\.[2-4]/.test(code));
  },
  standsFor: ({ code }) => /^Z17/.test(code),
};

function statusOf(about: Case, order: number): Candidate | undefined {
  const triple = find(about, tripleNegative);
  const ofEstrogen = triple ?? find(about, estrogen);
  const ofProgesterone = triple ?? find(about, progesterone);
  const factor = triple ?? find(about, growthFactor);
  const either = ofProgesterone?.isPositive ? ofProgesterone : (ofEstrogen ?? ofProgesterone);
  if (either && factor) {
    const code = `Z17.4${either.isPositive ? 1 : 2}${factor.isPositive ? 0 : 1}`;
    const spans = [...new Set([either.evidence, factor.evidence])];
    const joined = added(code, spans, about, 'Receptors of hormones and growth factor stated', order);
    if (joined) return joined;
  }
  if (ofEstrogen) {
    const code = ofEstrogen.isPositive ? 'Z17.0' : 'Z17.1';
    return added(code, [ofEstrogen.evidence], about, 'Estrogen receptors stated', order);
  }
  if (!ofProgesterone) return undefined;
  const code = ofProgesterone.isPositive ? 'Z17.21' : 'Z17.22';
  return added(code, [ofProgesterone.evidence], about, 'Progesterone receptors stated', order);
}

/** A receptor as the record states it; of several samples one that is positive. */
function find({ read }: Case, pattern: RegExp): Receptor | undefined {
  const found: Receptor[] = [];
  for (const { document, clauses } of read) {
    for (const { text, start, section } of clauses) {
      if (sections.has(section.kind)) continue;
      for (const match of text.matchAll(pattern)) {
        const evidence = evidenceOf(document, start + match.index, start + match.index + match[0].length);
        found.push({ isPositive: match[1] !== undefined, evidence });
        if (found.length === mostPlaces) return found.find(({ isPositive }) => isPositive) ?? found[0];
      }
    }
  }
  return found.find(({ isPositive }) => isPositive) ?? found[0];
}

const mostPlaces = 20;

/** `Triple negative breast cancer` led to its receptors: without them the words lead to the cancer. */
function named(candidates: readonly Candidate[], { book }: Case): Candidate | undefined {
  const status = candidates.find(
    ({ code, evidence }) =>
      /^Z17/.test(code) && /\b(?:cancer|carcinoma|ca)\b/i.test(evidence[0]?.quote ?? ''),
  );
  if (!status) return undefined;
  const words = (status.evidence[0]?.quote ?? '')
    .replace(tripleNegative, ' ')
    .replace(estrogen, ' ')
    .replace(progesterone, ' ')
    .replace(growthFactor, ' ');
  const hit = book.search(words, { limit: 3 }).find(({ code, billable }) => billable && /^C50/.test(code));
  return hit && moved(status, hit.code, book, `The cancer that has the receptors: ${hit.path[0] ?? ''}`);
}

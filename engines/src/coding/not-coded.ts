import type { Assertion, CodeBook, DocumentKind, Evidence, NotCoded, Setting } from '../model/index.ts';
import { evidenceOf } from './candidates.ts';
import { isCodable } from './codable.ts';
import type { Mention } from './mention.ts';
import type { Case } from './rules/rule.ts';
import { placeOf } from './section-places.ts';

interface Reason {
  reason: string;
  source: string;
}

const guidelines = 'ICD-10-CM Official Guidelines';

const reasons: Record<Assertion, Reason> = {
  present: {
    reason: 'Listed or told of, and not taken up at this visit: a visit codes what it addresses.',
    source: `${guidelines} IV.J`,
  },
  negated: {
    reason: 'The record says that the patient does not have it.',
    source: `${guidelines} IV.J`,
  },
  uncertain: {
    reason: 'Uncertain (possible, probable, rule out …): not coded in outpatient records.',
    source: `${guidelines} IV.H`,
  },
  history: {
    reason: 'In the past: coded as a history where it bears on care, not as a disease.',
    source: `${guidelines} IV.J and I.C.21.c.4`,
  },
  family: {
    reason: 'Of a relative: coded as a family history where it bears on care, not as a disease.',
    source: `${guidelines} I.C.21.c.4`,
  },
  hypothetical: {
    reason: 'Spoken of as a risk, a test or advice, not as something the patient has.',
    source: `${guidelines} IV.H`,
  },
  planned: {
    reason: 'Planned or to be considered, not done or found yet.',
    source: `${guidelines} IV.J`,
  },
  'other-person': {
    reason: 'Said of another person.',
    source: `${guidelines} IV.J`,
  },
};

/** An inpatient stay codes what was treated, evaluated or lengthened it; the rest of a list is left out. */
const listedInpatient: Reason = {
  reason: 'Listed or told of, and not taken up in the conclusions of this stay.',
  source: `${guidelines} III`,
};

/** Longer lists are not read; conclusions come first. */
const mostListed = 40;

/** Where a disease is kept that a visit may pass over. */
const lists = new Set(['past-history', 'problem-list']);

/**
 * What the record names and is not coded for the way it is meant: denied, uncertain, past, a relative's. A code told of
 * in several ways is told as the conclusions mean it. Denied symptoms are left out, unless a conclusion denies them: every history is full of them.
 */
export function notCoded(suggested: ReadonlySet<string>, { book, read, record }: Case): NotCoded[] {
  const found = new Map<string, NotCoded>();
  // Of a category that is suggested anyway, another mention tells a coder nothing new.
  const categories = new Set([...suggested].map((code) => code.slice(0, 3)));
  for (const concluding of [true, false]) {
    for (const { document, mentions } of read) {
      for (const mention of mentions) {
        if (!isWorthTelling(mention, document.kind, record.setting, concluding)) continue;
        const { code, title } = named(mention, book);
        if (categories.has(code.slice(0, 3)) || title === '') continue;
        const evidence = evidenceOf(document, mention.start, mention.end);
        const known = found.get(code);
        if (known) {
          if (known.assertion === mention.assertion) addSpan(known, evidence);
          continue;
        }
        if (found.size >= mostListed) return [...found.values()];
        found.set(code, {
          code,
          title,
          assertion: mention.assertion,
          ...reasonFor(mention.assertion, record.setting),
          section: placeOf(mention.clause.section),
          evidence: [evidence],
        });
      }
    }
  }
  return [...found.values()];
}

const mostSpans = 4;

function addSpan({ evidence }: NotCoded, span: Evidence): void {
  const isKnown = evidence.some(
    ({ documentId, start }) => documentId === span.documentId && start === span.start,
  );
  if (!isKnown && evidence.length < mostSpans) evidence.push(span);
}

function reasonFor(assertion: Assertion, setting: Setting): Reason {
  return assertion === 'present' && setting === 'inpatient' ? listedInpatient : reasons[assertion];
}

function isWorthTelling(
  mention: Mention,
  kind: DocumentKind,
  setting: Setting,
  concluding: boolean,
): boolean {
  const { assertion, code, clause } = mention;
  const isListed = lists.has(clause.section.kind) || kind === 'problem-list';
  if (assertion === 'present') return !concluding && isListed && !/^[RZ]/.test(code);
  if (setting === 'inpatient' && assertion === 'uncertain') return false;
  if (!concluding && /^R/.test(code)) return false;
  // What is told below an assessed item is denied or doubted there as well as on a line of its own.
  const meant: Mention = { ...mention, assertion: 'present', clause: { ...clause, isDetail: false } };
  return isCodable(meant, kind, setting, concluding);
}

/** The code brought to a leaf where the words allow it. */
function named({ code, context }: Mention, book: CodeBook): { code: string; title: string } {
  const completed = book.complete(code, context);
  const leaf = completed.billable ? completed.code : code;
  return { code: leaf, title: book.lookup(leaf)?.title ?? '' };
}

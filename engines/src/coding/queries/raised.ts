import type { Evidence, QueryProposal } from '../../model/index.ts';

export type Trigger =
  | 'axis-missing'
  | 'indicator-without-diagnosis'
  | 'diagnosis-without-indicator'
  | 'treatment-without-diagnosis'
  | 'conflict'
  | 'link-not-stated';

/** A question, what it is about and how much depends on its answer. */
export interface Raised {
  /** One question is asked about each subject: `kidney`, `anemia`, or a category of codes. */
  subject: string;
  /** 5: dangerous now. 4: an acute disease may be missing. 3: changes the principal code. 2: changes a code. 1: completes one. */
  importance: number;
  proposal: QueryProposal;
}

/** Every question has a way out. Source: ACDIS/AHIMA, Guidelines for Achieving a Compliant Query Practice (2022). */
const waysOut: readonly string[] = ['Other (please specify)', 'Unable to determine'];

/** What can be asked and answered on the screen at most. */
const mostOptions = 8;
const longestOption = 200;
const mostSpans = 12;
const longestQuote = 160;

/**
 * A question in the form of a compliant query: the facts of the record first, then an open question, then choices
 * that the facts support and the ways out; no code, no payment, no answer hinted at.
 */
export function raise(
  trigger: Trigger,
  subject: string,
  importance: number,
  facts: string,
  asks: string,
  options: readonly string[],
  evidence: readonly Evidence[],
): Raised {
  const offered = options
    .slice(0, mostOptions - waysOut.length)
    .map((option) => option.slice(0, longestOption));
  return {
    subject,
    importance,
    proposal: {
      trigger,
      question: `${facts} ${asks}`,
      options: [...offered, ...waysOut],
      evidence: distinct(evidence).slice(0, mostSpans),
    },
  };
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter(({ documentId, start, end }) => {
    const key = `${documentId} ${start} ${end}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** The words of a span between quotation marks, on one line and not too long. */
export function quoted({ quote }: { quote: string }): string {
  const line = quote.replaceAll(/\s+/g, ' ').trim();
  return `“${line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line}”`;
}

/** What a list item names, between quotation marks, without what it goes on to say of it. */
export function named({ quote }: { quote: string }): string {
  const end = quote.slice(leastName).search(/[,;:(]| [-–—] /);
  return quoted({ quote: end < 0 ? quote : quote.slice(0, leastName + end) });
}

const leastName = 3;

/** `a, b and c`. */
export function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/** The shortest of the spans, which says the name and little else. */
export function shortest<Quoted extends { quote: string }>(evidence: readonly Quoted[]): Quoted | undefined {
  return [...evidence].sort((a, b) => a.quote.length - b.quote.length)[0];
}

import type { Encounter, QueryProposalView } from '@superbill/contract';
import type { Evidence } from '@superbill/engines/model';

/** A question to the physician as it is being written. */
export interface QueryDraft {
  question: string;
  options: readonly string[];
  evidence: readonly Evidence[];
}

export const wayOut = ['Other', 'Unable to determine'] as const;

export const emptyDraft: QueryDraft = { question: '', options: ['', '', ...wayOut], evidence: [] };

export function draftOf({ question, options, evidence }: QueryProposalView): QueryDraft {
  return { question, options, evidence };
}

/** Whether something was written that closing would throw away; words of the record left out are soon left out again. */
export function isWritten(draft: QueryDraft, start: QueryDraft): boolean {
  const texts = ({ question, options }: QueryDraft) => JSON.stringify([question.trim(), options]);
  return texts(draft) !== texts(start);
}

/** Proposals that nobody has asked yet. */
export function stillToAsk(
  proposals: readonly QueryProposalView[],
  asked: Encounter['queries'],
): QueryProposalView[] {
  return proposals.filter(
    ({ question }) => !asked.some((query) => query.state !== 'withdrawn' && query.question === question),
  );
}

/** The answers as they are sent: trimmed, without empty ones. */
export function optionsToSend({ options }: QueryDraft): string[] {
  return options.map((option) => option.trim()).filter((option) => option !== '');
}

/** What keeps the question from being sent, in words; undefined when it may go. */
export function whyNotSend(draft: QueryDraft): string | undefined {
  const options = optionsToSend(draft);
  if (draft.question.trim() === '') return 'Write the question.';
  if (options.length < 2) return 'Offer at least two answers.';
  if (options.length > 8) return 'Offer at most eight answers.';
  if (new Set(options.map((option) => option.toLowerCase())).size < options.length) {
    return 'Two answers are the same.';
  }
  return undefined;
}

/**
 * What a reviewer would object to; it does not keep the question from being sent. Source: the ACDIS/AHIMA
 * brief on compliant queries: facts first, no leading, no word of payment, always a way out.
 */
export function wordingHints(draft: QueryDraft): string[] {
  const { question } = draft;
  const hints: string[] = [];
  if (/\b(reimburse|payment|paid|pay|revenue|drg|hcc|risk adjust\w*|severity score)\b/i.test(question)) {
    hints.push('Leave out payment and grouping: the question is about the patient.');
  }
  if (
    /\b(please (document|add|change)|can you (document|add)|should be|would you agree|do you agree)\b/i.test(
      question,
    )
  ) {
    hints.push('This leads to an answer. State the findings, then ask what they mean.');
  }
  if (/\b[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}\b/.test(question)) {
    hints.push('Name the condition, not a code.');
  }
  if (!optionsToSend(draft).some((option) => /\b(other|unable|undetermined|none of)\b/i.test(option))) {
    hints.push('Offer a way out, such as “Other” and “Unable to determine”.');
  }
  return hints;
}

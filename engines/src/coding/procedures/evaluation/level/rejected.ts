import type { EvaluationElement, Evidence } from '../../../../model/index.ts';

/** What was decided on a diagnosis, and the words it stands on. */
export interface Decided {
  decision: 'open' | 'accepted' | 'rejected';
  evidence: readonly Evidence[];
}

const isSame = (a: Evidence, b: Evidence) =>
  a.documentId === b.documentId && a.version === b.version && a.start === b.start && a.end === b.end;

/** The elements without the problems whose words were only suggested as codes that the coder rejected. */
export function withoutRejected<Element extends EvaluationElement>(
  elements: readonly Element[],
  suggestions: readonly Decided[],
): Element[] {
  const on = (spans: readonly Evidence[], isRejected: boolean) =>
    suggestions.some(
      ({ decision, evidence }) =>
        (decision === 'rejected') === isRejected &&
        evidence.some((span) => spans.some((own) => isSame(own, span))),
    );
  return elements.filter(
    ({ area, evidence }) => area !== 'problems' || !on(evidence, true) || on(evidence, false),
  );
}

import type { EvaluationElementView } from '@superbill/contract';

const keptUnder = (encounterId: string) => `superbill.struck.${encounterId}`;

/**
 * Names an element of the visit's level by where its words stand: `risk n1.2 40-52 0`. What is kept in the browser
 * thus tells nothing of the patient, and lapses with the version of the document.
 */
function placeOf({ area, evidence: [span] }: EvaluationElementView, among: number): string {
  return span
    ? `${area} ${span.documentId}.${span.version} ${span.start}-${span.end} ${among}`
    : `${area} ${among}`;
}

/** A name for each element; those on the same words are told apart by their order. */
export function placesOf(elements: readonly EvaluationElementView[]): string[] {
  const seen = new Map<string, number>();
  return elements.map((element) => {
    const first = placeOf(element, 0);
    const among = seen.get(first) ?? 0;
    seen.set(first, among + 1);
    return placeOf(element, among);
  });
}

/** What this browser keeps as struck from a visit; nothing where it keeps nothing or something else. */
export function readStruck(encounterId: string): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keptUnder(encounterId)) ?? '[]');
    return new Set(Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : []);
  } catch {
    return new Set();
  }
}

/** Keeps what is struck from a visit until it is struck no longer; a browser that stores nothing forgets it. */
export function keepStruck(encounterId: string, struck: ReadonlySet<string>): void {
  try {
    if (struck.size === 0) localStorage.removeItem(keptUnder(encounterId));
    else localStorage.setItem(keptUnder(encounterId), JSON.stringify([...struck]));
  } catch {
    // Storage is full or forbidden: it holds until the page is left.
  }
}

import type { Evidence } from '@superbill/engines/model';
import { loadDocument } from '../encounters/documents.ts';
import { AppError } from '../errors.ts';
import type { Work } from '../work.ts';

/** Refuses evidence that is not, word for word, where it says it is in this visit's documents. */
export async function checkEvidence(
  unit: Work,
  encounterId: string,
  evidence: readonly Evidence[],
): Promise<void> {
  for (const [index, { documentId, version, start, end, quote }] of evidence.entries()) {
    const document = await loadDocument(unit, documentId, version);
    const stands =
      document.encounterId === encounterId &&
      start < end &&
      end <= document.text.length &&
      document.text.slice(start, end) === quote;
    if (!stands) throw new AppError('evidence.not-in-document', { documentId, version }, `evidence.${index}`);
  }
}

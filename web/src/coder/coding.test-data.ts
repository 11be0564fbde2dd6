import type { AssignedCode, SuggestionView } from '@superbill/contract';
import type { Instant } from '@superbill/engines/model';
import type { Stamp } from './coding-state.ts';

/** Values for the tests of this folder: valid, and a test states only the part it is about. */
export const stamp: Stamp = { by: 'Cleo Coder', at: '2027-03-01T09:30:00.000Z' as Instant };

const evidence = { documentId: 'note', version: 1, start: 0, end: 4, quote: 'gout' };

export function aSuggestion(suggestion: Partial<SuggestionView> = {}): SuggestionView {
  return {
    system: 'icd10cm',
    code: 'M10.9',
    title: 'Gout, unspecified',
    confidence: 0.9,
    primary: false,
    evidence: [evidence],
    path: ['Index: Gout'],
    notes: [],
    rules: [],
    sections: [{ kind: 'assessment', heading: 'Assessment' }],
    section: { kind: 'assessment', heading: 'Assessment' },
    alternatives: [],
    riskCategories: [],
    decision: 'open',
    ...suggestion,
  };
}

export function aCode(code: Partial<AssignedCode> = {}): AssignedCode {
  return {
    id: `id of ${code.code ?? 'M10.9'}`,
    system: 'icd10cm',
    code: 'M10.9',
    title: 'Gout, unspecified',
    edition: 'FY2027',
    position: 1,
    origin: 'suggestion',
    path: ['Index: Gout'],
    evidence: [evidence],
    decidedBy: stamp.by,
    decidedAt: stamp.at,
    ...code,
  };
}

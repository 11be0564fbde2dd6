import { z } from 'zod';
import { codeSystem } from './encounter-parts.ts';
import { evidence } from './shapes.ts';

/** Where a span stands: what the part of the document is for, and its heading as written. */
const sectionPlace = z.strictObject({ kind: z.string(), heading: z.string() });

export const suggestion = z.strictObject({
  system: codeSystem,
  code: z.string(),
  title: z.string(),
  confidence: z.number(),
  primary: z.boolean(),
  evidence: z.array(evidence),
  /** Where the spans stand, in the order of `evidence`; `section` is the first. */
  sections: z.array(sectionPlace),
  section: sectionPlace,
  path: z.array(z.string()),
  notes: z.array(z.string()),
  /** What the same words may mean besides, and what the record would have to state for it. */
  alternatives: z.array(z.strictObject({ code: z.string(), title: z.string(), needs: z.array(z.string()) })),
  /** Categories of risk adjustment, where a mapping is loaded. */
  riskCategories: z.array(z.strictObject({ model: z.string(), category: z.string() })),
  /** Inpatient stays: proposed from words of the record. */
  presentOnAdmission: z
    .strictObject({
      indicator: z.enum(['Y', 'N', 'U', 'W', 'exempt']),
      reason: z.string(),
      evidence: z.array(evidence),
    })
    .optional(),
  /** Ids of the coding rules that touched it. */
  rules: z.array(z.string()),
  /** Where the coder stands with it. */
  decision: z.enum(['open', 'accepted', 'rejected']),
});
export type SuggestionView = z.output<typeof suggestion>;

/** One act of one coding rule; what it left out is told here only. */
export const ruleFiring = z.strictObject({
  rule: z.string(),
  source: z.string(),
  did: z.enum(['added', 'moved', 'removed', 'supported', 'placed']),
  from: z.string().optional(),
  to: z.string().optional(),
  title: z.string(),
  why: z.string(),
  evidence: z.array(evidence),
});
export type RuleFiringView = z.output<typeof ruleFiring>;

/** What the record names and does not mean as a diagnosis of this visit. */
export const notCoded = z.strictObject({
  code: z.string(),
  title: z.string(),
  assertion: z.enum([
    'present',
    'negated',
    'uncertain',
    'history',
    'family',
    'hypothetical',
    'other-person',
    'planned',
  ]),
  reason: z.string(),
  source: z.string(),
  section: sectionPlace,
  evidence: z.array(evidence),
});
export type NotCodedView = z.output<typeof notCoded>;

export const queryProposal = z.strictObject({
  trigger: z.string(),
  question: z.string(),
  options: z.array(z.string()),
  evidence: z.array(evidence),
});
export type QueryProposalView = z.output<typeof queryProposal>;

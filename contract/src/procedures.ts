import { z } from 'zod';
import { codeSystem } from './encounter-parts.ts';
import { evidence } from './shapes.ts';

/** A procedure; a code with `?` where an axis is open, and what it may be there. */
export const procedureSuggestion = z.strictObject({
  system: codeSystem,
  code: z.string(),
  title: z.string(),
  confidence: z.number(),
  evidence: z.array(evidence),
  path: z.array(z.string()),
  notes: z.array(z.string()),
  alternatives: z.array(z.strictObject({ code: z.string(), title: z.string(), needs: z.string() })),
  open: z.array(
    z.strictObject({
      axis: z.string(),
      /** The place of its character in the code, from 1; 0 where it is no part of the code. */
      position: z.number().int(),
      values: z.array(z.strictObject({ value: z.string(), label: z.string() })),
    }),
  ),
  units: z.number().int().optional(),
  modifiers: z.array(z.string()).optional(),
  decision: z.enum(['open', 'accepted', 'rejected']),
});
export type ProcedureSuggestionView = z.output<typeof procedureSuggestion>;

const decisionLevel = z.enum(['straightforward', 'low', 'moderate', 'high']);

/** What counts towards the level of a visit, with its words; a coder may strike it and have the level counted again. */
export const evaluationElement = z.strictObject({
  area: z.enum(['problems', 'data', 'risk', 'time']),
  kind: z.string(),
  what: z.string(),
  counts: z.string(),
  minutes: z.number().int().optional(),
  evidence: z.array(evidence),
});
export type EvaluationElementView = z.output<typeof evaluationElement>;

/** The level that a visit supports: a proposal. The CPT number is bare; its wording belongs to the AMA. */
export const evaluation = z.strictObject({
  code: z.string().optional(),
  level: decisionLevel.optional(),
  by: z.enum(['mdm', 'time']),
  place: z.enum([
    'office',
    'emergency',
    'hospital-initial',
    'hospital-subsequent',
    'hospital-same-day',
    'hospital-discharge',
  ]),
  patient: z.enum(['new', 'established']),
  problems: decisionLevel,
  data: decisionLevel,
  risk: decisionLevel,
  elements: z.array(evaluationElement),
  /** What the next code up would need, and what would bring it one down. */
  higher: z.string().optional(),
  lower: z.string().optional(),
  open: z.array(z.string()),
  notes: z.array(z.string()),
});
export type EvaluationView = z.output<typeof evaluation>;

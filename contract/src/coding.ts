import { z } from 'zod';
import { editionInUse } from './code-sets.ts';
import { define } from './define.ts';
import { codeSystem } from './encounter-parts.ts';
import { advice } from './learning.ts';
import { evaluation, procedureSuggestion } from './procedures.ts';
import { done, evidence, id, line, nothing } from './shapes.ts';
import { notCoded, queryProposal, ruleFiring, suggestion } from './suggestions.ts';

const encounterId = z.strictObject({ encounterId: id });

export const codingRoutes = {
  suggestCodes: define({
    method: 'GET',
    path: '/api/encounters/:encounterId/suggestions',
    access: { staff: 'coding.read' },
    summary: 'What the record suggests, each with the words it stands on and the path taken.',
    params: encounterId,
    response: z.strictObject({
      /** Diagnoses only. */
      suggestions: z.array(suggestion),
      /** What was done: ICD-10-PCS of inpatient stays, HCPCS level II of drugs that were given. */
      procedures: z.array(procedureSuggestion),
      evaluation,
      queries: z.array(queryProposal),
      advice,
      firings: z.array(ruleFiring),
      notCoded: z.array(notCoded),
      edition: editionInUse,
      ms: z.number(),
    }),
  }),
  assignCode: define({
    method: 'POST',
    path: '/api/encounters/:encounterId/codes',
    access: { staff: 'coding.write' },
    summary: 'Assigns a code: the decision, who made it and the words it stands on are stored.',
    params: encounterId,
    body: z.strictObject({
      system: codeSystem.default('icd10cm'),
      code: line(10),
      origin: z.enum(['suggestion', 'search']),
      path: z.array(z.string().max(400)).max(20).default([]),
      confidence: z.number().min(0).max(1).optional(),
      /** A code found by search must be tied to the record too. */
      evidence: z.array(evidence).min(1).max(20),
    }),
    response: done,
  }),
  removeCode: define({
    method: 'DELETE',
    path: '/api/encounters/:encounterId/codes/:codeId',
    access: { staff: 'coding.write' },
    summary: 'Takes a code off the visit; that it was there stays stored.',
    params: z.strictObject({ encounterId: id, codeId: id }),
    response: nothing,
  }),
  orderCodes: define({
    method: 'PUT',
    path: '/api/encounters/:encounterId/code-order',
    access: { staff: 'coding.write' },
    summary: 'Puts the codes in order; the first is first-listed.',
    params: encounterId,
    body: z.strictObject({ codeIds: z.array(id).min(1).max(50) }),
    response: nothing,
  }),
  rejectSuggestion: define({
    method: 'POST',
    path: '/api/encounters/:encounterId/rejections',
    access: { staff: 'coding.write' },
    summary: 'Rejects a suggestion.',
    params: encounterId,
    body: z.strictObject({ system: codeSystem.default('icd10cm'), code: line(10) }),
    response: nothing,
  }),
  undoRejection: define({
    method: 'DELETE',
    path: '/api/encounters/:encounterId/rejections/:code',
    access: { staff: 'coding.write' },
    summary: 'Takes a rejection back.',
    params: z.strictObject({ encounterId: id, code: line(10) }),
    response: nothing,
  }),
};

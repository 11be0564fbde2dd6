import { z } from 'zod';
import { define } from './define.ts';
import { codeSystem, query } from './encounter-parts.ts';
import { advice } from './learning.ts';
import { done, evidence, id, isoDate, line, nothing, text } from './shapes.ts';

export const edition = z.strictObject({
  system: codeSystem,
  edition: z.string(),
  effectiveFrom: isoDate,
  effectiveTo: isoDate.nullable(),
  codes: z.number().int(),
  source: z.string(),
  starter: z.boolean(),
  notesFrom: z.string().nullable(),
  indexFrom: z.string().nullable(),
});
export type EditionView = z.output<typeof edition>;

/** Which edition answered, and whether it is in force on the date asked about. */
export const editionInUse = edition.extend({ outOfDate: z.boolean() });

export const codeHit = z.strictObject({
  code: z.string(),
  title: z.string(),
  billable: z.boolean(),
  score: z.number(),
  path: z.array(z.string()),
  /** Axes that were assumed, or must still be chosen to bill the code. */
  missing: z.array(z.string()),
  /** Codes chosen before with which an Excludes1 note forbids it, and where that is printed. */
  conflicts: z.array(z.strictObject({ with: z.string(), at: z.string(), note: z.string() })),
});
export type CodeHitView = z.output<typeof codeHit>;

const noteLists = {
  includes: z.array(z.string()).optional(),
  inclusionTerms: z.array(z.string()).optional(),
  excludes1: z.array(z.string()).optional(),
  excludes2: z.array(z.string()).optional(),
  codeFirst: z.array(z.string()).optional(),
  useAdditional: z.array(z.string()).optional(),
  codeAlso: z.array(z.string()).optional(),
  notes: z.array(z.string()).optional(),
  seventhCharacter: z.record(z.string(), z.string()).optional(),
};

export const codeEntry = z.strictObject({
  system: codeSystem,
  code: z.string(),
  title: z.string(),
  billable: z.boolean(),
  edition: z.string(),
  parents: z.array(z.strictObject({ code: z.string(), title: z.string() })),
  /** Own notes first, then each ancestor's. */
  notes: z.array(z.strictObject({ at: z.string(), ...noteLists })),
  children: z.array(z.strictObject({ code: z.string(), title: z.string(), billable: z.boolean() })),
});
export type CodeEntryView = z.output<typeof codeEntry>;

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
  askQuery: define({
    method: 'POST',
    path: '/api/encounters/:encounterId/queries',
    access: { staff: 'query.ask' },
    summary: 'Asks the physician; the visit waits in the query queue until answered or withdrawn.',
    params: encounterId,
    body: z.strictObject({
      question: text(2000),
      options: z.array(line(200)).min(2).max(8),
      evidence: z.array(evidence).max(20).default([]),
    }),
    response: done,
  }),
  listQueries: define({
    method: 'GET',
    path: '/api/queries',
    access: { staff: 'query.answer' },
    summary: "The physician's own queries.",
    query: z.strictObject({ state: z.enum(['open', 'answered']).default('open') }),
    response: z.strictObject({ queries: z.array(query) }),
  }),
  answerQuery: define({
    method: 'POST',
    path: '/api/queries/:queryId/answer',
    access: { staff: 'query.answer' },
    summary: 'Answers a query; the answer is signed into the record as an addendum.',
    params: z.strictObject({ queryId: id }),
    body: z.strictObject({ option: line(200), text: text(2000).optional() }),
    response: done,
  }),
  withdrawQuery: define({
    method: 'POST',
    path: '/api/encounters/:encounterId/queries/:queryId/withdraw',
    access: { staff: 'query.ask' },
    summary: 'Takes an open query back.',
    params: z.strictObject({ encounterId: id, queryId: id }),
    response: nothing,
  }),
};

export const codeSetRoutes = {
  searchCodes: define({
    method: 'GET',
    path: '/api/codes',
    access: { staff: 'code-set.read' },
    summary: 'Searches the full code set by words, abbreviations or a code.',
    query: z.strictObject({
      text: z.string().max(200),
      date: isoDate,
      system: codeSystem.default('icd10cm'),
      limit: z.coerce.number().int().min(1).max(100).default(20),
      /** Codes that stand in the record already, divided by commas. */
      chosen: z.string().max(1000).default(''),
    }),
    response: z.strictObject({ results: z.array(codeHit), edition: editionInUse, ms: z.number() }),
  }),
  readCode: define({
    method: 'GET',
    path: '/api/codes/:system/:code',
    access: { staff: 'code-set.read' },
    summary: 'One code with its parents, children and tabular notes, on a date.',
    params: z.strictObject({ system: codeSystem, code: line(10) }),
    query: z.strictObject({ date: isoDate }),
    response: codeEntry,
  }),
  listEditions: define({
    method: 'GET',
    path: '/api/editions',
    access: { staff: 'code-set.read' },
    summary: 'The editions of code sets in use, and how to import the full ones.',
    response: z.strictObject({ editions: z.array(edition), howToImport: z.string() }),
  }),
};

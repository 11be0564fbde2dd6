import { z } from 'zod';
import { define } from './define.ts';
import { codeSystem } from './encounter-parts.ts';
import { isoDate, line } from './shapes.ts';

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
    background: true,
    summary: 'The editions of code sets in use, and how to import the full ones.',
    response: z.strictObject({ editions: z.array(edition), howToImport: z.string() }),
  }),
};

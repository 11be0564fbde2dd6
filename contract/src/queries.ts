import { z } from 'zod';
import { define } from './define.ts';
import { query } from './encounter-parts.ts';
import { done, evidence, id, line, nothing, text } from './shapes.ts';

const encounterId = z.strictObject({ encounterId: id });

export const queryRoutes = {
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
    background: true,
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

import { routes } from '@superbill/contract';
import { call } from '../api/index.ts';
import type { Change } from './coding-state.ts';

/** The row of each code of the visit, as far as the server has told; kept up to date by what is sent. */
export type CodeRows = Map<string, string>;

/** Sends one change to the server. Throws ApiProblem. Changes of one visit are sent one after the other. */
export async function sendChange(encounterId: string, change: Change, rows: CodeRows): Promise<void> {
  const params = { encounterId };
  switch (change.kind) {
    case 'assign': {
      const { title: _, path, evidence, ...code } = change.code;
      const body = { ...code, path: [...path], evidence: [...evidence] };
      const { id } = await call(routes.assignCode, { params, body });
      rows.set(code.code, id);
      return;
    }
    case 'remove': {
      await call(routes.removeCode, { params: { encounterId, codeId: rowOf(rows, change.code) } });
      rows.delete(change.code);
      return;
    }
    case 'order': {
      // Codes that have come or gone since the order was made keep their place after the others.
      const named = change.codes.filter((code) => rows.has(code));
      const others = [...rows.keys()].filter((code) => !named.includes(code));
      const codeIds = [...named, ...others].map((code) => rowOf(rows, code));
      await call(routes.orderCodes, { params, body: { codeIds } });
      return;
    }
    case 'reject': {
      const { system, code } = change;
      await call(routes.rejectSuggestion, { params, body: { system, code } });
      return;
    }
    case 'unreject':
      await call(routes.undoRejection, { params: { encounterId, code: change.code } });
  }
}

function rowOf(rows: CodeRows, code: string): string {
  const row = rows.get(code);
  if (row === undefined) throw new RangeError(`${code} is not on the visit`);
  return row;
}

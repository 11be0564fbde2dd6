import { routes } from '@superbill/contract';
import { AppError } from '../errors.ts';
import { type Handler, handle } from '../http/handle.ts';
import { howToImport, openEdition, toView } from './in-use.ts';

export const codeSetHandlers: Handler[] = [
  handle(routes.searchCodes, async ({ system }, { query }) => {
    const { text, date, system: codeSystem, limit } = query;
    const chosen = query.chosen.split(',').filter((code) => code !== '');
    const { book, inUse } = openEdition(system, codeSystem, date);
    const started = performance.now();
    // People search as they type, so the last word may be half of one.
    const results = text.trim() === '' ? [] : book.search(text, { limit, partial: true, chosen });
    return { results, edition: inUse, ms: Math.round((performance.now() - started) * 100) / 100 };
  }),

  handle(routes.readCode, async ({ system }, { params: { system: codeSystem, code }, query: { date } }) => {
    const { book } = openEdition(system, codeSystem, date);
    const entry = book.lookup(code);
    if (!entry) throw new AppError('code.unknown', { code }, 'code');
    const children = book.children(entry.code).flatMap((child) => book.lookup(child) ?? []);
    return {
      system: entry.system,
      code: entry.code,
      title: entry.title,
      billable: entry.billable,
      edition: entry.edition,
      parents: entry.parents,
      notes: entry.notes,
      children: children.map(({ code: childCode, title, billable }) => ({
        code: childCode,
        title,
        billable,
      })),
    };
  }),

  handle(routes.listEditions, async ({ system }) => ({
    editions: system.codeSets.listEditions().map(toView),
    howToImport,
  })),
];

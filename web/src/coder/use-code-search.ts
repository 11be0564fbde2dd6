import { useDebouncedValue } from '@mantine/hooks';
import { type EditionView, routes } from '@superbill/contract';
import type { CodeSystem, IsoDate } from '@superbill/engines/model';
import { useState } from 'react';
import { type ApiProblem, useRead } from '../api/index.ts';
import { type SearchRow, searchRows } from './search-rows.ts';
import { useCodeEntries } from './use-code-entries.ts';

export interface CodeSearch {
  text: string;
  setText: (text: string) => void;
  system: CodeSystem;
  setSystem: (system: CodeSystem) => void;
  rows: readonly SearchRow[];
  /** The row the arrow keys stand on. */
  at: SearchRow | undefined;
  move: (by: number) => void;
  stand: (code: string) => void;
  /** Opens or closes a heading. */
  toggle: (code: string) => void;
  edition: (EditionView & { outOfDate: boolean }) | undefined;
  problem: ApiProblem | null;
  /** Asks once more what was not answered. */
  again: () => void;
  /** Whether the rows answer what is typed now. */
  settled: boolean;
}

/** Searches the full code set as one types, in the edition of the date of service, beside the codes chosen already. */
export function useCodeSearch(date: IsoDate, codes: readonly string[]): CodeSearch {
  const [text, setText] = useState('');
  const [system, setSystem] = useState<CodeSystem>('icd10cm');
  const [stood, setStood] = useState<string>();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const [asked] = useDebouncedValue(text.trim(), 80);
  const read = useRead(
    routes.searchCodes,
    { query: { text: asked, date, system, limit: 30, chosen: codes.join(',') } },
    { enabled: asked !== '', keepPrevious: true, freshFor: Number.POSITIVE_INFINITY },
  );
  const headings = useCodeEntries(
    [...opened].map((code) => ({ system, code })),
    date,
  );
  // Once the server is silent, the answer to what was typed before is no answer.
  const isSilent = read.isPlaceholderData && read.failureCount > 0;
  const hits = asked === '' || isSilent ? [] : (read.data?.results ?? []);
  const rows = searchRows(hits, opened, new Map(headings.map(({ code, children }) => [code, children])));
  const found = rows.findIndex(({ code }) => code === stood);
  const at = rows[Math.max(0, found)];

  return {
    text,
    setText: (next) => {
      setText(next);
      setStood(undefined);
      setOpened(new Set());
    },
    system,
    setSystem,
    rows,
    at,
    move: (by) => {
      const to = Math.min(rows.length - 1, Math.max(0, Math.max(0, found) + by));
      setStood(rows[to]?.code);
    },
    stand: setStood,
    toggle: (code) => {
      const next = new Set(opened);
      if (!next.delete(code)) next.add(code);
      setStood(code);
      setOpened(next);
    },
    edition: read.data?.edition,
    problem: read.error,
    again: () => void read.refetch(),
    settled: read.isSuccess && !read.isPlaceholderData && !read.isFetching && asked === text.trim(),
  };
}

import { Button } from '@mantine/core';
import { routes } from '@superbill/contract';
import type { CodeSystem, Evidence, IsoDate } from '@superbill/engines/model';
import type { ReactNode } from 'react';
import { useRead } from '../api/index.ts';
import { KeyHint, ReadState } from '../ui/index.ts';
import { CodeNotes } from './code-notes.tsx';
import style from './detail.module.css';
import type { ExcludesConflict } from './excludes.ts';

/** The code the coder looks at, in a list or in the search's answer. */
export interface Looked {
  system: CodeSystem;
  code: string;
  title: string;
  path: readonly string[];
  /** The words of the record that it stands on. */
  evidence: readonly Evidence[];
  /** What the coding engine says about it. */
  notes: readonly string[];
}

interface Props {
  looked: Looked | undefined;
  date: IsoDate;
  conflicts: readonly ExcludesConflict[];
  /** What the engine knows of it, where it is a suggestion. */
  facts?: ReactNode;
  tall: boolean;
  onTall: (tall: boolean) => void;
  onCode: (code: string) => void;
}

/** About the code at the cursor: how it was reached, what to heed; laid open by `i`, the whole tabular list at it. */
export function CodeDetail({ looked, date, conflicts, facts, tall, onTall, onCode }: Props) {
  const entry = useRead(
    routes.readCode,
    { params: { system: looked?.system ?? 'icd10cm', code: looked?.code ?? '' }, query: { date } },
    { enabled: looked !== undefined, freshFor: Number.POSITIVE_INFINITY },
  );
  const warnings = conflicts.filter(({ code, other }) => code === looked?.code || other === looked?.code);
  return (
    <section className={tall ? style.tall : style.short} aria-label="About the code">
      {looked ? (
        <>
          <div className={style.head}>
            <h2>
              {looked.code} {looked.title}
            </h2>
            <Button
              size="compact-xs"
              variant="default"
              aria-expanded={tall}
              onClick={() => onTall(!tall)}
              rightSection={<KeyHint keys="i" />}
            >
              {tall ? 'Less' : 'Tabular notes'}
            </Button>
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
          <section className={style.body} tabIndex={0} aria-label={`Notes on ${looked.code}`}>
            {warnings.map((conflict) => (
              <p key={`${conflict.code} ${conflict.other}`} className={style.warning} role="alert">
                Excludes1 at {conflict.at}: {conflict.code} is never coded together with {conflict.other} (
                {conflict.note}). Take one off, or be sure the two conditions are unrelated.
              </p>
            ))}
            {looked.path.map((way) => (
              <p key={way} className={style.path}>
                {way}
              </p>
            ))}
            {looked.evidence.length > 0 && (
              <p>
                <span className="sb-hidden">In the record: </span>
                {looked.evidence.map(({ documentId, start, quote }) => (
                  <q key={`${documentId} ${start}`} className={style.quoted}>
                    {quote}
                  </q>
                ))}
              </p>
            )}
            {looked.notes.length > 0 && (
              <ul className={style.heed}>
                {looked.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
            )}
            {facts}
            {tall && (
              <ReadState read={entry} lines={6}>
                {({ parents, notes, edition }) => (
                  <>
                    {parents.length > 0 && (
                      <ol className={style.parents} aria-label="Above this code">
                        {parents.map(({ code, title }) => (
                          <li key={code}>
                            <strong>{code}</strong> {title}
                          </li>
                        ))}
                      </ol>
                    )}
                    <CodeNotes notes={notes} edition={edition} onCode={onCode} />
                  </>
                )}
              </ReadState>
            )}
          </section>
        </>
      ) : (
        <p className={style.quiet}>
          Stand on a code to see how it was reached and what the tabular list says.
        </p>
      )}
    </section>
  );
}

import { type Encounter, routes } from '@superbill/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useChange } from '../api/index.ts';
import { ConfirmDialog } from '../ui/index.ts';
import type { Coding } from './coding-state.ts';
import type { ExcludesConflict } from './excludes.ts';
import style from './workspace.module.css';

interface Props {
  encounter: Encounter;
  coding: Coding;
  conflicts: readonly ExcludesConflict[];
  /** Waits until every decision is stored. */
  stored: () => Promise<void>;
  onDone: () => void;
  onClose: () => void;
}

/** Says what is open before the visit goes to the biller, because it cannot be taken back from here. */
export function HandOverDialog({ encounter, coding, conflicts, stored, onDone, onClose }: Props) {
  const client = useQueryClient();
  const [waiting, setWaiting] = useState(false);
  const handOver = useChange(routes.handOver, {
    onDone: () => {
      void client.invalidateQueries({ queryKey: [routes.listEncounters.path] });
      onDone();
    },
  });
  const { codes, suggestions } = coding;
  const undecided = suggestions.filter(({ decision }) => decision === 'open').length;
  const asked = encounter.queries.filter(({ state }) => state === 'open').length;
  const refusal =
    asked > 0
      ? 'A question to the physician is open. Wait for the answer, or withdraw the question.'
      : codes.length === 0
        ? 'No diagnosis is coded. Accept a suggestion or search a code first.'
        : undefined;

  function confirm() {
    if (refusal !== undefined) return onClose();
    setWaiting(true);
    void stored().then(() => {
      setWaiting(false);
      handOver.mutate({
        params: { encounterId: encounter.id },
        body: { rowVersion: encounter.rowVersion },
      });
    });
  }

  return (
    <ConfirmDialog
      open
      title={refusal === undefined ? 'Hand over to the biller?' : 'This visit cannot be handed over yet'}
      confirm={refusal === undefined ? 'Hand over' : 'Go on coding'}
      busy={waiting || handOver.isPending}
      problem={handOver.error}
      onConfirm={confirm}
      onClose={onClose}
    >
      {refusal !== undefined ? (
        <p>{refusal}</p>
      ) : (
        <>
          <ol className={style.summary} aria-label="Codes in order">
            {codes.map(({ code, title, position }) => (
              <li key={code}>
                <strong>{code}</strong> {title}
                {position === 1 && <em> first-listed</em>}
              </li>
            ))}
          </ol>
          {conflicts.map(({ code, other, at }) => (
            <p key={`${code} ${other}`} className={style.warning}>
              Excludes1 at {at}: {code} and {other} are both on the visit.
            </p>
          ))}
          <p>
            {undecided === 0
              ? 'Every suggestion is decided.'
              : `${undecided} ${undecided === 1 ? 'suggestion is' : 'suggestions are'} not decided and will not be coded.`}
          </p>
          <p className={style.quiet}>
            This cannot be undone from here: only the biller can return the visit to you.
          </p>
        </>
      )}
    </ConfirmDialog>
  );
}

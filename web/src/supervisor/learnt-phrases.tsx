import { Button } from '@mantine/core';
import { type RememberedPhraseView, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange } from '../api/index.ts';
import { ConfirmDialog, EmptyState, StatusBadge, toast } from '../ui/index.ts';
import style from './learning.module.css';

/** The names of diagnoses that coders tied to codes, each with the visits behind it. */
export function LearntPhrases({ phrases }: { phrases: readonly RememberedPhraseView[] }) {
  const [asking, setAsking] = useState<RememberedPhraseView>();
  const forget = useChange(routes.forgetPhrase, {
    invalidates: [routes.readLearning],
    onDone: () => {
      setAsking(undefined);
      toast({ message: 'The phrase is forgotten.' });
    },
  });
  if (phrases.length === 0) {
    return (
      <EmptyState
        title="No phrase is remembered."
        hint="A phrase counts once coders tied it to a code for two different patients, in words of the code set."
      />
    );
  }
  return (
    <>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">Phrase</th>
            <th scope="col">Code</th>
            <th scope="col">Accepted</th>
            <th scope="col" className={style.wide}>
              Used for
            </th>
            <th scope="col">
              <span className="sb-hidden">Forget</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {phrases.map((one) => (
            <tr key={`${one.code} ${one.phrase}`}>
              <th scope="row">{one.phrase}</th>
              <td>
                <strong>{one.code}</strong> <span className={style.wide}>{one.title}</span>
              </td>
              <td className={style.count}>
                {one.accepted} of {one.accepted + one.rejected}
              </td>
              <td className={style.wide}>
                <StatusBadge tone={one.offered ? 'good' : 'still'}>
                  {one.offered ? 'Brings the code' : 'Order only'}
                </StatusBadge>
              </td>
              <td className={style.tools}>
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={`Forget ${one.phrase} as ${one.code}`}
                  onClick={() => setAsking(one)}
                >
                  Forget
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <ConfirmDialog
        open={asking !== undefined}
        title={`Forget “${asking?.phrase ?? ''}” as ${asking?.code ?? ''}?`}
        confirm="Forget the phrase"
        danger
        busy={forget.isPending}
        problem={forget.error}
        onConfirm={() => asking && forget.mutate({ body: { phrase: asking.phrase, code: asking.code } })}
        onClose={() => setAsking(undefined)}
      >
        <p>Decisions so far no longer count for it; later ones do.</p>
      </ConfirmDialog>
    </>
  );
}

import { Button, Group, Modal } from '@mantine/core';
import { type ClaimSummary, type InterchangeView, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange } from '../../api/index.ts';
import { Money, ProblemNote } from '../../ui/index.ts';
import { byPayer } from './by-payer.ts';
import style from './claims.module.css';
import { SentClaims } from './sent-claims.tsx';

interface Props {
  claims: readonly ClaimSummary[];
  onClose: () => void;
}

/** Says what would go to whom; after the sending, what came back, as it comes. */
export function SendDialog({ claims, onClose }: Props) {
  // What was confirmed stays on show, although the list of ready claims behind is empty by then.
  const [chosen] = useState(claims);
  const [sent, setSent] = useState<readonly InterchangeView[]>();
  const transmit = useChange(routes.transmitClaims, {
    invalidates: [
      routes.listClaims,
      routes.readClaim,
      routes.listEncounters,
      routes.readEncounter,
      routes.listInterchanges,
      routes.listInboundFiles,
    ],
    onDone: ({ interchanges }) => setSent(interchanges),
  });
  const send = () => {
    // A double click sends once, and is not told that nothing is left to send.
    if (!transmit.isPending && !sent) transmit.mutate({ body: { claimIds: chosen.map(({ id }) => id) } });
  };
  const many = chosen.length === 1 ? 'claim' : 'claims';
  return (
    <Modal
      opened
      onClose={onClose}
      title={sent ? 'Sent: the answers appear here' : `Send ${chosen.length} ${many}`}
      size="xl"
    >
      {sent ? (
        <SentClaims interchanges={sent} claimIds={chosen.map(({ id }) => id)} />
      ) : (
        <PayerTotals claims={chosen} />
      )}
      {!sent && <ProblemNote problem={transmit.error} />}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          {sent ? 'Close' : 'Cancel'}
        </Button>
        {!sent && (
          <Button data-autofocus loading={transmit.isPending} onClick={send}>
            Send {chosen.length} {many}
          </Button>
        )}
      </Group>
    </Modal>
  );
}

function PayerTotals({ claims }: { claims: readonly ClaimSummary[] }) {
  const payers = byPayer(claims);
  const total = payers.at(-1);
  return (
    <>
      <p className={style.lead}>
        One file goes to each payer. A claim that was sent can no longer be changed.
      </p>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">Payer</th>
            <th scope="col" className={style.right}>
              Claims
            </th>
            <th scope="col" className={style.right}>
              Charges
            </th>
          </tr>
        </thead>
        <tbody>
          {payers.slice(0, -1).map((payer) => (
            <tr key={payer.name}>
              <th scope="row">{payer.name}</th>
              <td className={style.right}>{payer.claims}</td>
              <td className={style.right}>
                <Money amount={payer.charges} />
              </td>
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr>
              <th scope="row">{total.name}</th>
              <td className={style.right}>{total.claims}</td>
              <td className={style.right}>
                <Money amount={total.charges} />
              </td>
            </tr>
          </tfoot>
        )}
      </table>
    </>
  );
}

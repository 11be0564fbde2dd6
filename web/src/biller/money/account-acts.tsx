import { Button } from '@mantine/core';
import { type Account, approvalKindNames, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange, useRead, useSession } from '../../api/index.ts';
import { DateText, InstantText, Money, Panel, ProblemNote, StatusBadge, toast } from '../../ui/index.ts';
import { RefundDialog, VoidDialog, WriteOffDialog } from './adjust-dialogs.tsx';
import style from './money.module.css';

type Asked =
  | { act: 'write-off'; charge: Account['charges'][number] }
  | { act: 'refund' }
  | { act: 'void'; payment: Account['payments'][number] };

/** What can be given up, paid back or taken back on an account, and what of it waits for somebody else. */
export function AccountActs({ account }: { account: Account }) {
  const { may } = useSession();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const mayAdjust = may('adjustment.write');
  const open = account.charges.filter((charge) => charge.patientOwesCents > 0 || charge.deniedCents > 0);
  const isWaiting = (subjectId: string) => account.waiting.some((each) => each.subjectId === subjectId);
  return (
    <>
      {account.waiting.length > 0 && <Waiting waiting={account.waiting} />}
      {account.creditCents > 0 && (
        <Credit
          account={account}
          onRefund={may('refund.write') ? () => setAsked({ act: 'refund' }) : undefined}
        />
      )}
      {mayAdjust && open.length > 0 && (
        <Panel title="Open services">
          <Bound />
          <ul className={style.acts}>
            {open.map((charge) => (
              <li key={charge.id}>
                <span>
                  <DateText date={charge.serviceDate} /> {charge.procedure} {charge.wording},{' '}
                  {charge.patientOwesCents > 0 ? 'the patient owes ' : 'denied '}
                  <Money
                    amount={charge.patientOwesCents > 0 ? charge.patientOwesCents : charge.deniedCents}
                  />
                </span>
                <Button
                  variant="default"
                  size="compact-sm"
                  disabled={isWaiting(charge.id)}
                  aria-label={`Write off ${charge.procedure} ${charge.wording}`}
                  onClick={() => setAsked({ act: 'write-off', charge })}
                >
                  Write off
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {account.payments.length > 0 && (
        <Panel title="Payments of the patient">
          <ul className={style.acts}>
            {account.payments.map((payment) => (
              <li key={payment.id}>
                <span>
                  <DateText date={payment.receivedOn} /> <Money amount={payment.amountCents} />{' '}
                  {{ cash: 'in cash', check: 'by check', card: 'by card' }[payment.method]}{' '}
                  {payment.voided && <StatusBadge tone="still">Voided</StatusBadge>}
                </span>
                {mayAdjust && !payment.voided && (
                  <Button
                    variant="default"
                    size="compact-sm"
                    disabled={isWaiting(payment.id)}
                    onClick={() => setAsked({ act: 'void', payment })}
                  >
                    Void
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {asked?.act === 'write-off' && <WriteOffDialog charge={asked.charge} onClose={close} />}
      {asked?.act === 'refund' && <RefundDialog account={account} onClose={close} />}
      {asked?.act === 'void' && <VoidDialog payment={asked.payment} onClose={close} />}
    </>
  );
}

/** A quiet line for whoever is bound: which acts wait for somebody else. */
function Bound() {
  const { data } = useRead(routes.readOwnControls, {}, { freshFor: 60_000 });
  if (!data?.bound) return null;
  return (
    <p className={style.quiet}>
      You hold both hats: write-offs, refunds and voids wait for the countersign of{' '}
      {data.ownerName ?? 'a supervisor'}.
    </p>
  );
}

function Credit({ account, onRefund }: { account: Account; onRefund: (() => void) | undefined }) {
  const { may } = useSession();
  const use = useChange(routes.useCredit, {
    invalidates: [routes.readAccount, routes.listEncounters],
    onDone: () => toast({ message: 'The credit is used for what was owed.' }),
  });
  const owes = account.charges.some((charge) => charge.patientOwesCents > 0);
  return (
    <Panel title="Credit of the patient">
      <p>
        <Money amount={account.creditCents} /> belongs to the patient.
      </p>
      <ProblemNote problem={use.error} />
      <span className={style.buttons}>
        {may('payment.write') && owes && (
          <Button
            variant="default"
            loading={use.isPending}
            onClick={() => use.mutate({ params: { patientId: account.patient.id } })}
          >
            Use it for what is owed
          </Button>
        )}
        {onRefund && (
          <Button
            variant="default"
            disabled={account.waiting.some(({ kind }) => kind === 'refund')}
            onClick={onRefund}
          >
            Refund
          </Button>
        )}
      </span>
    </Panel>
  );
}

function Waiting({ waiting }: { waiting: Account['waiting'] }) {
  const { may } = useSession();
  const withdraw = useChange(routes.withdrawApproval, {
    invalidates: [routes.readAccount, routes.listApprovals],
    onDone: () => toast({ message: 'The request is taken back.' }),
  });
  return (
    <Panel title="Waits for the countersign">
      <ProblemNote problem={withdraw.error} />
      <ul className={style.acts}>
        {waiting.map(({ id, kind, what, requestedBy, requestedAt, own }) => (
          <li key={id}>
            <span>
              <StatusBadge tone="warn">{approvalKindNames[kind]}</StatusBadge> {what} Asked by {requestedBy},{' '}
              <InstantText at={requestedAt} />. Nothing is booked yet.
            </span>
            {own && may('adjustment.write') && (
              <Button
                variant="default"
                size="compact-sm"
                loading={withdraw.isPending}
                onClick={() => withdraw.mutate({ params: { approvalId: id } })}
              >
                Take it back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

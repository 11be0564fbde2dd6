import { type Approval, routes } from '@superbill/contract';
import { useChange, useRead } from '../api/index.ts';
import { EmptyState, InstantText, Money, Page, Panel, ReadState, StatusBadge, toast } from '../ui/index.ts';
import { ApprovalFacts } from './approval-facts.tsx';
import { DecideButtons } from './decide-buttons.tsx';
import style from './owner.module.css';

/** What waits for a countersign, and what was decided lately. */
export default function ApprovalsPage() {
  const pending = useRead(routes.listApprovals, { query: { state: 'pending' } });
  const closed = useRead(routes.listApprovals, { query: { state: 'closed' } });
  return (
    <Page title="Countersign" detail="Nothing here is booked before somebody else has looked at it">
      <ReadState read={pending}>
        {({ approvals }) =>
          approvals.length === 0 ? (
            <EmptyState
              title="Nothing waits."
              hint="Write-offs, refunds, voids and codes changed after a denial come here."
            />
          ) : (
            <ul className={style.cards}>
              {approvals.map((approval) => (
                <li key={approval.id}>
                  <Card approval={approval} />
                </li>
              ))}
            </ul>
          )
        }
      </ReadState>
      <Panel title="Decided lately">
        <ReadState read={closed}>
          {({ approvals }) =>
            approvals.length === 0 ? (
              <EmptyState title="Nothing was decided yet." />
            ) : (
              <ul className={style.closed}>
                {approvals.map((approval) => (
                  <Closed key={approval.id} {...approval} />
                ))}
              </ul>
            )
          }
        </ReadState>
      </Panel>
    </Page>
  );
}

function Card({ approval }: { approval: Approval }) {
  const decide = useChange(routes.decideApproval, {
    invalidates: [routes.listApprovals, routes.readAccount, routes.readOwnControls],
    onDone: ({ state }) =>
      toast({ message: state === 'approved' ? 'Countersigned and booked.' : 'Declined; nothing is booked.' }),
  });
  return (
    <article className={style.card} aria-label={approval.what}>
      <ApprovalFacts approval={approval} />
      {approval.mayDecide ? (
        <DecideButtons
          busy={decide.isPending}
          problem={decide.error}
          onDecide={(body) => decide.mutate({ params: { approvalId: approval.id }, body })}
        />
      ) : (
        <p className={style.hint}>Your own act: somebody else decides it.</p>
      )}
    </article>
  );
}

const tones = {
  approved: 'good',
  declined: 'bad',
  withdrawn: 'still',
  expired: 'still',
  pending: 'warn',
} as const;
const words = {
  approved: 'Countersigned',
  declined: 'Declined',
  withdrawn: 'Withdrawn',
  expired: 'Out of date',
  pending: 'Waiting',
} as const;

function Closed({ state, what, amountCents, recordNumber, decidedBy, decidedAt, decisionReason }: Approval) {
  return (
    <li>
      <StatusBadge tone={tones[state]}>{words[state]}</StatusBadge> <Money amount={amountCents} /> · record{' '}
      {recordNumber} · {what}
      {decidedBy !== null && decidedAt !== null && (
        <span className={style.hint}>
          {' '}
          {decidedBy}, <InstantText at={decidedAt} />
          {decisionReason !== null && `: ${decisionReason}`}
        </span>
      )}
    </li>
  );
}

import { Button } from '@mantine/core';
import { type PatientSummary, routes, type StatementSummary } from '@superbill/contract';
import { useRead } from '../../api/index.ts';
import { places } from '../../router/places.ts';
import { DateText, EmptyState, Money, PageLink, Panel, ReadState, StatusBadge } from '../../ui/index.ts';
import style from './money.module.css';

interface Props {
  patient: PatientSummary;
  onRenew: (bill: StatementSummary) => void;
}

/** The bills a patient has, the newest first. */
export function PatientBills({ patient, onRenew }: Props) {
  const read = useRead(routes.listStatements, { query: { limit: 500 } });
  return (
    <Panel title="Bills">
      <ReadState read={read} lines={3}>
        {({ statements }) => {
          const own = statements.filter((statement) => statement.patient.id === patient.id);
          if (own.length === 0) return <EmptyState title="No bill yet." />;
          return (
            <ul className={style.plain} aria-label="Bills of the patient">
              {own.map((bill) => (
                <li key={bill.id} className={style.bill}>
                  <PageLink to={places.statement(bill.id)}>{bill.number}</PageLink>
                  <span className={style.quiet}>
                    <DateText date={bill.issuedOn} />, due <DateText date={bill.dueOn} />
                  </span>
                  {bill.openQuestions > 0 && <StatusBadge tone="ask">Question</StatusBadge>}
                  <Button size="compact-xs" variant="subtle" onClick={() => onRenew(bill)}>
                    New link<span className="sb-hidden">&nbsp;for bill {bill.number}</span>
                  </Button>
                  <span className={style.end}>
                    <Money amount={bill.balanceCents} />
                  </span>
                </li>
              ))}
            </ul>
          );
        }}
      </ReadState>
    </Panel>
  );
}

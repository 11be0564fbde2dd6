import { Button } from '@mantine/core';
import { type PatientSummary, routes } from '@superbill/contract';
import { useRead } from '../../api/index.ts';
import { places } from '../../router/places.ts';
import { DateText, EmptyState, Money, PageLink, Panel, ReadState, StatusBadge } from '../../ui/index.ts';
import style from './money.module.css';

interface Props {
  patient: PatientSummary;
  onRenew: (statementId: string, patient: PatientSummary) => void;
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
              {own.map(({ id, number, issuedOn, dueOn, balanceCents, openQuestions }) => (
                <li key={id} className={style.bill}>
                  <PageLink to={places.statement(id)}>{number}</PageLink>
                  <Money amount={balanceCents} />
                  <span className={style.quiet}>
                    <DateText date={issuedOn} />, due <DateText date={dueOn} />
                  </span>
                  {openQuestions > 0 && <StatusBadge tone="ask">Question</StatusBadge>}
                  <Button size="compact-xs" variant="subtle" onClick={() => onRenew(id, patient)}>
                    New link<span className="sb-hidden">&nbsp;for bill {number}</span>
                  </Button>
                </li>
              ))}
            </ul>
          );
        }}
      </ReadState>
    </Panel>
  );
}

import { Button } from '@mantine/core';
import { routes } from '@superbill/contract';
import { useState } from 'react';
import { useRead, useSession } from '../../api/index.ts';
import { places } from '../../router/places.ts';
import { usePathPart } from '../../router/use-place.ts';
import {
  DateText,
  EmptyState,
  KeyHint,
  Money,
  Page,
  PageLink,
  Panel,
  personName,
  ReadState,
  useKeys,
  WhyThread,
} from '../../ui/index.ts';
import { Question } from '../messages/question.tsx';
import { BillLines } from './bill-lines.tsx';
import style from './money.module.css';
import { useBill } from './use-bill.tsx';

/** A bill as the patient sees it; beside it what the patient asked, with the thread of the line in question. */
export default function StatementPage() {
  const statementId = usePathPart('statementId');
  const { may } = useSession();
  const read = useRead(routes.readStatement, { params: { statementId } });
  const bill = useBill();
  const statement = read.data;
  const [chosen, setChosen] = useState<string>();
  const mayRenew = may('statement.write');
  const renew = () => statement && bill.renewLink(statement);
  useKeys([
    {
      key: 'l',
      does: 'Make a new link for the patient',
      disabled: !mayRenew || !statement,
      run: () => void renew(),
    },
  ]);
  return (
    <Page
      title={statement ? `Bill ${statement.number}` : 'Bill'}
      detail={
        statement && (
          <>
            <PageLink to={places.account(statement.patient.id)}>{personName(statement.patient)}</PageLink> ·
            made <DateText date={statement.issuedOn} /> · due <DateText date={statement.dueOn} />
          </>
        )
      }
      toolbar={
        mayRenew && (
          <Button
            variant="default"
            disabled={!statement}
            onClick={() => void renew()}
            rightSection={<KeyHint keys="l" />}
          >
            New link
          </Button>
        )
      }
    >
      <ReadState read={read} lines={10}>
        {({ lines, messages, balanceCents }) => {
          const asked =
            messages.find(({ id }) => id === chosen) ?? messages.find(({ state }) => state === 'open');
          return (
            <div className={style.columns}>
              <Panel
                title="As the patient sees it"
                tools={
                  <strong>
                    Asked for <Money amount={balanceCents} />
                  </strong>
                }
              >
                <BillLines lines={lines} marked={asked?.statementLineId} />
              </Panel>
              <div>
                <Panel title="Questions of the patient">
                  {messages.length === 0 && <EmptyState title="The patient has asked nothing." />}
                  <ul className={style.plain} aria-label="Questions of the patient">
                    {messages.map((message) => (
                      <li key={message.id} className={style.line}>
                        <Question message={message} byKey={message.id === asked?.id} />
                        {message.statementLineId && message.id !== asked?.id && (
                          <Button size="compact-xs" variant="subtle" onClick={() => setChosen(message.id)}>
                            Show the thread of this line
                          </Button>
                        )}
                      </li>
                    ))}
                  </ul>
                </Panel>
                {asked?.statementLineId && (
                  <Panel title={`The thread: ${asked.lineWording ?? ''}`}>
                    <WhyThread kind="statement-line" id={asked.statementLineId} />
                  </Panel>
                )}
              </div>
            </div>
          );
        }}
      </ReadState>
      {bill.dialog}
    </Page>
  );
}

import { type Message, routes } from '@superbill/contract';
import { useEffect, useState } from 'react';
import { useRead } from '../../api/index.ts';
import { places } from '../../router/places.ts';
import { useSearchPart } from '../../router/use-place.ts';
import {
  EmptyState,
  FailedState,
  InstantText,
  LoadingState,
  Page,
  PageLink,
  Panel,
  personName,
  ReadState,
  useKeys,
  WhyThread,
} from '../../ui/index.ts';
import { BillLines } from '../money/bill-lines.tsx';
import { ViewTabs } from '../view-tabs.tsx';
import style from './messages.module.css';
import { Question } from './question.tsx';

/** Patients' questions, oldest first: the question, the line it is about, and the thread to answer from. */
export default function MessagesPage() {
  const [kept, keep] = useSearchPart('state');
  const state = kept === 'answered' ? 'answered' : 'open';
  const read = useRead(routes.listMessages, { query: { state } });
  const messages = read.data?.messages;
  const [chosenId, setChosen] = useState<string>();
  // An answered question leaves the list of open ones, but the person who answered still reads it.
  const [held, setHeld] = useState<Message>();
  const listed = messages?.find(({ id }) => id === chosenId);
  const chosen = listed ?? (held?.id === chosenId ? held : undefined) ?? messages?.[0];
  useEffect(() => {
    if (listed) setHeld(listed);
  }, [listed]);
  const move = (by: 1 | -1) => {
    const place = messages?.findIndex(({ id }) => id === chosen?.id) ?? -1;
    const next = messages?.[Math.max(0, place + by)];
    if (next) setChosen(next.id);
  };
  useKeys([
    { key: 'j', does: 'Go to the next question', run: () => move(1) },
    { key: 'k', does: 'Go to the question before', run: () => move(-1) },
  ]);
  return (
    <Page title="Questions" fill>
      <ViewTabs
        label="Questions"
        value={state}
        onChange={(next) => {
          setChosen(undefined);
          keep(next === 'answered' ? 'answered' : undefined);
        }}
        tabs={[
          { value: 'open', name: 'Open', count: state === 'open' ? messages?.length : undefined },
          { value: 'answered', name: 'Answered', count: state === 'answered' ? messages?.length : undefined },
        ]}
      >
        {read.isLoadingError && <FailedState problem={read.error} retry={read.refetch} />}
        {read.isLoading && <LoadingState lines={8} label="Loading the questions" />}
        {messages && !chosen && (
          <EmptyState
            title={state === 'open' ? 'No question is open.' : 'No question was answered yet.'}
            hint="Patients ask about a line from their bill; it lands here beside the thread."
          />
        )}
        {messages && chosen && (
          <div className={style.columns}>
            <ul className={style.list} aria-label="Questions of patients">
              {messages.map((message) => (
                <li key={message.id}>
                  <button
                    type="button"
                    aria-current={message.id === chosen.id}
                    onClick={() => setChosen(message.id)}
                  >
                    <strong>{personName(message.patient)}</strong>
                    <span className={style.said}>{message.body}</span>
                    <span className={style.quiet}>
                      <InstantText at={message.createdAt} />
                    </span>
                  </button>
                </li>
              ))}
            </ul>
            <div className={style.scroll}>
              <Panel
                title={personName(chosen.patient)}
                tools={
                  <span className={style.links}>
                    <PageLink to={places.statement(chosen.statementId)}>
                      Bill {chosen.statementNumber}
                    </PageLink>
                    <PageLink to={places.account(chosen.patient.id)}>Account</PageLink>
                  </span>
                }
              >
                <Question key={chosen.id} message={chosen} />
              </Panel>
              <AskedBill message={chosen} />
            </div>
            <div className={style.scroll}>
              {chosen.statementLineId ? (
                <Panel title="The thread">
                  <WhyThread kind="statement-line" id={chosen.statementLineId} />
                </Panel>
              ) : (
                <EmptyState
                  title="The question is about the whole bill."
                  hint="Why? on a line opens its thread."
                />
              )}
            </div>
          </div>
        )}
      </ViewTabs>
    </Page>
  );
}

function AskedBill({ message: { statementId, statementLineId } }: { message: Message }) {
  const read = useRead(routes.readStatement, { params: { statementId } });
  return (
    <Panel title="What the patient reads">
      <ReadState read={read} lines={4}>
        {({ lines }) => (
          <BillLines lines={statementLineId ? lines.filter(({ id }) => id === statementLineId) : lines} />
        )}
      </ReadState>
    </Panel>
  );
}

import { routes } from '@superbill/contract';
import { useRef, useState } from 'react';
import { useRead } from '../../api/index.ts';
import { places } from '../../router/places.ts';
import { useSearchPart } from '../../router/use-place.ts';
import {
  EmptyState,
  FailedState,
  LoadingState,
  Page,
  PageLink,
  Panel,
  personName,
  useKeys,
  WhyThread,
} from '../../ui/index.ts';
import { ViewTabs } from '../view-tabs.tsx';
import { AskedLines } from './asked-lines.tsx';
import style from './messages.module.css';
import { neighbour } from './neighbour.ts';
import { Question } from './question.tsx';
import { QuestionList } from './question-list.tsx';

/** Patients' questions: the question, the line it is about, and the thread to answer from. */
export default function MessagesPage() {
  const [kept, keep] = useSearchPart('state');
  const state = kept === 'answered' ? 'answered' : 'open';
  const open = useRead(routes.listMessages, { query: { state: 'open' } });
  const answered = useRead(
    routes.listMessages,
    { query: { state: 'answered' } },
    { enabled: state === 'answered' },
  );
  const read = state === 'open' ? open : answered;
  const messages = read.data?.messages;
  const [chosenId, setChosen] = useState<string>();
  const chosen = messages?.find(({ id }) => id === chosenId) ?? messages?.[0];
  const [justAnswered, setJustAnswered] = useState(false);
  const drafts = useRef(new Map<string, string>());

  const choose = (id: string | undefined) => {
    setJustAnswered(false);
    setChosen(id);
  };
  const move = (by: 1 | -1) => choose(neighbour(messages ?? [], chosen?.id, by)?.id);
  useKeys([
    { key: 'j', does: 'Go to the next question', run: () => move(1) },
    { key: 'k', does: 'Go to the question before', run: () => move(-1) },
  ]);

  /** The answered question leaves the list: the one after it is next, or the one before it at the end. */
  function goOn() {
    if (state !== 'open' || !messages) return;
    const rest = [neighbour(messages, chosen?.id, 1), neighbour(messages, chosen?.id, -1)];
    setChosen(rest.find((each) => each?.id !== chosen?.id)?.id);
    setJustAnswered(true);
  }

  return (
    <Page title="Questions" fill>
      <ViewTabs
        label="Questions"
        value={state}
        onChange={(next) => {
          choose(undefined);
          keep(next === 'answered' ? 'answered' : undefined);
        }}
        tabs={[
          { value: 'open', name: 'Open', count: open.data?.messages.length },
          { value: 'answered', name: 'Answered', count: answered.data?.messages.length },
        ]}
      >
        {read.isLoadingError && <FailedState problem={read.error} retry={read.refetch} />}
        {read.isPending && <LoadingState lines={8} label="Loading the questions" />}
        {messages && !chosen && (
          <EmptyState
            title={state === 'open' ? 'No question is open.' : 'No question was answered yet.'}
            hint="Patients ask about their bill on the bill itself; it lands here, beside the thread."
          />
        )}
        {messages && chosen && (
          <div className={style.columns}>
            <QuestionList messages={messages} chosenId={chosen.id} onChoose={choose} />
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
                <Question
                  key={chosen.id}
                  message={chosen}
                  draft={drafts.current.get(chosen.id)}
                  onDraft={(body) => drafts.current.set(chosen.id, body)}
                  write={justAnswered}
                  byKey
                  onAnswered={goOn}
                />
              </Panel>
              <AskedLines key={chosen.statementId} message={chosen} />
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

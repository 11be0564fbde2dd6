import { Button } from '@mantine/core';
import { type Encounter, routes } from '@superbill/contract';
import { useChange } from '../api/index.ts';
import { InstantText, StatusBadge, toast, toastProblem, WaitedText } from '../ui/index.ts';
import style from './workspace.module.css';

interface Props {
  encounter: Encounter;
  mayWithdraw: boolean;
}

/** The visit's questions to the physician: what still waits, with a way to take it back, and what was answered. */
export function QuestionStrip({ encounter: { id, queries, practitionerName }, mayWithdraw }: Props) {
  const withdraw = useChange(routes.withdrawQuery, {
    invalidates: [routes.readEncounter, routes.listEncounters],
    onDone: () => toast({ message: 'The question is withdrawn.' }),
  });
  const shown = queries.filter(({ state }) => state !== 'withdrawn');
  if (shown.length === 0) return null;
  return (
    <section className={style.questions} aria-label="Questions to the physician">
      <ul>
        {shown.map(({ id: queryId, state, question, askedAt, answerOption, answerText, answeredAt }) => (
          <li key={queryId}>
            {state === 'open' ? (
              <>
                <StatusBadge tone="ask">waits</StatusBadge>
                <span className={style.question} title={question}>
                  {practitionerName}, asked <WaitedText since={askedAt} /> ago: {question}
                </span>
                {mayWithdraw && (
                  <Button
                    size="compact-xs"
                    variant="default"
                    loading={withdraw.isPending}
                    aria-label={`Withdraw the question: ${question}`}
                    onClick={() =>
                      withdraw.mutate({ params: { encounterId: id, queryId } }, { onError: toastProblem })
                    }
                  >
                    Withdraw
                  </Button>
                )}
              </>
            ) : (
              <>
                <StatusBadge tone="good">answered</StatusBadge>
                <span className={style.question} title={question}>
                  <strong>{answerOption}</strong> {answerText} {answeredAt && <InstantText at={answeredAt} />}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

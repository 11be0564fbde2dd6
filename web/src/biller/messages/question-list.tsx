import type { Message } from '@superbill/contract';
import { useEffect, useRef } from 'react';
import { personName, reveal, WaitedText } from '../../ui/index.ts';
import style from './messages.module.css';

interface Props {
  messages: readonly Message[];
  chosenId: string;
  onChoose: (id: string) => void;
}

/** The questions to choose from: who asks, since when, about what. */
export function QuestionList({ messages, chosenId, onChoose }: Props) {
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another choice is what it follows
  useEffect(() => {
    const chosen = list.current?.querySelector('[aria-current="true"]');
    if (chosen) reveal(chosen);
  }, [chosenId]);
  return (
    <ul ref={list} className={style.list} aria-label="Questions of patients">
      {messages.map(({ id, patient, body, lineWording, createdAt }) => (
        <li key={id}>
          <button type="button" aria-current={id === chosenId} onClick={() => onChoose(id)}>
            <span className={style.who}>
              <strong>{personName(patient)}</strong>
              <WaitedText since={createdAt} />
            </span>
            <span className={style.quiet}>{lineWording ?? 'The whole bill'}</span>
            <span className={style.said}>{body}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

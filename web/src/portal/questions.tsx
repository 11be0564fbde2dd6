import type { Bill } from '@superbill/contract';
import { useEffect, useRef, useState } from 'react';
import { type AskedLine, AskForm } from './ask-form.tsx';
import controls from './controls.module.css';
import { momentText } from './formats.ts';
import style from './questions.module.css';
import { useSpoken } from './spoken.ts';

interface QuestionsProps {
  line?: AskedLine;
  questions: Bill['questions'];
  phone: string;
}

/** The questions asked, the practice's answers beneath each, and a way to ask another. */
export function Questions({ line, questions, phone }: QuestionsProps) {
  const { words } = useSpoken();
  const [state, setState] = useState<'resting' | 'asking' | 'sent'>('resting');
  // The promise of an answer has been kept once nothing waits any more.
  const answered = questions.length > 0 && questions.every(({ replies }) => replies.length > 0);
  const ask = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (wasAsking.current && state !== 'asking') ask.current?.focus();
    wasAsking.current = state === 'asking';
  }, [state]);

  return (
    <div className={style.questions}>
      <div aria-live="polite" className={style.asked}>
        {questions.map((question) => (
          <Question key={question.id} question={question} phone={phone} />
        ))}
      </div>
      <p role="status" className={style.sent}>
        {state === 'sent' && !answered && words.sent}
      </p>
      {state === 'asking' ? (
        <AskForm
          line={line}
          phone={phone}
          onSent={() => setState('sent')}
          onCancel={() => setState('resting')}
        />
      ) : (
        <button
          ref={ask}
          type="button"
          className={line ? controls.plain : controls.button}
          onClick={() => setState('asking')}
        >
          {line ? words.askAboutLine : words.askAboutBill}
          {line && <span className="sb-hidden">: {line.wording}</span>}
        </button>
      )}
    </div>
  );
}

function Question({ question, phone }: { question: Bill['questions'][number]; phone: string }) {
  const { language, words } = useSpoken();
  return (
    <div className={style.question}>
      <p className={style.by}>
        {words.youAsked},{' '}
        <time dateTime={question.createdAt}>{momentText(question.createdAt, language)}</time>
      </p>
      <p className={style.text}>{question.body}</p>
      {question.replies.map((reply) => (
        <div key={reply.id} className={style.answer}>
          <p className={style.by}>
            {words.weAnswered},{' '}
            <time dateTime={reply.createdAt}>{momentText(reply.createdAt, language)}</time>
          </p>
          <p className={style.text}>{reply.body}</p>
        </div>
      ))}
      {question.replies.length === 0 && <p className={style.waiting}>{words.notAnswered(phone)}</p>}
    </div>
  );
}

import { routes } from '@superbill/contract';
import { type SubmitEvent, useEffect, useId, useRef, useState } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import { useChange } from '../api/use-change.ts';
import controls from './controls.module.css';
import style from './questions.module.css';
import { useSpoken } from './spoken.ts';

/** What a question is about; without a line, about the whole bill. */
export interface AskedLine {
  id: string;
  wording: string;
}

interface AskFormProps {
  line: AskedLine | undefined;
  phone: string;
  onSent: () => void;
  onCancel: () => void;
}

/** The server takes no more in one question. */
const mostCharacters = 4000;

/** One question, in the patient's own words. It stays in the field until it has been sent. */
export function AskForm({ line, phone, onSent, onCancel }: AskFormProps) {
  const { words } = useSpoken();
  const [body, setBody] = useState('');
  const [tried, setTried] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const ask = useChange(routes.askAboutBill, { invalidates: [routes.readBill], onDone: onSent });
  useEffect(() => field.current?.focus(), []);

  const text = body.trim();
  const tooLong = text.length > mostCharacters;
  const empty = tried && text === '';
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    setTried(true);
    if (ask.isPending) return;
    if (text === '' || tooLong) {
      field.current?.focus();
      return;
    }
    ask.mutate({ body: { body: text, ...(line ? { statementLineId: line.id } : {}) } });
  };

  const count = words.characters(grouped(text.length), grouped(mostCharacters));
  return (
    <form className={style.form} noValidate onSubmit={submit}>
      <label htmlFor={id} className={style.label}>
        {line ? words.aboutLine(line.wording) : words.yourQuestion}
      </label>
      <textarea
        ref={field}
        id={id}
        rows={4}
        className={controls.field}
        value={body}
        aria-invalid={tooLong || empty}
        aria-describedby={`${id}-count`}
        onChange={({ currentTarget }) => setBody(currentTarget.value)}
      />
      <p id={`${id}-count`} className={`${style.count} sb-number`}>
        {count}
      </p>
      <p role="alert" className={controls.problem}>
        {tooLong
          ? words.tooLong
          : empty
            ? words.empty
            : ask.error && <NotSent problem={ask.error} phone={phone} />}
      </p>
      <div className={controls.row}>
        <button type="submit" className={controls.main} aria-disabled={ask.isPending}>
          {ask.isPending ? words.sending : words.send}
        </button>
        <button type="button" className={controls.button} onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

function NotSent({ problem, phone }: { problem: ApiProblem; phone: string }) {
  const { words } = useSpoken();
  const next =
    problem.status === 0
      ? words.noAnswerNext
      : problem.status === 401
        ? `${words.notOpenWhy} ${words.notOpenCall(phone)}`
        : words.notTaken(phone);
  return `${words.notSent} ${next}`;
}

/** `4,000`: as the amounts of the bill are grouped, in either language of the United States. */
function grouped(count: number): string {
  return count.toLocaleString('en-US');
}

import { routes } from '@superbill/contract';
import { type SubmitEvent, useRef, useState } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import { useChange } from '../api/use-change.ts';
import { today } from '../ui/today.ts';
import {
  type BirthDatePart,
  type BirthDateProblem,
  emptyBirthDate,
  partOrder,
  partsAtFault,
  readBirthDate,
  spreadDate,
} from './birth-date.ts';
import controls from './controls.module.css';
import style from './notice.module.css';
import { Notice } from './notice.tsx';
import { OpenRefused } from './open-refused.tsx';
import { useSpoken } from './spoken.ts';
import { LockedLink } from './states.tsx';

interface BirthDateFormProps {
  token: string;
  onOpened: () => void;
}

/** Opens the bill of a link: one question, three fields, no calendar to scroll through eighty years. */
export function BirthDateForm({ token, onOpened }: BirthDateFormProps) {
  const { language, words } = useSpoken();
  const [typed, setTyped] = useState(emptyBirthDate);
  const [problem, setProblem] = useState<BirthDateProblem>();
  const fields = useRef<Partial<Record<BirthDatePart, HTMLInputElement | null>>>({});
  const open = useChange(routes.openBill, { onDone: onOpened });

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (open.isPending) return;
    const read = readBirthDate(typed, today());
    if ('date' in read) {
      setProblem(undefined);
      open.mutate({ body: { token, birthDate: read.date } });
      return;
    }
    setProblem(read.problem);
    open.reset();
    const first = partOrder(language).find((part) => partsAtFault(read.problem).includes(part));
    if (first) fields.current[first]?.focus();
  };

  if (open.error && isLocked(open.error)) return <LockedLink />;
  const atFault = problem === undefined ? [] : partsAtFault(problem);
  return (
    <Notice title={words.openHeading}>
      {open.error ? <OpenRefused problem={open.error} onShowOpen={onOpened} /> : <p>{words.openWhy}</p>}
      <form className={style.form} noValidate onSubmit={submit}>
        <fieldset className={style.dates}>
          <legend>{words.birthDate}</legend>
          <p id="birth-date-hint" className={style.hint}>
            {words.birthDateHint}
          </p>
          <div className={style.parts}>
            {partOrder(language).map((part) => (
              <label key={part} className={style.part} data-part={part}>
                {words[part]}
                <input
                  ref={(field) => {
                    fields.current[part] = field;
                  }}
                  className={controls.field}
                  inputMode="numeric"
                  autoComplete={`bday-${part}`}
                  value={typed[part]}
                  aria-invalid={atFault.includes(part)}
                  aria-describedby={
                    atFault.includes(part) ? 'birth-date-problem birth-date-hint' : 'birth-date-hint'
                  }
                  onChange={({ currentTarget: { value } }) =>
                    setTyped((before) => spreadDate(value, language) ?? { ...before, [part]: value })
                  }
                />
              </label>
            ))}
          </div>
        </fieldset>
        <p id="birth-date-problem" role="alert" className={`${controls.problem} ${style.problem}`}>
          {problem !== undefined && words.birthDateProblem[problem]}
        </p>
        <button type="submit" className={`${controls.main} ${style.wide}`} aria-disabled={open.isPending}>
          {open.isPending ? words.opening : words.show}
        </button>
      </form>
    </Notice>
  );
}

function isLocked({ code }: ApiProblem): boolean {
  return code === 'link.locked';
}

import { Button, TextInput } from '@mantine/core';
import { cents, type IsoDate } from '@superbill/engines/model';
import { type FormEvent, type KeyboardEvent, type Ref, useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '../../api/index.ts';
import { Money, ProblemNote } from '../../ui/index.ts';
import {
  type ChargeDraft,
  type ChargeInput,
  type Diagnosis,
  readDraft,
  togglePointer,
} from './charge-values.ts';
import style from './charges.module.css';
import { PointerButtons } from './pointer-buttons.tsx';
import { ProcedureField, useFee } from './procedure-field.tsx';

interface Props {
  ref?: Ref<HTMLInputElement>;
  /** `the new charge`, `the charge 99213`: told apart when both stand on the page. */
  about: string;
  date: IsoDate;
  diagnoses: readonly Diagnosis[];
  first: ChargeDraft;
  submit: string;
  /** Of a charge being corrected: the procedure is right more often than not, so its modifiers are first. */
  takesFocus?: boolean;
  busy: boolean;
  problem: ApiProblem | null;
  onSubmit: (input: ChargeInput) => void;
  onCancel?: () => void;
}

/** One charge as it is typed: Tab goes from left to right, Enter keeps it, Escape leaves it. */
export function ChargeForm(props: Props) {
  const { ref, about, date, diagnoses, first, submit, takesFocus, busy, problem, onSubmit, onCancel } = props;
  const [draft, setDraft] = useState(first);
  const [tried, setTried] = useState(false);
  const modifiers = useRef<HTMLInputElement>(null);
  const fee = useFee(date, draft.procedure);
  const read = readDraft(draft);
  const wrong = tried && 'wrong' in read ? read.wrong : {};
  const set = (part: Partial<ChargeDraft>) => setDraft((now) => ({ ...now, ...part }));

  useEffect(() => {
    if (takesFocus) modifiers.current?.focus();
  }, [takesFocus]);

  function send(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if ('input' in read && !busy) onSubmit(read.input);
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onCancel?.();
  }
  const units = 'input' in read ? (read.input.units ?? 1) : 1;
  const atProcedure = problem?.at?.endsWith('procedure') ? problem.message : undefined;
  return (
    <form
      className={style.form}
      aria-label={`Type ${about}`}
      onSubmit={send}
      onKeyDown={onKeyDown}
      noValidate
    >
      <div className={style.procedure}>
        <ProcedureField
          {...(ref ? { ref } : {})}
          label={`Procedure of ${about}`}
          date={date}
          value={draft.procedure}
          error={wrong.procedure ?? atProcedure}
          onChange={(procedure) => set({ procedure })}
          onChosen={() => modifiers.current?.focus()}
        />
        {fee && <span className={style.wording}>{fee.wording}</span>}
      </div>
      <TextInput
        ref={modifiers}
        className={style.modifiers}
        aria-label={`Modifiers of ${about}`}
        placeholder="Modifiers"
        autoComplete="off"
        spellCheck={false}
        value={draft.modifiers}
        error={wrong.modifiers}
        onChange={({ currentTarget }) => set({ modifiers: currentTarget.value.toUpperCase() })}
      />
      <PointerButtons
        about={about}
        diagnoses={diagnoses}
        pointed={draft.diagnoses}
        onToggle={(id) => set({ diagnoses: togglePointer(draft.diagnoses, id) })}
      />
      <TextInput
        className={style.units}
        aria-label={`Units of ${about}`}
        inputMode="numeric"
        autoComplete="off"
        value={draft.units}
        error={wrong.units}
        onChange={({ currentTarget }) => set({ units: currentTarget.value })}
      />
      <span className={style.amount}>{fee && <Money amount={cents(fee.priceCents * units)} />}</span>
      <span className={style.tools}>
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
        {onCancel && (
          <Button variant="subtle" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </span>
      {atProcedure === undefined && <ProblemNote problem={problem} />}
    </form>
  );
}

import { Autocomplete } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type Fee, routes } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import type { Ref } from 'react';
import { useRead } from '../../api/index.ts';
import { Money } from '../../ui/index.ts';
import style from './charges.module.css';

interface Props {
  ref?: Ref<HTMLInputElement>;
  label: string;
  date: IsoDate;
  value: string;
  error: string | undefined;
  onChange: (procedure: string) => void;
  /** Chosen from the list. */
  onChosen: () => void;
}

const shown = 12;

/** A procedure of the fee schedule in force on the date, found by code or by words of its wording. */
export function ProcedureField({ ref, label, date, value, error, onChange, onChosen }: Props) {
  const [search] = useDebouncedValue(value.trim(), 120);
  const fees = useFees(date, search);
  const found = fees.data?.fees.slice(0, shown) ?? [];
  const byCode = new Map(found.map((fee) => [fee.procedure, fee]));
  return (
    <Autocomplete
      ref={ref}
      aria-label={label}
      placeholder="Code or words"
      autoComplete="off"
      spellCheck={false}
      value={value}
      onChange={onChange}
      onOptionSubmit={onChosen}
      data={found.map(({ procedure }) => procedure)}
      filter={({ options }) => options}
      selectFirstOptionOnChange
      maxDropdownHeight={360}
      comboboxProps={{ width: 420, position: 'bottom-start', transitionProps: { duration: 0 } }}
      renderOption={({ option }) => <FeeOption fee={byCode.get(option.value)} />}
      error={error}
    />
  );
}

function FeeOption({ fee }: { fee: Fee | undefined }) {
  if (!fee) return null;
  return (
    <span className={style.option}>
      <strong className="sb-number">{fee.procedure}</strong>
      <span>{fee.wording}</span>
      <Money amount={fee.priceCents} />
    </span>
  );
}

function useFees(date: IsoDate, search: string) {
  return useRead(
    routes.listFees,
    { query: { date, search } },
    { enabled: search !== '', keepPrevious: true, freshFor: 60_000 },
  );
}

/** The price of exactly this procedure on the date, once it is known. */
export function useFee(date: IsoDate, procedure: string): Fee | undefined {
  const code = procedure.trim().toUpperCase();
  const whole = /^[A-Z0-9]{5}$/.test(code);
  const fees = useRead(
    routes.listFees,
    { query: { date, search: code } },
    { enabled: whole, freshFor: 60_000 },
  );
  return whole ? fees.data?.fees.find((fee) => fee.procedure === code) : undefined;
}

import { Combobox, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type Fee, routes } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { type Ref, useEffect } from 'react';
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
  const combobox = useCombobox();
  const [search] = useDebouncedValue(value.trim(), 120);
  const fees = useFees(date, search);
  const found = fees.data?.fees.slice(0, shown) ?? [];
  const codes = found.map(({ procedure }) => procedure).join();
  // The best match is taken by Enter as soon as it is there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen again whenever other fees are found
  useEffect(() => {
    combobox.selectFirstOption();
  }, [codes, combobox.dropdownOpened]);
  return (
    <Combobox
      store={combobox}
      width={420}
      position="bottom-start"
      transitionProps={{ duration: 0 }}
      portalProps={{ target: '#page' }}
      onOptionSubmit={(procedure) => {
        onChange(procedure);
        combobox.closeDropdown();
        onChosen();
      }}
    >
      <Combobox.Target>
        <TextInput
          ref={ref}
          aria-label={label}
          placeholder="Code or words"
          autoComplete="off"
          spellCheck={false}
          value={value}
          error={error}
          onChange={({ currentTarget }) => {
            onChange(currentTarget.value);
            combobox.openDropdown();
          }}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={found.length === 0 || search === ''}>
        <Combobox.Options mah={360} style={{ overflowY: 'auto' }} aria-label="Procedures of the fee schedule">
          {found.map((fee) => (
            <Combobox.Option key={fee.procedure} value={fee.procedure}>
              <span className={style.option}>
                <strong className="sb-number">{fee.procedure}</strong>
                <span>{fee.wording}</span>
                <Money amount={fee.priceCents} />
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
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

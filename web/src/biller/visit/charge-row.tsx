import { Button } from '@mantine/core';
import type { Charge } from '@superbill/contract';
import type { ReactNode } from 'react';
import { Money, Why } from '../../ui/index.ts';
import type { Diagnosis } from './charge-values.ts';
import style from './charges.module.css';
import { PointerButtons } from './pointer-buttons.tsx';

interface Props {
  charge: Charge;
  place: number;
  active: boolean;
  open: boolean;
  diagnoses: readonly Diagnosis[];
  pointed: readonly string[];
  onActive: () => void;
  onToggle: (diagnosisId: string) => void;
  onEdit: () => void;
  onVoid: () => void;
  /** What the edits found about it. */
  children: ReactNode;
}

/** A charge as it stands; the active one is what the keys are about. */
export function ChargeRow(props: Props) {
  const { charge, place, active, open, diagnoses, pointed, children } = props;
  const { procedure, wording, modifiers, units, chargeCents, id } = charge;
  const about = `charge ${place}, ${procedure}`;
  return (
    <li
      className={active ? `${style.item} ${style.active}` : style.item}
      aria-label={about}
      {...(active ? { 'aria-current': true } : {})}
      onFocus={props.onActive}
    >
      <div className={style.line}>
        <span className={style.procedure}>
          <strong className="sb-number">{procedure}</strong> {wording}
        </span>
        <span className={style.modifiers}>{modifiers.join(' ')}</span>
        <PointerButtons
          about={about}
          diagnoses={diagnoses}
          pointed={pointed}
          disabled={!open}
          onToggle={props.onToggle}
        />
        <span className={style.units}>
          {units}
          <span className="sb-hidden">{units === 1 ? ' unit' : ' units'}</span>
        </span>
        <span className={style.amount}>
          <Money amount={chargeCents} />
        </span>
        <span className={style.tools}>
          <Why kind="charge" id={id} about={about} />
          {open && (
            <>
              <Button size="compact-xs" variant="subtle" aria-label={`Edit ${about}`} onClick={props.onEdit}>
                Edit
              </Button>
              <Button size="compact-xs" variant="subtle" aria-label={`Void ${about}`} onClick={props.onVoid}>
                Void
              </Button>
            </>
          )}
        </span>
      </div>
      {children}
    </li>
  );
}

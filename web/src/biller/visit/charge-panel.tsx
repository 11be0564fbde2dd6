import { Button } from '@mantine/core';
import type { Charge, Encounter } from '@superbill/contract';
import { sum } from '@superbill/engines/model';
import { useRef, useState } from 'react';
import { KeyHint, Money, Panel, useKeys } from '../../ui/index.ts';
import { ChargeForm } from './charge-form.tsx';
import { ChargeRow } from './charge-row.tsx';
import { diagnosesOf, draftOf, emptyDraft } from './charge-values.ts';
import style from './charges.module.css';
import { FindingNotes, type FoundByEdit } from './finding-notes.tsx';
import { findingsAt } from './finding-place.ts';
import { useCharges } from './use-charges.ts';
import { usePointers } from './use-pointers.ts';

interface Props {
  visit: Encounter;
  /** Whether charges may still be changed. */
  open: boolean;
  findings: readonly FoundByEdit[];
  /** Opens the form for an authorization of this procedure. */
  onAuthorize: (procedure: string) => void;
}

/** The services of the visit, each at its price, with the diagnoses it was for; typed in below the others. */
export function ChargePanel({ visit, open, findings, onAuthorize }: Props) {
  const { charges } = visit;
  const diagnoses = diagnosesOf(visit);
  const work = useCharges(visit);
  const pointers = usePointers(visit);
  const [chosen, setChosen] = useState<string>();
  const [editing, setEditing] = useState<string>();
  const [added, setAdded] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const found = charges.findIndex(({ id }) => id === chosen);
  const place = found === -1 ? 0 : found;
  const active = charges[place];

  const edit = (charge: Charge | undefined) => {
    work.change.reset();
    setEditing(charge?.id);
  };
  const voidIt = (charge: Charge) => {
    pointers.forget(charge.id);
    work.voidCharge(charge);
  };
  const move = (by: 1 | -1) => setChosen(charges[Math.min(charges.length - 1, Math.max(0, place + by))]?.id);
  useKeys([
    { key: 'a', does: 'Add a charge', disabled: !open, run: () => field.current?.focus() },
    { key: 'j', does: 'Go to the next charge', disabled: charges.length < 2, run: () => move(1) },
    { key: 'k', does: 'Go to the charge before', disabled: charges.length < 2, run: () => move(-1) },
    { key: 'e', does: 'Edit the charge', disabled: !open || !active, run: () => edit(active) },
    {
      key: 'Delete',
      does: 'Void the charge',
      disabled: !open || !active,
      run: () => active && voidIt(active),
    },
    ...diagnoses.slice(0, 9).map((diagnosis, i) => ({
      key: String(i + 1),
      does: `Diagnosis ${i + 1} (${diagnosis.code}) on or off the charge`,
      disabled: !open || !active,
      run: () => active && pointers.toggle(active, diagnosis.id),
    })),
  ]);

  const step = (charge: Charge) => (finding: FoundByEdit) => {
    if (/authorization/.test(finding.at))
      return (
        <Button size="compact-xs" variant="default" onClick={() => onAuthorize(charge.procedure)}>
          Record an authorization
        </Button>
      );
    if (!open) return null;
    return (
      <Button size="compact-xs" variant="default" onClick={() => edit(charge)}>
        Edit the charge
      </Button>
    );
  };

  return (
    <Panel
      title="Charges"
      tools={
        <span className={style.total}>
          Total <Money amount={sum(charges.map(({ chargeCents }) => chargeCents))} />
        </span>
      }
    >
      <div className={style.box}>
        <div className={style.headings} aria-hidden>
          <span className={style.procedure}>Procedure</span>
          <span className={style.modifiers}>Modifiers</span>
          <span className={style.pointers}>Diagnoses</span>
          <span className={style.units}>Units</span>
          <span className={style.amount}>Charge</span>
          <span className={style.tools} />
        </div>
        <ul className={style.charges} aria-label="Charges">
          {charges.map((charge, i) =>
            editing === charge.id ? (
              <li key={charge.id} className={style.item}>
                <ChargeForm
                  takesFocus
                  about={`charge ${i + 1}`}
                  date={visit.serviceDate}
                  diagnoses={diagnoses}
                  first={{ ...draftOf(charge), diagnoses: pointers.pointersOf(charge) }}
                  submit="Save"
                  busy={work.change.isPending}
                  problem={work.change.error}
                  onSubmit={(input) =>
                    work.changeCharge(charge, input, () => {
                      pointers.forget(charge.id);
                      setEditing(undefined);
                    })
                  }
                  onCancel={() => setEditing(undefined)}
                />
              </li>
            ) : (
              <ChargeRow
                key={charge.id}
                charge={charge}
                place={i + 1}
                active={charge.id === active?.id && open}
                open={open}
                diagnoses={diagnoses}
                pointed={pointers.pointersOf(charge)}
                onActive={() => setChosen(charge.id)}
                onToggle={(id) => pointers.toggle(charge, id)}
                onEdit={() => edit(charge)}
                onVoid={() => voidIt(charge)}
              >
                <FindingNotes
                  label={`Findings on charge ${i + 1}`}
                  findings={findingsAt(
                    findings,
                    { part: 'charge', index: i },
                    {
                      charges: charges.length,
                      diagnoses: diagnoses.length,
                    },
                  )}
                  step={step(charge)}
                />
              </ChargeRow>
            ),
          )}
        </ul>
        {charges.length === 0 && <p className={style.none}>Nothing is charged yet.</p>}
        {open && (
          <ChargeForm
            key={`new ${added}`}
            ref={field}
            about="the new charge"
            date={visit.serviceDate}
            diagnoses={diagnoses}
            first={emptyDraft(diagnoses)}
            submit="Add"
            busy={work.add.isPending}
            problem={work.add.error}
            onSubmit={(input) =>
              work.addCharge(input, () => {
                setAdded((count) => count + 1);
                // The next one is typed right away; its field is only there after the render.
                setTimeout(() => field.current?.focus());
              })
            }
          />
        )}
      </div>
      {open && (
        <p className={style.keys}>
          <KeyHint keys="a" /> add · <KeyHint keys="j" /> <KeyHint keys="k" /> choose · <KeyHint keys="1" />–
          <KeyHint keys="9" /> diagnoses · <KeyHint keys="e" /> edit · <KeyHint keys="Delete" /> void
        </p>
      )}
    </Panel>
  );
}

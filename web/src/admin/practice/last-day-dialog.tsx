import type { IsoDate } from '@superbill/engines/model';
import { useState } from 'react';
import type { ApiProblem } from '../../api/problem.ts';
import { ConfirmDialog, DateField, today } from '../../ui/index.ts';

interface Props {
  /** `Close Main Street`. */
  title: string;
  /** What happens after the last day. */
  children: string;
  confirm: string;
  busy: boolean;
  problem: ApiProblem | null;
  onConfirm: (last: IsoDate) => void;
  onClose: () => void;
}

/** Asks for the last day of something that stays on record. */
export function LastDayDialog({ title, children, confirm, busy, problem, onConfirm, onClose }: Props) {
  const [last, setLast] = useState<IsoDate | ''>(today());
  return (
    <ConfirmDialog
      open
      title={title}
      confirm={confirm}
      busy={busy}
      problem={problem}
      onClose={onClose}
      onConfirm={() => last !== '' && onConfirm(last)}
    >
      <p>{children}</p>
      <DateField label="Last day" value={last} onChange={setLast} required />
    </ConfirmDialog>
  );
}

import type { WorkItem } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { DateText } from '../ui/index.ts';
import style from './workload.module.css';

/** When an item is due and what says so; one that is past due says it in words, not by colour alone. */
export function Due({ item: { dueOn, dueBecause }, today }: { item: WorkItem; today: IsoDate }) {
  const late = dueOn < today;
  return (
    <span className={late ? `${style.aside} ${style.late}` : style.aside}>
      {late ? 'past due since ' : 'due '}
      <DateText date={dueOn} />
      {dueBecause === 'filing-limit' && ', the payer’s limit'}
      {dueBecause === 'returned' && ', it came back'}
    </span>
  );
}

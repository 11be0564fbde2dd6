import type { Bill } from '@superbill/contract';
import { cents, formatMoney, sum } from '@superbill/engines/model';
import { today } from '../ui/today.ts';
import style from './bill.module.css';
import { dayText } from './formats.ts';
import { useSpoken } from './spoken.ts';

/** The answer to the first question of everybody who opens a bill: how much, and until when. */
export function AmountDue({ bill }: { bill: Bill }) {
  const { language, words } = useSpoken();
  const { balanceCents: balance, dueOn, issuedOn, number } = bill;
  const pending = sum(bill.lines.map((line) => line.insurancePendingCents));
  const due = dayText(dueOn, language);
  return (
    <div className={style.due}>
      {balance === 0 ? (
        <p className={style.nothing}>{words.owesNothing}</p>
      ) : (
        <p className={style.owed}>
          {balance > 0 ? words.youOwe : words.credit}{' '}
          <span className={`${style.amount} sb-number`}>{formatMoney(cents(Math.abs(balance)))}</span>
        </p>
      )}
      {balance > 0 && <p className={style.until}>{dueOn < today() ? words.wasDue(due) : words.payBy(due)}</p>}
      {balance < 0 && <p>{words.creditNext}</p>}
      {balance === 0 && pending <= 0 && <p>{words.thankYou}</p>}
      {pending > 0 && (
        <p>
          {balance > 0 ? words.alsoPending(formatMoney(pending)) : words.onlyPending(formatMoney(pending))}
        </p>
      )}
      <p className={style.small}>
        {words.billNumber(number)}. {words.asOf(dayText(issuedOn, language))}
      </p>
    </div>
  );
}

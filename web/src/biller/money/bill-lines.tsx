import type { StatementLineView } from '@superbill/contract';
import { DateText, Money, Why } from '../../ui/index.ts';
import style from './money.module.css';

interface Props {
  lines: readonly StatementLineView[];
  /** The line that is asked about. */
  marked?: string | null | undefined;
}

/** The lines of a bill as the patient reads them, each with the way back to the note. */
export function BillLines({ lines, marked }: Props) {
  return (
    <ol className={style.plain} aria-label="Lines of the bill">
      {lines.map((line) => (
        <li key={line.id} className={line.id === marked ? `${style.line} ${style.marked}` : style.line}>
          <div className={style.head}>
            <strong>{line.wording}</strong>
            <Why kind="statement-line" id={line.id} about={line.wording} />
            <span className={style.end}>
              <Money amount={line.owedCents} />
            </span>
          </div>
          <div className={style.quiet}>
            <DateText date={line.serviceDate} /> · {line.practitioner}
          </div>
          {line.reasons.map((reason) => (
            <p key={reason} className={style.reason}>
              {reason}
            </p>
          ))}
          <dl className={style.parts}>
            <Part name="Price" amount={line.priceCents} always />
            <Part name="Discount" amount={line.discountCents} />
            <Part name="Insurance paid" amount={line.insurancePaidCents} />
            <Part name="Still with insurance" amount={line.insurancePendingCents} />
            <Part name="Patient paid" amount={line.patientPaidCents} />
            <Part name="Owed" amount={line.owedCents} always />
          </dl>
        </li>
      ))}
    </ol>
  );
}

function Part({
  name,
  amount,
  always = false,
}: {
  name: string;
  amount: StatementLineView['owedCents'];
  always?: boolean;
}) {
  if (!always && amount === 0) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <Money amount={amount} />
      </dd>
    </div>
  );
}

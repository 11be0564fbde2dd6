import type { StatementLineView } from '@superbill/contract';
import { type Cents, sum } from '@superbill/engines/model';
import { DateText, Money, Why } from '../../ui/index.ts';
import style from './bill-lines.module.css';

interface Props {
  lines: readonly StatementLineView[];
  /** The line that is asked about. */
  marked?: string | null | undefined;
}

/** In the order of the sum: each takes away from the price until what is owed is left. */
const parts = [
  ['Price', (line) => line.priceCents],
  ['Discount', (line) => line.discountCents],
  ['Insurance paid', (line) => line.insurancePaidCents],
  ['With insurance', (line) => line.insurancePendingCents],
  ['Patient paid', (line) => line.patientPaidCents],
  ['Owed', (line) => line.owedCents],
] as const satisfies readonly (readonly [string, (line: StatementLineView) => Cents])[];

/** The lines of a bill as the patient reads them, each with the way back to the note. */
export function BillLines({ lines, marked }: Props) {
  return (
    <div className={style.frame}>
      <div className={style.heads} aria-hidden>
        <span>Service</span>
        {parts.map(([name]) => (
          <span key={name} className={style.amount}>
            {name}
          </span>
        ))}
      </div>
      <ol className={style.lines} aria-label="Lines of the bill">
        {lines.map((line) => (
          <li key={line.id} className={line.id === marked ? `${style.line} ${style.marked}` : style.line}>
            <div className={style.what}>
              <span className={style.wording}>
                <strong>{line.wording}</strong>{' '}
                <Why kind="statement-line" id={line.id} about={line.wording} />
              </span>
              <span className={style.quiet}>
                <DateText date={line.serviceDate} /> · {line.practitioner}
              </span>
            </div>
            <Parts amountOf={(part) => part(line)} />
            <div className={style.reasons}>
              {line.reasons.map((reason) => (
                <p key={reason}>{reason}</p>
              ))}
            </div>
          </li>
        ))}
      </ol>
      {lines.length > 1 && (
        <div className={`${style.line} ${style.total}`}>
          <strong className={style.what}>The whole bill</strong>
          <Parts amountOf={(part) => sum(lines.map(part))} />
        </div>
      )}
    </div>
  );
}

/** What makes up the amount owed; parts that are nothing are left out, and leave their column empty. */
function Parts({ amountOf }: { amountOf: (part: (line: StatementLineView) => Cents) => Cents }) {
  return (
    <dl className={style.parts}>
      {parts.map(([name, part]) => {
        const amount = amountOf(part);
        const shown = amount !== 0 || name === 'Price' || name === 'Owed';
        return (
          <div key={name} className={shown ? style.part : style.none}>
            {shown && (
              <>
                <dt>{name}</dt>
                <dd className={style.amount}>
                  <Money amount={amount} />
                </dd>
              </>
            )}
          </div>
        );
      })}
    </dl>
  );
}

import type { ClaimLineView, ClaimView } from '@superbill/contract';
import { sum } from '@superbill/engines/model';
import { Money, Why } from '../../ui/index.ts';
import style from './claims.module.css';

/** Each line with the money in the order it was decided: charged, allowed, paid, left to the patient. */
export function ClaimLines({ claim }: { claim: ClaimView }) {
  const { lines } = claim;
  const total = (of: (line: ClaimLineView) => ClaimLineView['paidCents']) => sum(lines.map(of));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={style.scroll} aria-label="Lines of the claim" tabIndex={0}>
      <table className={style.table}>
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Procedure</th>
            <th scope="col">Diagnoses</th>
            <th scope="col" className={style.right}>
              Charge
            </th>
            <th scope="col" className={style.right}>
              Allowed
            </th>
            <th scope="col" className={style.right}>
              Paid
            </th>
            <th scope="col" className={style.right}>
              Patient
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.controlNumber} line={line} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <th scope="row">Total</th>
            <td />
            <td className={style.right}>
              <Money amount={total((line) => line.chargeCents)} />
            </td>
            <td className={style.right}>
              {lines.every(({ allowedCents }) => allowedCents !== null) && (
                <Money amount={sum(lines.flatMap(({ allowedCents }) => allowedCents ?? []))} />
              )}
            </td>
            <td className={style.right}>
              {lines.some(isAnswered) && <Money amount={total((line) => line.paidCents)} />}
            </td>
            <td className={style.right}>
              {lines.some(isAnswered) && <Money amount={total((line) => line.patientCents)} />}
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

/** Before the payer's answer a zero would read as “paid nothing”. */
function isAnswered({ allowedCents, paidCents, adjustments }: ClaimLineView): boolean {
  return allowedCents !== null || paidCents !== 0 || adjustments.length > 0;
}

function Line({ line }: { line: ClaimLineView }) {
  const { lineNumber, procedure, modifiers, wording, units, diagnosisPointers, adjustments, remarks } = line;
  const about = `line ${lineNumber}, ${procedure}`;
  return (
    <>
      <tr className={adjustments.length > 0 ? style.answered : undefined}>
        <td>{lineNumber}</td>
        <th scope="row">
          <strong className="sb-number">{[procedure, ...modifiers].join('-')}</strong> {wording}
          {units > 1 && ` × ${units}`}
        </th>
        <td>{diagnosisPointers.join(', ')}</td>
        <td className={style.right}>
          <Money amount={line.chargeCents} />
        </td>
        <td className={style.right}>{line.allowedCents !== null && <Money amount={line.allowedCents} />}</td>
        <td className={style.right}>{isAnswered(line) && <Money amount={line.paidCents} />}</td>
        <td className={style.right}>{isAnswered(line) && <Money amount={line.patientCents} />}</td>
        <td className={style.right}>
          {line.id === null ? (
            <Why kind="charge" id={line.chargeId} about={about} />
          ) : (
            <Why kind="claim-line" id={line.id} about={about} />
          )}
        </td>
      </tr>
      {adjustments.length + remarks.length > 0 && (
        <tr>
          <td />
          <td colSpan={7}>
            <ul className={style.adjustments} aria-label={`Adjustments on ${about}`}>
              {adjustments.map(({ group, reason, amountCents, meaning }) => (
                <li key={`${group} ${reason}`}>
                  <span className="sb-number">
                    {group} {reason}
                  </span>
                  <span>{meaning}</span>
                  <Money amount={amountCents} />
                </li>
              ))}
              {remarks.map((remark) => (
                <li key={remark}>
                  <span className="sb-number">{remark}</span>
                  <span>Remark of the payer</span>
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}

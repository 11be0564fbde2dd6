import { type Approval, approvalKindNames } from '@superbill/contract';
import { type Cents, formatMoney } from '@superbill/engines/model';
import { InstantText } from '../ui/date-text.tsx';
import style from './owner.module.css';

/** What is asked, how much, why, by whom and how it came to it: all that a decision takes, and no name of a patient. */
export function ApprovalFacts({ approval }: { approval: Approval }) {
  const { kind, amountCents, what, why, thread, note, change, requestedBy, requestedAt, recordNumber } =
    approval;
  return (
    <div className={style.facts}>
      <p className={style.kind}>
        {approvalKindNames[kind]} · record {recordNumber}
      </p>
      <p className={style.amount}>{formatMoney(amountCents)}</p>
      <p className={style.what}>{what}</p>
      <dl className={style.list}>
        <dt>Reason</dt>
        <dd>{why}</dd>
        <dt>How it stands</dt>
        <dd>{thread}</dd>
        {note !== null && (
          <>
            <dt>Their words</dt>
            <dd>{note}</dd>
          </>
        )}
        <dt>Asked by</dt>
        <dd>
          {requestedBy}, <InstantText at={requestedAt} />
        </dd>
      </dl>
      {change && (
        <table className={style.change}>
          <caption className="sb-hidden">What changed on the claim</caption>
          <thead>
            <tr>
              <th scope="col">Sent before</th>
              <th scope="col">Would be sent</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <Coded {...change.before} />
              <Coded {...change.after} />
            </tr>
          </tbody>
        </table>
      )}
    </div>
  );
}

function Coded({ codes, lines }: NonNullable<Approval['change']>['before']) {
  return (
    <td>
      {codes.join(', ')}
      {lines.map(({ procedure, units, chargeCents }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a request never change
        <span key={place} className={style.line}>
          {procedure} × {units}, {formatMoney(chargeCents as Cents)}
        </span>
      ))}
    </td>
  );
}

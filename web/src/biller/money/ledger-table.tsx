import { DateText, EmptyState, Money, Why } from '../../ui/index.ts';
import style from './money.module.css';
import type { AccountPosting, Move } from './postings.ts';

/** Postings, the newest first: what each moved for which service, and what was owed after it. */
export function LedgerTable({ postings }: { postings: readonly AccountPosting[] }) {
  if (postings.length === 0) {
    return <EmptyState title="Nothing is booked yet." hint="The first claim or bill books the charges." />;
  }
  return (
    <table className={style.ledger} aria-label="Ledger">
      <thead>
        <tr>
          <th scope="col" className={style.wide}>
            Date
          </th>
          <th scope="col">Posting</th>
          <th scope="col" className={style.right}>
            Amount
          </th>
          <th scope="col" className={`${style.right} ${style.wide}`}>
            Insurance owes
          </th>
          <th scope="col" className={style.right}>
            Patient owes
          </th>
        </tr>
      </thead>
      {[...postings].reverse().map((posting) => (
        <Posting key={posting.id} posting={posting} />
      ))}
    </table>
  );
}

function Posting({ posting }: { posting: AccountPosting }) {
  const { id, kind, postedOn, memo, moves, patientBalance, insuranceBalance } = posting;
  const services = moves.flatMap(({ charge }) => charge ?? []);
  return (
    <tbody>
      <tr className={style.posting}>
        <td className={style.wide}>
          <DateText date={postedOn} />
        </td>
        <th scope="rowgroup">
          {memo} {kind !== 'charge' && <Why kind="posting" id={id} about={memo} />}
          <span className={style.narrow}>
            <DateText date={postedOn} />
          </span>
        </th>
        <td />
        <td className={`${style.right} ${style.wide}`}>
          <Money amount={insuranceBalance} />
        </td>
        <td className={style.right}>
          <Money amount={patientBalance} />
        </td>
      </tr>
      {moves.map((move, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a posting never changes, so its moves keep their places
        <MoveRows key={place} {...move} asked={services.length > 1 || kind === 'charge'} />
      ))}
    </tbody>
  );
}

/** What was moved on one account; above the first one of a service, the service. */
function MoveRows({ title, amount, charge, asked }: Move & { asked: boolean }) {
  return (
    <>
      {charge && (
        <tr className={style.service}>
          <td className={style.wide} />
          <td colSpan={2}>
            <span className="sb-number">{charge.procedure}</span> {charge.wording}
            {asked && (
              <>
                {' '}
                <Why kind="charge" id={charge.id} about={`${charge.procedure} ${charge.wording}`} />
              </>
            )}
          </td>
          <td className={style.wide} />
          <td />
        </tr>
      )}
      <tr className={style.move}>
        <td className={style.wide} />
        <td>{title}</td>
        <td className={style.right}>
          <Money amount={amount} />
        </td>
        <td className={style.wide} />
        <td />
      </tr>
    </>
  );
}

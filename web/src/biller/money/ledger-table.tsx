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
          <th scope="col">Date</th>
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
          <td />
        </tr>
      </thead>
      {[...postings].reverse().map((posting) => (
        <Posting key={posting.id} posting={posting} />
      ))}
    </table>
  );
}

function Posting({ posting }: { posting: AccountPosting }) {
  const { id, postedOn, memo, moves, patientBalance, insuranceBalance } = posting;
  return (
    <tbody>
      <tr className={style.posting}>
        <td>
          <DateText date={postedOn} />
        </td>
        <th scope="rowgroup">{memo}</th>
        <td />
        <td className={`${style.right} ${style.wide}`}>
          <Money amount={insuranceBalance} />
        </td>
        <td className={style.right}>
          <Money amount={patientBalance} />
        </td>
        <td className={style.right}>
          <Why kind="posting" id={id} about={memo} />
        </td>
      </tr>
      {moves.map((move, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a posting never changes, so its moves keep their places
        <MoveRows key={place} {...move} />
      ))}
    </tbody>
  );
}

function MoveRows({ title, amount, charge }: Move) {
  return (
    <>
      {charge && (
        <tr className={style.service}>
          <td className="sb-number">{charge.procedure}</td>
          <td colSpan={2}>{charge.wording}</td>
          <td className={style.wide} />
          <td />
          <td className={style.right}>
            <Why kind="charge" id={charge.id} about={`${charge.wording}, ${charge.procedure}`} />
          </td>
        </tr>
      )}
      <tr className={style.move}>
        <td />
        <td>{title}</td>
        <td className={style.right}>
          <Money amount={amount} />
        </td>
        <td className={style.wide} />
        <td />
        <td />
      </tr>
    </>
  );
}

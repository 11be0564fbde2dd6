import { Button, Modal } from '@mantine/core';
import { type MoveProposal, routes } from '@superbill/contract';
import { workKindNames } from '@superbill/engines/workload';
import { useRead } from '../api/index.ts';
import { EmptyState, ProblemNote, personName, ReadState } from '../ui/index.ts';
import { itemsText } from './minutes.ts';
import { useMoves } from './use-moves.ts';
import style from './workload.module.css';

/** Few moves that lower the fullest day: looked at before they are made, and taken back with one press. */
export function RebalanceDialog({ onClose }: { onClose: () => void }) {
  const read = useRead(routes.proposeMoves, {});
  const move = useMoves(onClose);
  return (
    <Modal opened onClose={onClose} title="Balance the load" size="lg">
      <ProblemNote problem={move.error} />
      <ReadState read={read} lines={8}>
        {(proposal) =>
          proposal.moves.length === 0 ? (
            <EmptyState
              title="Nothing needs to move."
              hint="Nobody’s days are fuller than the team’s, or what fills them is open or nobody else’s to do."
            />
          ) : (
            <>
              <Before proposal={proposal} />
              <h3 className={style.heading}>{itemsText(proposal.moves.length)} to move</h3>
              <ul className={style.moves}>
                {proposal.moves.map(({ item, fromId, toId }) => (
                  <li key={`${item.kind} ${item.subjectId}`}>
                    {workKindNames[item.kind]}
                    {item.patient ? `, ${personName(item.patient)}` : ''}, {item.minutes} min:{' '}
                    {nameOf(proposal, fromId)} → {nameOf(proposal, toId)}
                  </li>
                ))}
              </ul>
              <Button
                ref={takeFocus}
                fullWidth
                loading={move.isPending}
                onClick={() =>
                  move.mutate({ body: { moves: proposal.moves.map(({ item: _, ...each }) => each) } })
                }
              >
                Move {itemsText(proposal.moves.length)}
              </Button>
            </>
          )
        }
      </ReadState>
    </Modal>
  );
}

function Before({ proposal: { people } }: { proposal: MoveProposal }) {
  const most = Math.max(1, ...people.flatMap(({ before, after }) => [before, after]));
  return (
    <table className={`${style.table} ${style.fullest}`}>
      <caption>How full the fullest day of each person is, before and after</caption>
      <thead>
        <tr>
          <th scope="col">Person</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {people
          .filter(({ before, after }) => before > 0 || after > 0)
          .map(({ userId, name, before, after }) => (
            <tr key={userId}>
              <th scope="row">{name}</th>
              <td>
                <Fullness share={before} most={most} />
              </td>
              <td>
                <Fullness share={after} most={most} />
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function Fullness({ share, most }: { share: number; most: number }) {
  return (
    <div className={style.day}>
      <div className={style.track} aria-hidden>
        <span
          className={share > 1 ? style.over : style.held}
          style={{ width: `${Math.min(100, (share / most) * 100)}%` }}
        />
      </div>
      <span className={style.minutes}>{share >= 10 ? 'no time' : `${Math.round(share * 100)} %`}</span>
    </div>
  );
}

/** The proposal comes after the dialog has placed the focus. Once: the same function is not called again. */
const takeFocus = (button: HTMLButtonElement | null) => button?.focus();

function nameOf({ people }: MoveProposal, userId: string | null): string {
  return people.find((person) => person.userId === userId)?.name ?? 'nobody';
}

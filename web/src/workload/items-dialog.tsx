import { Modal, NativeSelect } from '@mantine/core';
import { type Board, routes, type WorkItem } from '@superbill/contract';
import { type Desk, deskOf, workKindNames } from '@superbill/engines/workload';
import { useRead, useSession } from '../api/index.ts';
import { EmptyState, ProblemNote, personName, ReadState } from '../ui/index.ts';
import { Due } from './due.tsx';
import { useMoves } from './use-moves.ts';
import { WorkMinutes } from './work-minutes.tsx';
import style from './workload.module.css';

/** Whose items: a person's, or those of a desk that are nobody's. */
export type Whose = { name: string } & ({ ownerId: string } | { desk: Desk });

/** The open items of one person or desk; each is given to somebody else by its own list. */
export function ItemsDialog({ whose, board, onClose }: { whose: Whose; board: Board; onClose: () => void }) {
  const query = 'ownerId' in whose ? { ownerId: whose.ownerId } : { desk: whose.desk };
  const read = useRead(routes.listWorkItems, { query });
  const { may } = useSession();
  const move = useMoves();
  const give = (item: WorkItem, to: string | null) =>
    move.mutate({
      body: { moves: [{ kind: item.kind, subjectId: item.subjectId, fromId: item.ownerId, toId: to }] },
    });
  return (
    <Modal opened onClose={onClose} title={whose.name} size="xl">
      <ProblemNote problem={move.error} />
      <ReadState read={read} lines={8}>
        {({ items, more }) =>
          items.length === 0 ? (
            <EmptyState title="Nothing waits here." />
          ) : (
            <>
              <ul className={style.items}>
                {items.map((item) => (
                  <li key={`${item.kind} ${item.subjectId}`}>
                    <span>
                      {workKindNames[item.kind]} {item.patient ? `· ${personName(item.patient)}` : ''}
                      <Due item={item} today={board.day} />
                    </span>
                    <WorkMinutes item={item} />
                    {item.isOpen ? (
                      <span className={style.quiet}>open right now</span>
                    ) : item.kind === 'answer-query' ? (
                      <span className={style.quiet}>asked of this physician</span>
                    ) : (
                      may('workload.write') && (
                        <NativeSelect
                          aria-label={`Give to: ${workKindNames[item.kind]} ${item.patient ? personName(item.patient) : ''}`}
                          value={item.ownerId ?? ''}
                          onChange={(event) => give(item, event.currentTarget.value || null)}
                          data={[{ value: '', label: 'nobody' }, ...peopleFor(board, item)]}
                        />
                      )
                    )}
                  </li>
                ))}
              </ul>
              {more && <p>There are more; these are due first.</p>}
            </>
          )
        }
      </ReadState>
    </Modal>
  );
}

function peopleFor({ people }: Board, item: WorkItem) {
  return people
    .filter(({ desks, isAway }) => desks.includes(deskOf(item.kind)) && !isAway)
    .map(({ userId, name }) => ({ value: userId, label: name }));
}

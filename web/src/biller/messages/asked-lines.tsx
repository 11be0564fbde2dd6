import { type Message, routes } from '@superbill/contract';
import { useRead } from '../../api/index.ts';
import { Panel, ReadState } from '../../ui/index.ts';
import { BillLines } from '../money/bill-lines.tsx';

/** The line a question is about as the patient reads it; all of them when it is about the whole bill. */
export function AskedLines({ message: { statementId, statementLineId } }: { message: Message }) {
  const read = useRead(routes.readStatement, { params: { statementId } });
  return (
    <Panel title="What the patient reads">
      <ReadState read={read} lines={4}>
        {({ lines }) => (
          <BillLines lines={statementLineId ? lines.filter(({ id }) => id === statementLineId) : lines} />
        )}
      </ReadState>
    </Panel>
  );
}

import { routes, type Trace, type TraceNode } from '@superbill/contract';
import { useRead } from '../api/use-read.ts';
import { EmptyState } from './empty-state.tsx';
import { ReadState } from './read-state.tsx';
import style from './why.module.css';
import { WhyNode } from './why-node.tsx';

/** The order of the thread, from the sentence to the bill. */
const order: readonly TraceNode['kind'][] = [
  'evidence',
  'code',
  'charge',
  'claim-line',
  'remit-line',
  'posting',
  'statement-line',
];

/** Nodes in the order of the thread; the same kind stays in the server's order. */
function threadOf({ nodes }: Trace): TraceNode[] {
  return [...nodes].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The thread as one vertical walk. */
export function WhyThread({ kind, id }: { kind: TraceNode['kind']; id: string }) {
  const read = useRead(routes.readTrace, { params: { kind, id } });
  return (
    <ReadState read={read} lines={10}>
      {(trace) => {
        const nodes = threadOf(trace);
        if (nodes.length === 0) return <EmptyState title="Nothing is tied to this yet." />;
        return (
          <ol className={style.thread} aria-label="From the record to the bill">
            {nodes.map((node) => (
              <WhyNode
                key={`${node.kind}/${node.id}`}
                node={node}
                asked={node.kind === kind && node.id === id}
              />
            ))}
          </ol>
        );
      }}
    </ReadState>
  );
}

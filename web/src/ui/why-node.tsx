import { routes, type TraceNode } from '@superbill/contract';
import type { Evidence } from '@superbill/engines/model';
import { useRead } from '../api/use-read.ts';
import { useSession } from '../api/use-session.ts';
import { patientPlace, places, visitPlace } from '../router/places.ts';
import { DateText, InstantText } from './date-text.tsx';
import { Money } from './money.tsx';
import { PageLink } from './page-link.tsx';
import style from './why.module.css';

const kindNames: Record<TraceNode['kind'], string> = {
  evidence: 'The record says',
  code: 'Code',
  charge: 'Charge',
  'claim-line': 'Claim line',
  'remit-line': "Payer's answer",
  posting: 'Posted',
  'statement-line': "On the patient's bill",
};

/** One link of the thread: what it is, why, how much, who, and where to look at it. */
export function WhyNode({ node, asked }: { node: TraceNode; asked: boolean }) {
  const { session } = useSession();
  const link = placeOf(node, session.hat);
  return (
    <li
      className={asked ? `${style.node} ${style.asked}` : style.node}
      {...(asked ? { 'aria-current': true } : {})}
    >
      <div className={style.kind}>{kindNames[node.kind]}</div>
      <div className={style.label}>
        <span>{node.label}</span>
        {node.amountCents !== undefined && <Money amount={node.amountCents} />}
      </div>
      {node.evidence && <Quote evidence={node.evidence} />}
      {node.because.length > 0 && (
        <ul className={style.because}>
          {node.because.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <div className={style.foot}>
        {node.by && <span>{node.by}</span>}
        {node.at ? <InstantText at={node.at} /> : node.date && <DateText date={node.date} />}
        {link && <PageLink to={link}>Open</PageLink>}
      </div>
    </li>
  );
}

function placeOf(node: TraceNode, hat: Parameters<typeof visitPlace>[0]): string | undefined {
  if (hat === 'biller') {
    if (node.statementId) return places.statement(node.statementId);
    if (node.claimId) return places.claim(node.claimId);
  }
  if (node.encounterId) {
    const visit = visitPlace(hat, node.encounterId);
    if (visit) return visit;
  }
  return node.patientId ? patientPlace(hat, node.patientId) : undefined;
}

/** How much of the note stands around the quote, in UTF-16 units. */
const around = 110;

/** The words in the note, with a little of what stands around them when this hat may read notes. */
function Quote({ evidence }: { evidence: Evidence }) {
  const { may } = useSession();
  const { documentId, version, start, end, quote } = evidence;
  const note = useRead(
    routes.readDocumentVersion,
    { params: { documentId, version } },
    { enabled: may('document.read'), freshFor: Number.POSITIVE_INFINITY },
  );
  const text = note.data?.text;
  const whole = text !== undefined && text.slice(start, end) === quote;
  return (
    <blockquote className={style.quote}>
      {whole && `${start > around ? '… ' : ''}${text.slice(Math.max(0, start - around), start)}`}
      <mark className={style.mark}>{quote}</mark>
      {whole && `${text.slice(end, end + around)}${end + around < text.length ? ' …' : ''}`}
      {note.data && <cite className={style.cite}>{note.data.title}</cite>}
    </blockquote>
  );
}

import type { Encounter } from '@superbill/contract';
import { places } from '../../router/places.ts';
import { PageLink, Panel } from '../../ui/index.ts';
import { FindingNotes, type FoundByEdit } from './finding-notes.tsx';
import style from './visit.module.css';

const orderNames = ['Primary', 'Secondary', 'Tertiary'];

/** Who pays, in the order of benefits, on the date of service. */
export function CoveragePanel({ visit, findings }: { visit: Encounter; findings: readonly FoundByEdit[] }) {
  const coverages = [...visit.coverages].sort((a, b) => a.benefitOrder - b.benefitOrder);
  return (
    <Panel
      title="Coverage"
      tools={<PageLink to={places.patient(visit.patient.id)}>Correct the registration</PageLink>}
    >
      {coverages.length === 0 && (
        <p className={style.none}>None on this date. Without one, the patient pays the price.</p>
      )}
      <ol className={style.plain} aria-label="Order of benefits">
        {coverages.map(({ id, payerName, memberId, benefitOrder }) => (
          <li key={id} className={style.pair}>
            <span>
              <span className={style.quiet}>{orderNames[benefitOrder - 1] ?? benefitOrder}</span> {payerName}
            </span>
            <span className="sb-number">{memberId}</span>
          </li>
        ))}
      </ol>
      <FindingNotes
        label="Findings on the coverage"
        findings={findings}
        step={() => <PageLink to={places.patient(visit.patient.id)}>Correct</PageLink>}
      />
    </Panel>
  );
}

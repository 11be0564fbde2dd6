import type { ClaimView } from '@superbill/contract';
import { useSession } from '../../api/index.ts';
import { places } from '../../router/places.ts';
import { PageLink, Panel } from '../../ui/index.ts';
import { FindingNotes } from '../visit/finding-notes.tsx';
import { findingPlace } from '../visit/finding-place.ts';
import { AskCountersign } from './ask-countersign.tsx';
import style from './claims.module.css';

const groups = [
  ['error', 'Blocks the claim'],
  ['warning', 'Warns'],
  ['info', 'Informs'],
] as const;

/** What the edits found, what blocks first; each with the place it is about. */
export function ClaimFindings({ claim }: { claim: ClaimView }) {
  const { findings, state } = claim;
  const { may } = useSession();
  if (findings.length === 0) {
    if (state !== 'draft' && state !== 'ready') return null;
    return (
      <Panel title="Findings">
        <p className={style.lead}>
          Nothing to fix. This claim is ready to {state === 'draft' ? 'submit' : 'send'}.
        </p>
      </Panel>
    );
  }
  const waits = findings.some(({ rule }) => rule === 'waits-for-countersign');
  return (
    <Panel
      title="Findings"
      tools={
        may('charge.write') && (
          <PageLink to={places.billing(claim.encounterId)}>Correct on the visit</PageLink>
        )
      }
    >
      {waits && may('claim.write') && <AskCountersign claimId={claim.id} />}
      {groups.map(([severity, title]) => {
        const own = findings.filter((finding) => finding.severity === severity);
        if (own.length === 0) return null;
        return (
          <section key={severity} aria-label={title}>
            <h3 className={style.heading}>
              {title} ({own.length})
            </h3>
            <FindingNotes
              label={title}
              findings={own}
              step={({ at }) => <span className={style.quiet}>{placeName(at, claim)}</span>}
            />
          </section>
        );
      })}
    </Panel>
  );
}

function placeName(at: string, claim: ClaimView): string {
  const place = findingPlace(at);
  switch (place.part) {
    case 'charge':
      return `Line ${place.index + 1}, ${claim.lines[place.index]?.procedure ?? ''}`;
    case 'diagnosis':
      return `Diagnosis ${place.index + 1}`;
    case 'coverage':
      return 'Coverage';
    case 'claim':
      return 'Claim';
  }
}

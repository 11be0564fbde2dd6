import { Button } from '@mantine/core';
import { type ClaimView, routes } from '@superbill/contract';
import { useRead, useSession } from '../../api/index.ts';
import { places } from '../../router/places.ts';
import { usePathPart } from '../../router/use-place.ts';
import {
  ClaimBadge,
  DateText,
  Facts,
  FailedState,
  KeyHint,
  LoadingState,
  Money,
  Page,
  PageLink,
  Panel,
  ProblemNote,
  personName,
} from '../../ui/index.ts';
import { usePace } from '../use-pace.ts';
import { ClaimFindings } from './claim-findings.tsx';
import { ClaimHistory } from './claim-history.tsx';
import { ClaimLines } from './claim-lines.tsx';
import { ClaimNextStep } from './claim-next-step.tsx';
import style from './claims.module.css';
import { SendClaims } from './send-claims.tsx';
import { useSubmit } from './use-submit.ts';

/** One claim: what it says, what the edits found, what the payer answered, and how it came to that. */
export default function ClaimPage() {
  const claimId = usePathPart('claimId');
  const first = useRead(routes.readClaim, { params: { claimId } });
  const pace = usePace(first.data?.state === 'sent' || first.data?.state === 'accepted');
  const claim = useRead(routes.readClaim, { params: { claimId } }, pace === undefined ? {} : { every: pace });
  if (claim.data) return <Claim claim={claim.data} />;
  return (
    <Page title="Claim">
      {claim.error ? (
        <FailedState problem={claim.error} retry={claim.refetch} />
      ) : (
        <LoadingState lines={14} />
      )}
    </Page>
  );
}

function Claim({ claim }: { claim: ClaimView }) {
  const { may } = useSession();
  const submit = useSubmit(claim);
  const visit = places.billing(claim.encounterId);
  return (
    <Page
      title={`Claim ${claim.controlNumber}`}
      detail={
        <span className={style.detail}>
          <ClaimBadge state={claim.state} /> <span>{personName(claim.patient)}</span> ·{' '}
          <span>{claim.payerName}</span>
          <span>{claim.lastEvent}</span>
        </span>
      }
      toolbar={
        <>
          {submit.offered && (
            <Button loading={submit.busy} onClick={submit.run} rightSection={<KeyHint keys="s" />}>
              Submit
            </Button>
          )}
          <SendClaims />
        </>
      }
    >
      <ProblemNote problem={submit.problem} />
      <div className={style.columns}>
        <div>
          <ClaimNextStep claim={claim} />
          <ClaimFindings claim={claim} />
          <Panel title="Lines">
            <ClaimLines claim={claim} />
          </Panel>
        </div>
        <div>
          <Panel title="Claim" tools={may('charge.write') && <PageLink to={visit}>Open the visit</PageLink>}>
            <Facts
              facts={[
                ['Date of service', <DateText key="date" date={claim.serviceDate} />],
                [
                  'Patient',
                  <PageLink key="patient" to={places.account(claim.patient.id)}>
                    {personName(claim.patient)}
                  </PageLink>,
                ],
                ['Payer', claim.payerName],
                ['Member id', claim.memberId],
                ["Payer's number", claim.payerControlNumber],
                ['Authorization', claim.authorizationNumber],
                ['Charge', <Money key="charge" amount={claim.chargeCents} />],
                ['Paid', <Money key="paid" amount={claim.paidCents} />],
              ]}
            />
          </Panel>
          <Panel title="Diagnoses">
            <ol className={style.diagnoses} aria-label="Diagnoses">
              {claim.diagnoses.map(({ code, title }) => (
                <li key={code}>
                  <strong className="sb-number">{code}</strong> {title}
                </li>
              ))}
            </ol>
          </Panel>
          <Panel title="History">
            <ClaimHistory events={claim.events} />
          </Panel>
        </div>
      </div>
    </Page>
  );
}

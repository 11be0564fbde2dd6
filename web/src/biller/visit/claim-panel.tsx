import { Button } from '@mantine/core';
import type { ClaimView, Encounter } from '@superbill/contract';
import { places } from '../../router/places.ts';
import { ClaimBadge, KeyHint, PageLink, Panel, ProblemNote } from '../../ui/index.ts';
import { isOutOfDate } from './charge-values.ts';
import { FindingNotes, type FoundByEdit } from './finding-notes.tsx';
import { type ClaimWork, unsent } from './use-claim.ts';
import style from './visit.module.css';

interface Props {
  visit: Encounter;
  claim: ClaimView | undefined;
  /** Findings that are about the claim as a whole. */
  findings: readonly FoundByEdit[];
  work: ClaimWork;
}

/** The claim of the visit: what stands in its way, and the one next step. */
export function ClaimPanel({ visit, claim, findings, work }: Props) {
  return (
    <Panel title="Claim" tools={<Steps work={work} />}>
      {claim ? (
        <>
          <p className={style.claim}>
            <PageLink to={places.claim(claim.id)}>{claim.controlNumber}</PageLink>
            <ClaimBadge state={claim.state} />
            <span>{claim.payerName}</span>
            <span className={style.quiet}>{claim.lastEvent}</span>
          </p>
          <FindingNotes label="Findings on the claim" findings={findings} />
          <NextStep visit={visit} claim={claim} />
        </>
      ) : (
        <p className={style.claim}>{whyNone(visit)}</p>
      )}
      <ProblemNote problem={work.problem} />
    </Panel>
  );
}

function whyNone({ coverages, charges, patient, codes }: Encounter) {
  if (coverages.length === 0) {
    return (
      <>
        The patient has no coverage on this date, so no payer gets a claim.{' '}
        <PageLink to={places.account(patient.id)}>Bill the patient</PageLink>
      </>
    );
  }
  if (codes.length === 0) return 'Without a code there is no claim.';
  if (charges.length === 0) return 'Charge a service first, then make the claim.';
  return 'No claim yet. Making it runs the edits; nothing is sent.';
}

function NextStep({ visit, claim }: { visit: Encounter; claim: ClaimView }) {
  const blocks = claim.findings.filter(({ severity }) => severity === 'error').length;
  if (unsent.includes(claim.state) && isOutOfDate(claim, visit)) {
    return <p className={style.next}>Charges or codes changed since the edits ran. Check the claim again.</p>;
  }
  switch (claim.state) {
    case 'held':
      return (
        <p className={style.next}>
          {blocks === 1
            ? 'One finding blocks this claim. Correct what it names, then check again.'
            : `${blocks} findings block this claim. Correct what they name, then check again.`}
        </p>
      );
    case 'draft':
      return <p className={style.next}>Nothing blocks this claim. Submit it.</p>;
    case 'ready':
      return (
        <p className={style.next}>
          Goes with the next sending. <PageLink to="/claims?state=ready">To the ready claims</PageLink>
        </p>
      );
    case 'rejected':
      return <p className={style.next}>Correct what the payer named, then check again and submit.</p>;
    case 'denied':
      return (
        <p className={style.next}>
          Return wrong codes to the coder first. The replacement opens the charges again; nothing is sent
          before you submit it.
        </p>
      );
    default:
      return null;
  }
}

function Steps({ work }: { work: ClaimWork }) {
  return (
    <span className={style.steps}>
      {work.mayMake && (
        <Button
          size="compact-sm"
          variant={work.maySubmit ? 'default' : 'filled'}
          loading={work.isMaking}
          onClick={work.make}
          rightSection={<KeyHint keys="m" />}
        >
          {work.making}
        </Button>
      )}
      {work.maySubmit && (
        <Button
          size="compact-sm"
          loading={work.submitting}
          onClick={work.submit}
          rightSection={<KeyHint keys="s" />}
        >
          Submit
        </Button>
      )}
    </span>
  );
}

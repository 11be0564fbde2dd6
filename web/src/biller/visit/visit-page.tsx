import { Button } from '@mantine/core';
import { type Encounter, routes } from '@superbill/contract';
import { useState } from 'react';
import { useRead, useSession } from '../../api/index.ts';
import { RecordPane } from '../../record/record-pane.tsx';
import { places } from '../../router/places.ts';
import { useGo, usePathPart } from '../../router/use-place.ts';
import {
  DateText,
  FailedState,
  KeyHint,
  LoadingState,
  Page,
  PageLink,
  personName,
  QueueBadge,
  useKeys,
} from '../../ui/index.ts';
import { useWorkOn } from '../../workload/use-work-on.ts';
import { SendClaims } from '../claims/send-claims.tsx';
import { AuthorizationDialog } from './authorization-dialog.tsx';
import { authorizationNeeds } from './authorization-needs.ts';
import { AuthorizationPanel } from './authorization-panel.tsx';
import { ChargePanel } from './charge-panel.tsx';
import { type Diagnosis, diagnosesOf } from './charge-values.ts';
import { ClaimPanel } from './claim-panel.tsx';
import { CoveragePanel } from './coverage-panel.tsx';
import { DiagnosisPanel } from './diagnosis-panel.tsx';
import { findingsAt, findingsNow } from './finding-place.ts';
import { QueryPanel } from './query-panel.tsx';
import { ReturnDialog } from './return-dialog.tsx';
import { unsent, useClaimOf, useClaimWork } from './use-claim.ts';
import style from './visit.module.css';

/** The hand-off: from the coder's codes to a claim, with the record in sight for who may read it. */
export default function VisitPage() {
  const encounterId = usePathPart('encounterId');
  useWorkOn('bill-visit', encounterId);
  const read = useRead(routes.readEncounter, { params: { encounterId } });
  if (read.data) return <Visit key={read.data.id} visit={read.data} />;
  return (
    <Page title="Visit">
      {read.error ? <FailedState problem={read.error} retry={read.refetch} /> : <LoadingState lines={14} />}
    </Page>
  );
}

function Visit({ visit }: { visit: Encounter }) {
  const go = useGo();
  const mayRead = useSession().may('document.read');
  const claim = useClaimOf(visit);
  const work = useClaimWork(visit, claim);
  const practice = useRead(routes.readPractice, {}, { freshFor: 300_000 });
  const [open, setOpen] = useState<{ does: 'return' } | { does: 'authorize'; procedure?: string }>();
  const [active, setActive] = useState<string>();
  const [jump, setJump] = useState(0);

  const here = visit.queue === 'billing' || visit.queue === 'follow-up';
  const chargesOpen = here && (!claim || unsent.includes(claim.state));
  const findings =
    claim && unsent.includes(claim.state) ? findingsNow(claim.findings, claim.lines, visit.charges) : [];
  const counts = { charges: visit.charges.length, diagnoses: diagnosesOf(visit).length };
  const close = () => setOpen(undefined);
  const needs = authorizationNeeds(visit, practice.data?.payers ?? []);
  const authorize = (procedure = needs.find(({ onFile }) => !onFile)?.procedure) =>
    setOpen({ does: 'authorize', ...(procedure === undefined ? {} : { procedure }) });
  const show = ({ id }: Diagnosis) => {
    setActive(`${id}:0`);
    setJump((count) => count + 1);
  };
  useKeys([
    { key: 'r', does: 'Return to the coder', disabled: !here, run: () => setOpen({ does: 'return' }) },
    {
      key: 't',
      does: 'Record an authorization',
      disabled: visit.coverages.length === 0 || !practice.data,
      run: () => authorize(),
    },
  ]);

  return (
    <Page
      title={personName(visit.patient)}
      fill
      detail={
        <span className={style.detail}>
          <span>
            {visit.patient.recordNumber} · born <DateText date={visit.patient.birthDate} />
          </span>
          <span>
            Visit <DateText date={visit.serviceDate} /> · {visit.practitionerName}
          </span>
          <QueueBadge queue={visit.queue} />
          <PageLink to={places.account(visit.patient.id)}>Account</PageLink>
          {visit.returnReason && <span className={style.reason}>{visit.returnReason}</span>}
        </span>
      }
      toolbar={
        <>
          {here && (
            <Button
              variant="default"
              onClick={() => setOpen({ does: 'return' })}
              rightSection={<KeyHint keys="r" />}
            >
              Return to the coder
            </Button>
          )}
          <SendClaims />
        </>
      }
    >
      <div className={style.columns}>
        <div className={style.work}>
          <DiagnosisPanel visit={visit} findings={findings} onShow={mayRead ? show : undefined} />
          <ChargePanel visit={visit} open={chargesOpen} findings={findings} onAuthorize={authorize} />
          <ClaimPanel
            visit={visit}
            claim={claim}
            findings={findingsAt(findings, { part: 'claim' }, counts)}
            work={work}
          />
        </div>
        <div className={style.aside}>
          <CoveragePanel visit={visit} findings={findingsAt(findings, { part: 'coverage' }, counts)} />
          <AuthorizationPanel visit={visit} needs={needs} onRecord={authorize} />
          <QueryPanel queries={visit.queries} />
          {mayRead && (
            <div className={style.record}>
              <RecordPane
                encounter={visit}
                active={active}
                jump={jump}
                marks={visit.codes.flatMap((code) =>
                  code.evidence.map((evidence, i) => ({
                    id: `${code.id}:${i}`,
                    evidence,
                    tone: 'code' as const,
                    label: `${code.code} ${code.title}`,
                  })),
                )}
                onMark={setActive}
              />
            </div>
          )}
        </div>
      </div>
      {open?.does === 'return' && (
        <ReturnDialog visit={visit} onReturned={() => go('/billing')} onClose={close} />
      )}
      {open?.does === 'authorize' && (
        <AuthorizationDialog
          visit={visit}
          procedure={open.procedure}
          onDone={() => claim && work.mayMake && work.make()}
          onClose={close}
        />
      )}
    </Page>
  );
}

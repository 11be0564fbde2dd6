import { Button } from '@mantine/core';
import { type Patient, routes } from '@superbill/contract';
import { ageOn } from '@superbill/engines/model';
import { useState } from 'react';
import { useRead, useSession } from '../api/index.ts';
import { usePathPart } from '../router/use-place.ts';
import { DateText, Facts, KeyHint, Page, Panel, personName, ReadState, today, useKeys } from '../ui/index.ts';
import { useWorkOn } from '../workload/use-work-on.ts';
import { ChangePatientDialog } from './change-patient-dialog.tsx';
import { CoveragePanel } from './coverage-panel.tsx';
import style from './patient-page.module.css';
import { ProxyPanel } from './proxy-panel.tsx';
import { RestrictionPanel } from './restriction-panel.tsx';
import { sexNames } from './sex-names.ts';
import { VisitPanel } from './visit-panel.tsx';
import { longestWaiting } from './waiting-visit.ts';

/** One patient: what is registered, the coverages, the visits. */
export default function PatientPage() {
  const patientId = usePathPart('patientId');
  const { may } = useSession();
  const read = useRead(routes.readPatient, { params: { patientId } });
  const patient = read.data;
  // Whoever registers visits completes them here; for everybody else it is a page that is looked at.
  useWorkOn('registration', may('encounter.write') ? longestWaiting(patient?.encounters)?.id : undefined);
  return (
    <Page
      title={patient ? personName(patient) : 'Patient'}
      detail={
        patient && (
          <>
            {patient.recordNumber} · born <DateText date={patient.birthDate} /> (
            {ageOn(patient.birthDate, today())}) · {sexNames[patient.sex]}
          </>
        )
      }
    >
      <ReadState read={read} lines={12}>
        {(whole) => (
          <div className={style.columns}>
            {may('registration.read') && (
              <div>
                <DetailPanel patient={whole} />
                <CoveragePanel patient={whole} />
                <ProxyPanel patientId={whole.id} />
                <RestrictionPanel patientId={whole.id} />
              </div>
            )}
            <VisitPanel patient={whole} />
          </div>
        )}
      </ReadState>
    </Page>
  );
}

function DetailPanel({ patient }: { patient: Patient }) {
  const { may } = useSession();
  const [editing, setEditing] = useState(false);
  const mayWrite = may('patient.write');
  useKeys([{ key: 'e', does: 'Correct the details', disabled: !mayWrite, run: () => setEditing(true) }]);
  const { address, middleName, phone, email, language } = patient;
  return (
    <Panel
      title="Details"
      tools={
        mayWrite && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => setEditing(true)}
            rightSection={<KeyHint keys="e" />}
          >
            Correct
          </Button>
        )
      }
    >
      <Facts
        facts={[
          ['Middle name', middleName],
          [
            'Address',
            address &&
              [address.line1, address.line2, `${address.city}, ${address.state} ${zip(address.zip)}`]
                .filter(Boolean)
                .join(', '),
          ],
          ['Telephone', phone],
          ['E-mail', email],
          ['Bills in', language === 'es' ? 'Spanish' : 'English'],
        ]}
      />
      {editing && <ChangePatientDialog patient={patient} onClose={() => setEditing(false)} />}
    </Panel>
  );
}

function zip(digits: string): string {
  return digits.length === 9 ? `${digits.slice(0, 5)}-${digits.slice(5)}` : digits;
}

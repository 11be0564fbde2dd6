import { routes } from '@superbill/contract';
import { formatDate, formatMoney } from '@superbill/engines/model';
import { useRead } from '../api/use-read.ts';
import { useSession } from '../api/use-session.ts';
import { patientPlace, places } from '../router/places.ts';
import { personName } from './person-name.ts';

export interface FoundRecord {
  id: string;
  label: string;
  description: string;
  place: string;
}

/** Patients and claims by the words typed, each only where the hat may read them and has a page for them. */
export function useFoundRecords(search: string): { group: string; records: FoundRecord[] }[] {
  const { session, may } = useSession();
  const long = search.length >= 2;
  const options = { enabled: long, keepPrevious: true };
  const body = { search, limit: 6 };
  const patients = useRead(
    routes.listPatients,
    { body },
    { ...options, enabled: long && may('patient.read') && patientPlace(session.hat, '') !== undefined },
  );
  const claims = useRead(routes.listClaims, { body }, { ...options, enabled: long && may('claim.read') });
  if (!long) return [];
  return [
    {
      group: 'Patients',
      records: (patients.data?.patients ?? []).map((patient) => ({
        id: patient.id,
        label: personName(patient),
        description: `${patient.recordNumber} · born ${formatDate(patient.birthDate)}`,
        place: patientPlace(session.hat, patient.id) ?? '/',
      })),
    },
    {
      group: 'Claims',
      records: (claims.data?.claims ?? []).map((claim) => ({
        id: claim.id,
        label: `${claim.controlNumber} · ${personName(claim.patient)}`,
        description: `${claim.payerName} · ${formatDate(claim.serviceDate)} · ${formatMoney(claim.chargeCents)}`,
        place: places.claim(claim.id),
      })),
    },
  ];
}

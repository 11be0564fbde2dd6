import { Button, Group } from '@mantine/core';
import { routes } from '@superbill/contract';
import { useRead } from '../api/index.ts';
import { places } from '../router/places.ts';
import { DateText, PageLink, personName } from '../ui/index.ts';
import style from './alike-warning.module.css';
import type { PatientValues } from './patient-values.ts';

interface Props {
  patient: PatientValues;
  /** The server's words, with the record numbers found. */
  message: string;
  busy: boolean;
  onAnyway: () => void;
}

/** Somebody alike is registered: shows who, and leaves the choice to the person at the desk. */
export function AlikeWarning({ patient, message, busy, onAnyway }: Props) {
  const found = useRead(routes.listPatients, { body: { search: patient.lastName, limit: 50 } });
  const alike = found.data?.patients.filter(({ birthDate }) => birthDate === patient.birthDate) ?? [];
  return (
    <div role="alert" className={style.warning}>
      <strong>{message}</strong>
      <ul>
        {alike.map((other) => (
          <li key={other.id}>
            <PageLink to={places.patient(other.id)}>{personName(other)}</PageLink> · {other.recordNumber} ·
            born <DateText date={other.birthDate} />
          </li>
        ))}
      </ul>
      <p>Open that record if it is the same person. Register anyway only when you know it is another one.</p>
      <Group gap="xs">
        <Button variant="default" loading={busy} onClick={onAnyway}>
          Register anyway
        </Button>
      </Group>
    </div>
  );
}

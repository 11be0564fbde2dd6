import { Button, CopyButton, Group, Modal, TextInput } from '@mantine/core';
import type { PatientSummary } from '@superbill/contract';
import { DateText } from '../../ui/index.ts';
import style from './money.module.css';

interface Props {
  /** As the server gave it: `/bill#…`. */
  link: string;
  number: string;
  patient: PatientSummary;
  onClose: () => void;
}

/** The one-time link of a bill. It is shown only now: the server keeps no copy that could be read. */
export function LinkDialog({ link, number, patient, onClose }: Props) {
  const address = new URL(link, location.origin).href;
  return (
    <Modal opened onClose={onClose} title={`Bill ${number}: link for the patient`} size="lg">
      <TextInput
        label="One-time link"
        readOnly
        value={address}
        onFocus={({ currentTarget }) => currentTarget.select()}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <p className={style.lead}>
        It opens <strong>once</strong>, with the birth date of {patient.firstName} {patient.lastName} (
        <DateText date={patient.birthDate} />
        ), and shows this bill alone. It is shown only here: copy it now into your message to the patient. Who
        loses it gets a new one; then this one stops working.
      </p>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button data-autofocus onClick={copy}>
              {copied ? 'Copied' : 'Copy the link'}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Modal>
  );
}

import { Button, CopyButton, Group, Modal, TextInput } from '@mantine/core';
import type { PatientSummary, ProxyView } from '@superbill/contract';
import { DateText, personName } from '../../ui/index.ts';
import style from './money.module.css';

interface Props {
  /** As the server gave it: `/bill#…`. */
  link: string;
  number: string;
  patient: PatientSummary;
  /** Who opens it for the patient, with a birth date of their own; undefined when the patient does. */
  proxy: ProxyView | undefined;
  onClose: () => void;
}

/** The one-time link of a bill. It is shown only now: the server keeps no copy that could be read. */
export function LinkDialog({ link, number, patient, proxy, onClose }: Props) {
  const address = new URL(link, location.origin).href;
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Bill ${number}: link for ${proxy ? personName(proxy) : 'the patient'}`}
      size="lg"
    >
      <TextInput
        label="One-time link"
        readOnly
        value={address}
        onFocus={({ currentTarget }) => currentTarget.select()}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <p className={style.lead}>
        It opens <strong>once</strong>, with{' '}
        {proxy ? (
          `${proxy.firstName} ${proxy.lastName}’s own birth date`
        ) : (
          <>
            the birth date of {patient.firstName} {patient.lastName} (
            <DateText date={patient.birthDate} />)
          </>
        )}
        , and shows this bill alone. It is shown only here: copy it now into your message to{' '}
        {proxy ? proxy.firstName : 'the patient'}. Who loses it gets a new one; then this one stops working.
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

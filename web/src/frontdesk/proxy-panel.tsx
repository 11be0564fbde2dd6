import { Button, Group, Modal, Select, TextInput } from '@mantine/core';
import { type ProxyKind, type ProxyView, proxyKindNames, proxyKinds, routes } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import { useState } from 'react';
import { useChange, useRead, useSession } from '../api/index.ts';
import {
  ConfirmDialog,
  DateField,
  DateText,
  EmptyState,
  Facts,
  Panel,
  ProblemNote,
  personName,
  ReadState,
  toast,
  today,
} from '../ui/index.ts';

/** Who may act for the patient, by what paper, and until when. */
export function ProxyPanel({ patientId }: { patientId: string }) {
  const { may } = useSession();
  const read = useRead(routes.listProxies, { params: { patientId } });
  const [open, setOpen] = useState<'add' | ProxyView>();
  const mayWrite = may('proxy.write');
  const close = () => setOpen(undefined);
  return (
    <Panel
      title="Who acts for the patient"
      tools={
        mayWrite && (
          <Button size="compact-xs" variant="subtle" onClick={() => setOpen('add')}>
            Add
          </Button>
        )
      }
    >
      <ReadState read={read} lines={2}>
        {({ proxies }) =>
          proxies.length === 0 ? (
            <EmptyState title="Nobody." hint="A parent, guardian or power of attorney gets bill links too." />
          ) : (
            proxies.map((proxy) => (
              <Facts
                key={proxy.id}
                facts={[
                  [proxyKindNames[proxy.kind], personName(proxy)],
                  ['By', proxy.document],
                  ['In force', <Span key="span" proxy={proxy} />],
                  [
                    'Authority',
                    proxy.inForce && mayWrite ? (
                      <Button key="end" size="compact-xs" variant="default" onClick={() => setOpen(proxy)}>
                        End
                      </Button>
                    ) : proxy.inForce ? (
                      'In force'
                    ) : (
                      'Not in force'
                    ),
                  ],
                ]}
              />
            ))
          )
        }
      </ReadState>
      {open === 'add' && <AddProxyDialog patientId={patientId} onClose={close} />}
      {open && open !== 'add' && <EndProxyDialog patientId={patientId} proxy={open} onClose={close} />}
    </Panel>
  );
}

function Span({ proxy: { effectiveFrom, effectiveTo } }: { proxy: ProxyView }) {
  return (
    <>
      <DateText date={effectiveFrom} /> to {effectiveTo ? <DateText date={effectiveTo} /> : 'no end'}
    </>
  );
}

interface AddProps {
  patientId: string;
  onClose: () => void;
}

function AddProxyDialog({ patientId, onClose }: AddProps) {
  const [firstName, setFirstName] = useState('');
  const [lastName, setLastName] = useState('');
  const [birthDate, setBirthDate] = useState<IsoDate | ''>('');
  const [kind, setKind] = useState<ProxyKind>('parent');
  const [document, setDocument] = useState('');
  const [from, setFrom] = useState<IsoDate | ''>(today());
  const [to, setTo] = useState<IsoDate | ''>('');
  const add = useChange(routes.addProxy, {
    invalidates: [routes.listProxies],
    onDone: () => {
      toast({ message: 'The proxy is entered.' });
      onClose();
    },
  });
  const whole = [firstName, lastName, document].every((text) => text.trim() !== '') && birthDate && from;
  return (
    <Modal opened onClose={onClose} title="Somebody who acts for the patient">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (birthDate === '' || from === '') return;
          add.mutate({
            params: { patientId },
            body: {
              firstName,
              lastName,
              birthDate,
              kind,
              document,
              effectiveFrom: from,
              ...(to === '' ? {} : { effectiveTo: to }),
            },
          });
        }}
      >
        <Group grow align="start">
          <TextInput
            label="First name"
            required
            data-autofocus
            value={firstName}
            onChange={({ currentTarget }) => setFirstName(currentTarget.value)}
          />
          <TextInput
            label="Last name"
            required
            value={lastName}
            onChange={({ currentTarget }) => setLastName(currentTarget.value)}
          />
        </Group>
        <Group grow align="start" mt="sm">
          <DateField label="Own birth date" value={birthDate} onChange={setBirthDate} required />
          <Select
            label="Acts as"
            allowDeselect={false}
            data={proxyKinds.map((value) => ({ value, label: proxyKindNames[value] }))}
            value={kind}
            onChange={(value) => setKind(proxyKinds.find((one) => one === value) ?? kind)}
          />
        </Group>
        <TextInput
          mt="sm"
          label="The paper that says so"
          placeholder="Court order 17, seen at the desk"
          required
          value={document}
          onChange={({ currentTarget }) => setDocument(currentTarget.value)}
        />
        <Group grow align="start" mt="sm">
          <DateField label="From" value={from} onChange={setFrom} required />
          <DateField label="To (when it ends)" value={to} onChange={setTo} />
        </Group>
        <ProblemNote problem={add.error} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" disabled={!whole} loading={add.isPending}>
            Enter
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function EndProxyDialog({ patientId, proxy, onClose }: AddProps & { proxy: ProxyView }) {
  const end = useChange(routes.endProxy, {
    invalidates: [routes.listProxies],
    onDone: () => {
      toast({ message: 'The authority is ended.' });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title={`End the authority of ${proxy.firstName} ${proxy.lastName}`}
      confirm="End it now"
      busy={end.isPending}
      problem={end.error}
      onClose={onClose}
      onConfirm={() => end.mutate({ params: { patientId, proxyId: proxy.id } })}
    >
      <p>Their links stop working, and a bill they have open closes.</p>
    </ConfirmDialog>
  );
}

import { Button, Group, Modal, MultiSelect, Select } from '@mantine/core';
import { type RestrictionKind, restrictionKindNames, restrictionKinds, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange, useRead, useSession } from '../api/index.ts';
import { ConfirmDialog, Facts, InstantText, Panel, ProblemNote, ReadState, toast } from '../ui/index.ts';

/** Whether the record is open to few, and to whom. */
export function RestrictionPanel({ patientId }: { patientId: string }) {
  const { may } = useSession();
  const read = useRead(routes.readRestriction, { params: { patientId } });
  const [open, setOpen] = useState<'set' | 'end'>();
  const mayChange = may('restriction.write') && read.data !== undefined;
  const restriction = read.data?.restriction ?? null;
  const close = () => setOpen(undefined);
  return (
    <Panel
      title="Who may open this record"
      tools={
        mayChange && (
          <Group gap={4}>
            <Button size="compact-xs" variant="subtle" onClick={() => setOpen('set')}>
              {restriction ? 'Change' : 'Restrict'}
            </Button>
            {restriction && (
              <Button size="compact-xs" variant="subtle" onClick={() => setOpen('end')}>
                Open to all
              </Button>
            )}
          </Group>
        )
      }
    >
      <ReadState read={read} lines={2}>
        {() =>
          restriction ? (
            <Facts
              facts={[
                ['Restricted', restrictionKindNames[restriction.kind]],
                [
                  'Open to',
                  restriction.readers.map(({ name }) => name).join(', ') ||
                    'Nobody without breaking the glass',
                ],
                [
                  'Set by',
                  <>
                    {restriction.setBy}, <InstantText at={restriction.setAt} />
                  </>,
                ],
              ]}
            />
          ) : (
            <p>Everybody whose role reads records.</p>
          )
        }
      </ReadState>
      {open === 'set' && read.data && (
        <RestrictDialog
          patientId={patientId}
          staff={read.data.staff}
          kind={restriction?.kind ?? 'request'}
          readerIds={restriction?.readers.map(({ id }) => id) ?? []}
          onClose={close}
        />
      )}
      {open === 'end' && <EndDialog patientId={patientId} onClose={close} />}
    </Panel>
  );
}

interface RestrictProps {
  patientId: string;
  staff: { id: string; name: string }[];
  kind: RestrictionKind;
  readerIds: string[];
  onClose: () => void;
}

function RestrictDialog({ patientId, staff, kind: before, readerIds: chosen, onClose }: RestrictProps) {
  const { session } = useSession();
  const [kind, setKind] = useState<RestrictionKind>(before);
  const [readerIds, setReaderIds] = useState(chosen.length > 0 ? chosen : [session.user.id]);
  const change = useChange(routes.restrictRecord, {
    invalidates: [routes.readRestriction, routes.listPatients],
    onDone: () => {
      toast({ message: 'The record is restricted.' });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title="Restrict the record">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ params: { patientId }, body: { kind, readerIds } });
        }}
      >
        <Select
          label="Why"
          data-autofocus
          allowDeselect={false}
          data={restrictionKinds.map((value) => ({ value, label: restrictionKindNames[value] }))}
          value={kind}
          onChange={(value) => setKind(restrictionKinds.find((one) => one === value) ?? kind)}
        />
        <MultiSelect
          mt="sm"
          label="Who may open it"
          description="Everybody else has to break the glass, also you when you are not here."
          searchable
          data={staff.map(({ id, name }) => ({ value: id, label: name }))}
          value={readerIds}
          onChange={setReaderIds}
        />
        <ProblemNote problem={change.error} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending}>
            Restrict
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function EndDialog({ patientId, onClose }: { patientId: string; onClose: () => void }) {
  const end = useChange(routes.endRestriction, {
    invalidates: [routes.readRestriction, routes.listPatients],
    onDone: () => {
      toast({ message: 'The record is open to every role that reads records.' });
      onClose();
    },
  });
  return (
    <ConfirmDialog
      open
      title="Open the record to all"
      confirm="Open it"
      busy={end.isPending}
      problem={end.error}
      onClose={onClose}
      onConfirm={() => end.mutate({ params: { patientId } })}
    >
      <p>Everybody whose role reads records can open it again.</p>
    </ConfirmDialog>
  );
}

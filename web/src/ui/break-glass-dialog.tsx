import { Button, Group, Modal, Select, Textarea } from '@mantine/core';
import { type GlassReason, glassReasonNames, glassReasons, routes } from '@superbill/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { useSession } from '../api/use-session.ts';
import { ProblemNote } from './problem-note.tsx';

interface Props {
  patientId: string;
  onOpened: () => unknown;
}

/** The offer to open a restricted record all the same: with a reason, for four hours, and reviewed afterwards. */
export function BreakGlass({ patientId, onOpened }: Props) {
  const { may } = useSession();
  const [asking, setAsking] = useState(false);
  if (!may('record.break-glass')) return null;
  return (
    <>
      <Button color="red" onClick={() => setAsking(true)}>
        Break the glass
      </Button>
      {asking && (
        <BreakGlassDialog patientId={patientId} onOpened={onOpened} onClose={() => setAsking(false)} />
      )}
    </>
  );
}

function BreakGlassDialog({ patientId, onOpened, onClose }: Props & { onClose: () => void }) {
  const client = useQueryClient();
  const [reason, setReason] = useState<GlassReason | null>(null);
  const [words, setWords] = useState('');
  const open = useChange(routes.breakGlass, {
    onDone: async () => {
      onClose();
      await client.invalidateQueries();
      onOpened();
    },
  });
  const enough = reason !== null && words.trim().length >= 10;
  return (
    <Modal opened onClose={onClose} title="Break the glass">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason && enough) open.mutate({ params: { patientId }, body: { reason, words: words.trim() } });
        }}
      >
        <p>
          The record opens for four hours, as far as your role goes. What you look at is written down, the
          patient can see it, and a colleague reviews it.
        </p>
        <Select
          label="Why do you need it?"
          required
          data-autofocus
          data={glassReasons.map((value) => ({ value, label: glassReasonNames[value] }))}
          value={reason}
          onChange={(value) => setReason(glassReasons.find((one) => one === value) ?? null)}
        />
        <Textarea
          label="In your words"
          description="At least 10 characters. No diagnosis, no name."
          required
          mt="sm"
          maxLength={400}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <ProblemNote problem={open.error} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" color="red" disabled={!enough} loading={open.isPending}>
            Open the record
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

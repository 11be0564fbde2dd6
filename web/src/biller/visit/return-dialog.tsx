import { Textarea } from '@mantine/core';
import { type Encounter, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange } from '../../api/index.ts';
import { ConfirmDialog, toast } from '../../ui/index.ts';

interface Props {
  visit: Encounter;
  onReturned: () => void;
  onClose: () => void;
}

/** Gives the visit back to the coder, who sees the reason on the worklist. */
export function ReturnDialog({ visit, onReturned, onClose }: Props) {
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const give = useChange(routes.returnToCoding, {
    invalidates: [routes.readEncounter, routes.listEncounters],
    onDone: () => {
      toast({ message: 'The visit is with the coder again.' });
      onReturned();
    },
  });
  // The reason is one line: the coder reads it in a list.
  const line = reason.replace(/\s+/g, ' ').trim();
  return (
    <ConfirmDialog
      open
      title="Return to the coder"
      confirm="Return to the coder"
      busy={give.isPending}
      problem={give.error}
      onClose={onClose}
      onConfirm={() => {
        setTried(true);
        if (line === '') return;
        give.mutate({
          params: { encounterId: visit.id },
          body: { reason: line, rowVersion: visit.rowVersion },
        });
      }}
    >
      <Textarea
        label="What is to be looked at"
        description="The coder sees this beside the visit."
        required
        data-autofocus
        autosize
        minRows={2}
        maxLength={400}
        value={reason}
        error={tried && line === '' ? 'Say what is to be looked at.' : undefined}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
    </ConfirmDialog>
  );
}

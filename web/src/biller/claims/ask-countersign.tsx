import { Button, Group, Modal, Textarea } from '@mantine/core';
import { routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange } from '../../api/index.ts';
import { ProblemNote, toast } from '../../ui/index.ts';

/** Asks for the countersign of what changed on a claim since the payer refused it, with a sentence why. */
export function AskCountersign({ claimId }: { claimId: string }) {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const ask = useChange(routes.requestCodeChange, {
    invalidates: [routes.readClaim, routes.readAccount, routes.listApprovals],
    onDone: () => {
      setOpen(false);
      toast({ message: 'It waits for the countersign. Check the claim again when it is given.' });
    },
  });
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
        Ask for the countersign
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title="Ask for the countersign">
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (note.trim() !== '') ask.mutate({ params: { claimId }, body: { note: note.trim() } });
          }}
        >
          <p>The owner sees the codes and charges before and after, and your sentence.</p>
          <Textarea
            label="Why they changed"
            data-autofocus
            maxLength={500}
            rows={3}
            value={note}
            onChange={({ currentTarget: { value } }) => setNote(value.replace(/[\r\n]+/g, ' '))}
          />
          <ProblemNote problem={ask.error} />
          <Group justify="flex-end" mt="md" gap="xs">
            <Button variant="default" onClick={() => setOpen(false)}>
              Cancel
            </Button>
            <Button type="submit" disabled={note.trim() === ''} loading={ask.isPending}>
              Ask
            </Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}

import { Button, Group, Modal, TextInput } from '@mantine/core';
import { routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange } from '../api/index.ts';
import { ProblemNote, toast } from '../ui/index.ts';

interface Props {
  id: string;
  name: string;
  onClose: () => void;
}

/** Gives a passkey a name by which its owner knows it better. */
export function RenamePasskey({ id, name: before, onClose }: Props) {
  const [name, setName] = useState(before);
  const rename = useChange(routes.renamePasskey, {
    invalidates: [routes.readOwnAccount],
    onDone: () => {
      toast({ message: 'The passkey has its new name.' });
      onClose();
    },
  });
  return (
    <Modal opened onClose={onClose} title="Rename a passkey">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate({ params: { passkeyId: id }, body: { name } });
        }}
      >
        <TextInput
          label="Name"
          maxLength={60}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          required
          withAsterisk={false}
          data-autofocus
        />
        <ProblemNote problem={rename.error} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={rename.isPending} disabled={name.trim() === ''}>
            Rename
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

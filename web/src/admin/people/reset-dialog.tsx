import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { routes, type User } from '@superbill/contract';
import { useState } from 'react';
import { useChange } from '../../api/index.ts';
import { ProblemNote } from '../../ui/index.ts';
import { LinkNote } from './link-note.tsx';

/** Takes the password away, and the second step when the device is lost; a new link lets the person back in. */
export function ResetDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const [factors, setFactors] = useState(false);
  const reset = useChange(routes.resetUser, {
    invalidates: [routes.listUsers, routes.listUserSessions],
  });
  if (reset.data)
    return (
      <Modal opened onClose={onClose} title="A new link" size="lg">
        <LinkNote name={user.name} invitation={reset.data} />
        <Group justify="flex-end" mt="md">
          <Button data-autofocus onClick={onClose}>
            Done
          </Button>
        </Group>
      </Modal>
    );
  return (
    <Modal opened onClose={onClose} title={`A new link for ${user.name}?`} centered>
      <p style={{ marginTop: 0 }}>
        {user.state === 'invited'
          ? 'The link they have stops working.'
          : 'Their password stops working and every session ends. By the new link they choose another.'}{' '}
        Be sure that it is really {user.name} who asks.
      </p>
      {user.secondFactors.length > 0 && (
        <Checkbox
          checked={factors}
          onChange={({ currentTarget }) => setFactors(currentTarget.checked)}
          label="Take the second step away too: the device is lost"
        />
      )}
      <ProblemNote problem={reset.error} />
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          data-autofocus
          loading={reset.isPending}
          onClick={() => reset.mutate({ params: { userId: user.id }, body: { secondFactors: factors } })}
        >
          Make a new link
        </Button>
      </Group>
    </Modal>
  );
}

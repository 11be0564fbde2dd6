import { Button, Text } from '@mantine/core';
import { routes, type Session } from '@superbill/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useChange } from '../api/use-change.ts';
import { readKey } from '../api/use-read.ts';
import { Card } from './card.tsx';
import { ProofForm } from './proof-form.tsx';

/** The page was opened or loaded again while the session is locked: nothing is known but that it is. */
export function LockedPage({ onOpen }: { onOpen: (session: Session) => void }) {
  const client = useQueryClient();
  const open = useChange(routes.unlockSession, { onDone: onOpen });
  return (
    <Card title="Locked">
      <Text>This session was locked because nobody was here.</Text>
      <ProofForm
        verb="Unlock"
        busy={open.isPending}
        problem={open.error}
        onProof={(proof) => open.mutate({ body: proof })}
        errand="unlock"
        onProvider={() => void client.invalidateQueries({ queryKey: readKey(routes.readSession) })}
      />
      <Button variant="subtle" component="a" href="/sign-in">
        Sign in as somebody else
      </Button>
    </Card>
  );
}

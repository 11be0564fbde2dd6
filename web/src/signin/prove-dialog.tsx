import { Modal, Text } from '@mantine/core';
import { routes, type Session } from '@superbill/contract';
import { useEffect, useState } from 'react';
import { prove } from '../api/asked-person.ts';
import { useChange } from '../api/use-change.ts';
import { ProofForm } from './proof-form.tsx';

/** What changes other people's access wants a fresh proof: asked over the page, and the act goes on by itself. */
export function ProveDialog({ session }: { session: Session }) {
  const [answer, setAnswer] = useState<(came: boolean) => void>();
  useEffect(() => prove.onAsked(() => new Promise((resolve) => setAnswer(() => resolve))), []);
  const settle = (came: boolean) => {
    answer?.(came);
    setAnswer(undefined);
    give.reset();
  };
  const give = useChange(routes.prove, { onDone: () => settle(true) });
  return (
    <Modal
      opened={answer !== undefined}
      onClose={() => settle(false)}
      title="Is it you?"
      centered
      zIndex={480}
    >
      <Text mb="sm">
        This changes who may do what. Confirm that you are at the keyboard; it holds for ten minutes.
      </Text>
      <ProofForm
        login={session.user.login}
        verb="Confirm"
        busy={give.isPending}
        problem={give.error}
        onProof={(proof) => give.mutate({ body: proof })}
        errand="prove"
        onProvider={() => settle(true)}
        onCancel={() => settle(false)}
      />
    </Modal>
  );
}

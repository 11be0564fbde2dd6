import { Button, Group, Text, TextInput } from '@mantine/core';
import { routes } from '@superbill/contract';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { type ApiProblem, isProblem } from '../api/problem.ts';
import { useChange } from '../api/use-change.ts';
import { makePasskey } from '../signin/passkey.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import style from './account.module.css';

interface Props {
  /** Told with the recovery codes that come with the first second factor; null when there are some already. */
  onDone: (recoveryCodes: readonly string[] | null) => void;
  onClose: () => void;
}

/** Makes a passkey on this device or a security key, under a name by which its owner knows it. */
export function PasskeySetup({ onDone, onClose }: Props) {
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem>();
  const add = useChange(routes.addPasskey, {
    invalidates: [routes.readOwnAccount],
    onDone: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  async function make() {
    setBusy(true);
    setProblem(undefined);
    try {
      const { question } = await call(routes.startPasskey);
      add.mutate({ body: { name, passkey: await makePasskey(question) } });
    } catch (error) {
      if (!isProblem(error)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }
  return (
    <form
      className={style.setup}
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Text>
        A passkey is kept by this device, your phone or a security key, and cannot be given away by mistake.
        Your browser asks you to confirm.
      </Text>
      <TextInput
        label="Name it"
        placeholder="Office laptop"
        maxLength={60}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        required
        withAsterisk={false}
        data-autofocus
        autoFocus
      />
      <ProblemNote problem={problem ?? add.error} />
      <Group gap="xs">
        <Button type="submit" loading={busy || add.isPending} disabled={name.trim() === ''}>
          Make the passkey
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}

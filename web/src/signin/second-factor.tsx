import { Button, Text, TextInput } from '@mantine/core';
import { routes, type SignInStep } from '@superbill/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { ProblemNote } from '../ui/problem-note.tsx';

interface Props {
  step: 'second-factor' | 'enrol';
  onDone: (next: SignInStep) => void;
}

/** The second step of signing in: a code of the app or a recovery code, whichever was typed. */
export function SecondFactor({ step, onDone }: Props) {
  const [typed, setTyped] = useState('');
  const pass = useChange(routes.passSecondFactor, { onDone });
  if (step === 'enrol')
    return <Text>Your practice wants a second factor for your role. Set one up to go on.</Text>;
  const isCode = /^\s*(\d\s*){6}$/.test(typed);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        pass.mutate({ body: isCode ? { code: typed } : { recoveryCode: typed } });
      }}
    >
      <TextInput
        label="Code of your app, or a recovery code"
        autoComplete="one-time-code"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        required
        withAsterisk={false}
        autoFocus
        mb="sm"
      />
      <Button type="submit" loading={pass.isPending} mb="sm">
        Go on
      </Button>
      <ProblemNote problem={pass.error} />
    </form>
  );
}

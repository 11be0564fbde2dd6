import { Button, PasswordInput, TextInput } from '@mantine/core';
import { routes, type SignInStep } from '@superbill/contract';
import { type ReactNode, useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { useGo, useSearchPart } from '../router/use-place.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Card } from './card.tsx';
import { localPath } from './local-path.ts';
import { ProviderButton } from './provider-button.tsx';
import style from './sign-in.module.css';
import { SignInSteps } from './sign-in-steps.tsx';
import { useRest } from './use-rest.ts';

/** Sign-in; a refused or resting login says what to do, and the way back leads to where one was. */
export default function SignInPage() {
  const go = useGo();
  const [back] = useSearchPart('back');
  const [practice] = useSearchPart('practice');
  return (
    <SignInSteps onSignedIn={() => go(localPath(back) ?? '/')}>
      {(proceed) => (
        <Password onDone={proceed}>
          <ProviderButton back={back} practice={practice} />
        </Password>
      )}
    </SignInSteps>
  );
}

interface PasswordProps {
  onDone: (next: SignInStep) => void;
  /** Other ways to sign in. */
  children: ReactNode;
}

function Password({ onDone, children }: PasswordProps) {
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useChange(routes.signIn, { onDone });
  const rest = useRest(signIn.error);
  return (
    <Card title="Sign in" claim="From the note to a bill the patient understands.">
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate({ body: { login, password } });
        }}
      >
        <TextInput
          label="Login"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          required
          withAsterisk={false}
          autoFocus
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          required
          withAsterisk={false}
        />
        <Button type="submit" size="sm" loading={signIn.isPending} disabled={rest > 0}>
          {rest > 0 ? `Again in ${rest} s` : 'Sign in'}
        </Button>
        <ProblemNote problem={signIn.error} />
      </form>
      {children}
    </Card>
  );
}

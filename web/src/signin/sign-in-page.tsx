import { Button, PasswordInput, TextInput } from '@mantine/core';
import { routes, type SignInStep } from '@superbill/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { readKey } from '../api/use-read.ts';
import { useGo, useSearchPart } from '../router/use-place.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { localPath } from './local-path.ts';
import { SecondFactor } from './second-factor.tsx';
import style from './sign-in.module.css';

/** Sign-in; a refused or locked login says what to do, and the way back leads to where one was. */
export default function SignInPage() {
  const client = useQueryClient();
  const go = useGo();
  const [back] = useSearchPart('back');
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [step, setStep] = useState<SignInStep['step']>();
  useEffect(() => {
    document.title = 'Sign in · Superbill';
  }, []);

  const proceed = (next: SignInStep) => {
    setStep(next.step);
    if (next.step !== 'signed-in') return;
    client.clear();
    client.setQueryData(readKey(routes.readSession, {}), next.session);
    go(localPath(back) ?? '/');
  };
  const signIn = useChange(routes.signIn, { onDone: proceed });

  if (step === 'second-factor' || step === 'enrol') {
    return (
      <main className={style.page}>
        <div className={style.card}>
          <h1 className={style.name}>Superbill</h1>
          <SecondFactor step={step} onDone={proceed} />
        </div>
      </main>
    );
  }

  return (
    <main className={style.page}>
      <form
        className={style.card}
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate({ body: { login, password } });
        }}
      >
        <div>
          <h1 className={style.name}>Superbill</h1>
          <p className={style.claim}>From the note to a bill the patient understands.</p>
        </div>
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
        <Button type="submit" size="sm" loading={signIn.isPending}>
          Sign in
        </Button>
        <ProblemNote problem={signIn.error} />
      </form>
    </main>
  );
}

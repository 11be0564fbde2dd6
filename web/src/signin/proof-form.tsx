import { Button, Group, PasswordInput } from '@mantine/core';
import { type Proof, routes } from '@superbill/contract';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import type { ApiProblem } from '../api/problem.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { CodeField } from './code-field.tsx';
import { passkeysWork } from './passkey.ts';
import style from './sign-in.module.css';
import { usePasskey } from './use-passkey.ts';

interface Props {
  /** Unknown after a page was loaded while the session is locked. */
  login?: string;
  /** The verb on the button: `Unlock`. */
  verb: string;
  busy: boolean;
  problem: ApiProblem | null | undefined;
  onProof: (proof: Proof) => void;
  onCancel?: () => void;
}

/** Asks who is at the keyboard: by password, by a code of the app or by a passkey. */
export function ProofForm({ login, verb, busy, problem, onProof, onCancel }: Props) {
  const [way, setWay] = useState<'password' | 'code'>('password');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const passkey = usePasskey(
    () => call(routes.askForProof),
    (answer) => onProof({ passkey: answer }),
  );
  // Who has a second factor proves with it; the server says so once the password was tried.
  useEffect(() => {
    if (problem?.code === 'proof.factor-needed') setWay('code');
    if (problem) setCode('');
  }, [problem]);
  return (
    <form
      className={style.form}
      onSubmit={(event) => {
        event.preventDefault();
        onProof(way === 'password' ? { password } : { code });
      }}
    >
      {way === 'password' ? (
        <PasswordInput
          key="password"
          label={login === undefined ? 'Password' : `Password of ${login}`}
          autoComplete="current-password"
          value={password}
          onChange={({ currentTarget }) => setPassword(currentTarget.value)}
          required
          withAsterisk={false}
          data-autofocus
          autoFocus
        />
      ) : (
        <CodeField
          key="code"
          value={code}
          onChange={setCode}
          onWhole={(whole) => onProof({ code: whole })}
          data-autofocus
          autoFocus
        />
      )}
      <ProblemNote problem={passkey.problem ?? problem} />
      <Group gap="xs">
        <Button type="submit" loading={busy}>
          {verb}
        </Button>
        {passkeysWork && (
          <Button variant="default" onClick={passkey.start} loading={passkey.busy}>
            Passkey
          </Button>
        )}
        <Button variant="subtle" onClick={() => setWay(way === 'password' ? 'code' : 'password')}>
          {way === 'password' ? 'Code of the app' : 'Password'}
        </Button>
        {onCancel && (
          <Button variant="default" ml="auto" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </Group>
    </form>
  );
}

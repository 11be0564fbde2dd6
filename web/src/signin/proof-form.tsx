import { Button, Group, PasswordInput } from '@mantine/core';
import { type Proof, routes } from '@superbill/contract';
import { useEffect, useState } from 'react';
import { call } from '../api/call.ts';
import type { ApiProblem } from '../api/problem.ts';
import { useRead } from '../api/use-read.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { CodeField } from './code-field.tsx';
import { passkeysWork } from './passkey.ts';
import type { LeftBy, WindowErrand } from './provider-window.ts';
import { ProviderWindowButton } from './provider-window-button.tsx';
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
  /** What the proof is for, where it is given at the identity provider. */
  errand: 'prove' | 'unlock';
  leftBy?: LeftBy | undefined;
  /** The proof was given there. */
  onProvider: (errand: WindowErrand) => void;
  onCancel?: () => void;
}

/** Asks who is at the keyboard: by password, by a code of the app, by a passkey or at the identity provider. */
export function ProofForm(props: Props) {
  const { login, verb, busy, problem, onProof, errand, leftBy, onProvider, onCancel } = props;
  const ways = useRead(routes.readProofWays, {});
  const provider = ways.data?.identityProvider;
  const hasPassword = ways.data?.password ?? true;
  const [chosen, setWay] = useState<'password' | 'code'>();
  // Who has no password is not asked for one.
  const way = chosen ?? (hasPassword ? 'password' : undefined);
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
        if (way !== undefined) onProof(way === 'password' ? { password } : { code });
      }}
    >
      {way === 'password' && (
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
      )}
      {way === 'code' && (
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
        {way !== undefined && (
          <Button type="submit" loading={busy}>
            {verb}
          </Button>
        )}
        {provider && (
          <ProviderWindowButton errand={errand} leftBy={leftBy} first={way === undefined} onDone={onProvider}>
            {`${verb} with ${provider.label}`}
          </ProviderWindowButton>
        )}
        {passkeysWork && (
          <Button variant="default" onClick={passkey.start} loading={passkey.busy}>
            Passkey
          </Button>
        )}
        {(way !== 'code' || hasPassword) && (
          <Button variant="subtle" onClick={() => setWay(way === 'code' ? 'password' : 'code')}>
            {way === 'code' ? 'Password' : 'Code of the app'}
          </Button>
        )}
        {onCancel && (
          <Button variant="default" ml="auto" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </Group>
    </form>
  );
}

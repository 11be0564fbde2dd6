import { Button, Text, TextInput } from '@mantine/core';
import { type FactorKind, routes, type SignInStep } from '@superbill/contract';
import { type ReactNode, useState } from 'react';
import { call } from '../api/call.ts';
import { useChange } from '../api/use-change.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { CodeField } from './code-field.tsx';
import { passkeysWork } from './passkey.ts';
import { usePasskey } from './use-passkey.ts';

interface Props {
  factors: readonly FactorKind[];
  onDone: (next: SignInStep) => void;
}

/** The second step of signing in: a passkey, a code of the app, or a recovery code. */
export function SecondFactor({ factors, onDone }: Props) {
  const [code, setCode] = useState('');
  const [recoveryCode, setRecoveryCode] = useState('');
  const [way, setWay] = useState<'factor' | 'recovery'>('factor');
  const pass = useChange(routes.passSecondFactor, { onDone });
  const passkey = usePasskey(
    () => call(routes.askForPasskey),
    (answer) => pass.mutate({ body: { passkey: answer } }),
  );
  const hasApp = factors.includes('totp');
  const hasPasskey = factors.includes('passkey');
  const problem = <ProblemNote problem={pass.error ?? passkey.problem} />;

  if (way === 'recovery')
    return (
      <Stacked
        onSubmit={() => pass.mutate({ body: { recoveryCode } })}
        other={{ does: 'Back to the code or passkey', run: () => setWay('factor') }}
      >
        <TextInput
          label="Recovery code"
          description="One of those you printed or wrote down; each works once"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={recoveryCode}
          onChange={({ currentTarget }) => setRecoveryCode(currentTarget.value)}
          required
          withAsterisk={false}
          autoFocus
        />
        <Button type="submit" size="sm" loading={pass.isPending}>
          Sign in
        </Button>
        {problem}
      </Stacked>
    );
  return (
    <Stacked
      onSubmit={() => hasApp && pass.mutate({ body: { code } })}
      {...(factors.includes('recovery-code')
        ? { other: { does: 'Use a recovery code', run: () => setWay('recovery') } }
        : {})}
    >
      <Text>One more step: show that it is you.</Text>
      {hasPasskey && (
        <Button
          size="sm"
          variant={hasApp ? 'default' : 'filled'}
          onClick={passkey.start}
          loading={passkey.busy}
          disabled={!passkeysWork}
        >
          Use a passkey
        </Button>
      )}
      {hasPasskey && !passkeysWork && <Text>Passkeys need https, or the computer Superbill runs on.</Text>}
      {hasApp && (
        <>
          <CodeField
            value={code}
            onChange={setCode}
            onWhole={(whole) => pass.mutate({ body: { code: whole } })}
            autoFocus
          />
          <Button type="submit" size="sm" loading={pass.isPending}>
            Sign in
          </Button>
        </>
      )}
      {problem}
    </Stacked>
  );
}

interface StackedProps {
  onSubmit: () => void;
  other?: { does: string; run: () => void };
  children: ReactNode;
}

function Stacked({ onSubmit, other, children }: StackedProps) {
  return (
    <form
      style={{ display: 'flex', flexDirection: 'column', gap: 12 }}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
      {other && (
        <Button variant="subtle" onClick={other.run}>
          {other.does}
        </Button>
      )}
    </form>
  );
}

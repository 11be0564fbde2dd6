import { Button, Text } from '@mantine/core';
import { routes, type SignInStep } from '@superbill/contract';
import { useState } from 'react';
import { PasskeySetup } from '../account/passkey-setup.tsx';
import { RecoveryCodes } from '../account/recovery-codes.tsx';
import { TotpSetup, useTotpStart } from '../account/totp-setup.tsx';
import { useChange } from '../api/use-change.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { passkeysWork } from './passkey.ts';

/** The practice wants a second factor and there is none yet: it is set up before the work begins. */
export function Enrol({ onDone }: { onDone: (next: SignInStep) => void }) {
  const [way, setWay] = useState<'totp' | 'passkey'>();
  const totpStart = useTotpStart();
  const [codes, setCodes] = useState<readonly string[]>();
  const finish = useChange(routes.finishEnrolment, { onDone });
  const kept = (given: readonly string[] | null) => (given ? setCodes(given) : finish.mutate({}));
  if (codes)
    return (
      <>
        <RecoveryCodes codes={codes} done="I keep them, go on" onDone={() => finish.mutate({})} />
        <ProblemNote problem={finish.error} />
      </>
    );
  if (way === 'totp') return <TotpSetup start={totpStart} onDone={kept} onClose={() => setWay(undefined)} />;
  if (way === 'passkey') return <PasskeySetup onDone={kept} onClose={() => setWay(undefined)} />;
  return (
    <>
      <Text>
        Your practice asks for a second step at sign-in, because your role opens patients' records or other
        people's access. It takes a minute, once.
      </Text>
      {passkeysWork && (
        <Button size="sm" onClick={() => setWay('passkey')}>
          Use this device or a security key
        </Button>
      )}
      <Button
        size="sm"
        variant={passkeysWork ? 'default' : 'filled'}
        onClick={() => {
          totpStart.mutate({});
          setWay('totp');
        }}
      >
        Use an authenticator app
      </Button>
      <ProblemNote problem={finish.error} />
    </>
  );
}

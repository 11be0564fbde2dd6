import { Button, Text } from '@mantine/core';
import { routes, type Session, type SignInStep } from '@superbill/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { useRead } from '../api/use-read.ts';
import { Card } from './card.tsx';
import { ProofForm } from './proof-form.tsx';
import { SecondFactor } from './second-factor.tsx';

interface Props {
  session: Pick<Session, 'user' | 'organization'>;
  busy: boolean;
  onOpen: () => void;
}

/** Who locked it, and how they get back; a session that ended meanwhile is begun again with the same password. */
export function LockScreen({ session: { user, organization }, busy, onOpen }: Props) {
  const [step, setStep] = useState<SignInStep>();
  const proceed = (next: SignInStep) => (next.step === 'signed-in' ? onOpen() : setStep(next));
  const open = useChange(routes.unlockSession, { onDone: onOpen });
  const signIn = useChange(routes.signIn, { onDone: proceed });
  const ways = useRead(routes.readProofWays, {});
  const hasEnded = [open.error, ways.error].some((problem) => problem?.code === 'session.needed');
  return (
    <Card title="Locked" claim={`${user.name} · ${organization.name}`}>
      {step?.step === 'second-factor' ? (
        <SecondFactor factors={step.factors} onDone={proceed} />
      ) : (
        <>
          <Text>
            {hasEnded
              ? 'Your session has ended meanwhile. Sign in again; what you typed is still here.'
              : 'What you were doing is still here.'}
          </Text>
          <ProofForm
            login={user.login}
            verb={hasEnded ? 'Sign in' : 'Unlock'}
            busy={busy || open.isPending || signIn.isPending}
            errand="unlock"
            leftBy={{ practice: organization.id, user: user.id }}
            onProvider={onOpen}
            problem={hasEnded ? signIn.error : open.error}
            onProof={(proof) =>
              hasEnded && 'password' in proof
                ? signIn.mutate({ body: { login: user.login, password: proof.password } })
                : open.mutate({ body: proof })
            }
          />
        </>
      )}
      <Button variant="subtle" component="a" href="/sign-in">
        Sign in as somebody else
      </Button>
    </Card>
  );
}

import { routes, type Session, type SignInStep } from '@superbill/contract';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { readKey } from '../api/use-read.ts';
import { Card } from './card.tsx';
import { Enrol } from './enrol.tsx';
import { SecondFactor } from './second-factor.tsx';

interface Props {
  onSignedIn: (session: Session) => void;
  /** The first step: it is told how to go on. */
  children: (proceed: (next: SignInStep) => void) => ReactNode;
}

/** A sign-in from its first step to the session, whatever lies between. */
export function SignInSteps({ onSignedIn, children }: Props) {
  const client = useQueryClient();
  const [step, setStep] = useState<SignInStep>();
  const proceed = (next: SignInStep) => {
    setStep(next);
    if (next.step !== 'signed-in') return;
    client.clear();
    client.setQueryData(readKey(routes.readSession, {}), next.session);
    onSignedIn(next.session);
  };
  if (step?.step === 'second-factor')
    return (
      <Card title="Sign in">
        <SecondFactor factors={step.factors} onDone={proceed} />
      </Card>
    );
  if (step?.step === 'enrol')
    return (
      <Card title="A second factor">
        <Enrol onDone={proceed} />
      </Card>
    );
  return children(proceed);
}

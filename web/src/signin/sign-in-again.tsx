import { Button, Group, Modal, PasswordInput, Text } from '@mantine/core';
import { routes, type Session, type SignInStep } from '@superbill/contract';
import { useEffect, useState } from 'react';
import { signInAgain } from '../api/asked-person.ts';
import { call } from '../api/call.ts';
import { useChange } from '../api/use-change.ts';
import { useRead } from '../api/use-read.ts';
import { ProblemNote } from '../ui/problem-note.tsx';
import { ProviderWindowButton } from './provider-window-button.tsx';
import { SecondFactor } from './second-factor.tsx';

interface Props {
  session: Session;
  /** Told when the person came back in another state than before. */
  onChanged: (session: Session) => void;
}

/** The session ended in the middle of work: asks for the password over the page, which stays as it is. */
export function SignInAgain({ session, onChanged }: Props) {
  const [answer, setAnswer] = useState<(came: boolean) => void>();
  const [password, setPassword] = useState('');
  const [step, setStep] = useState<SignInStep>();
  const { login, id: user } = session.user;
  const practice = session.organization.id;
  useEffect(() => signInAgain.onAsked(() => new Promise((resolve) => setAnswer(() => resolve))), []);

  const proceed = (next: SignInStep) => {
    setPassword('');
    setStep(next);
    if (next.step !== 'signed-in') return;
    const back = next.session;
    const settle = (now: Session) => {
      if (now.hat !== session.hat) onChanged(now);
      answer?.(true);
      setAnswer(undefined);
    };
    if (back.hat === session.hat || !back.roles.includes(session.hat)) return settle(back);
    void call(routes.switchHat, { body: { hat: session.hat } }).then(settle, () => settle(back));
  };
  const signIn = useChange(routes.signIn, { onDone: proceed });
  const options = useRead(
    routes.readSignInOptions,
    { query: { practice } },
    { enabled: answer !== undefined },
  );
  const provider = options.data?.identityProvider;
  const cameBack = () =>
    void call(routes.readSession).then((now) => proceed({ step: 'signed-in', session: now }), leave);

  const leave = () => {
    answer?.(false);
    setAnswer(undefined);
    setStep(undefined);
    signIn.reset();
  };
  if (step?.step === 'second-factor') {
    return (
      <Modal opened={answer !== undefined} onClose={leave} title="Sign in again" centered zIndex={500}>
        <SecondFactor factors={step.factors} onDone={proceed} />
      </Modal>
    );
  }
  return (
    <Modal opened={answer !== undefined} onClose={leave} title="Your session has ended" centered zIndex={500}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate({ body: { login, password } });
        }}
      >
        <Text mb="sm">Sign in again to go on. What you were doing is still here.</Text>
        <PasswordInput
          label={`Password of ${login}`}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          data-autofocus
          required
          mb="sm"
        />
        <ProblemNote problem={signIn.error} />
        <Group justify="flex-end" mt="md" gap="xs">
          {provider && (
            <ProviderWindowButton errand="again" leftBy={{ practice, user }} onDone={cameBack}>
              {`Sign in with ${provider.label}`}
            </ProviderWindowButton>
          )}
          <Button variant="default" component="a" href="/sign-in">
            Sign in as somebody else
          </Button>
          <Button type="submit" loading={signIn.isPending}>
            Sign in
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

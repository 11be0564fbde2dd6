import { Button, Text } from '@mantine/core';
import { type ResponseOf, routes, type SignInStep } from '@superbill/contract';
import { useState } from 'react';
import { useChange } from '../api/use-change.ts';
import { useRead } from '../api/use-read.ts';
import { useGo } from '../router/use-place.ts';
import { LoadingState } from '../ui/loading-state.tsx';
import { PageLink } from '../ui/page-link.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import { Card } from './card.tsx';
import { ChoosePassword, isLongEnough } from './choose-password.tsx';
import { takeToken } from './invitation-token.ts';
import style from './sign-in.module.css';
import { SignInSteps } from './sign-in-steps.tsx';

/** Where a one-time link leads: the person chooses a password and is signed in. */
export default function InvitationPage() {
  const go = useGo();
  const [token] = useState(() => takeToken() ?? '');
  const read = useRead(
    routes.readInvitation,
    { body: { token } },
    { enabled: token !== '', freshFor: Number.POSITIVE_INFINITY },
  );
  if (token === '' || read.error)
    return (
      <Card title="This link does not open">
        {read.error ? (
          <ProblemNote problem={read.error} />
        ) : (
          <Text>The link is not whole. Open it again from the letter, or copy all of it.</Text>
        )}
        <PageLink to="/sign-in">To the sign-in</PageLink>
      </Card>
    );
  const { data } = read;
  if (!data)
    return (
      <Card title="Welcome">
        <LoadingState lines={4} />
      </Card>
    );
  return (
    <SignInSteps onSignedIn={() => go('/')}>
      {(proceed) => <Choose invitation={data} token={token} onDone={proceed} />}
    </SignInSteps>
  );
}

interface ChooseProps {
  invitation: ResponseOf<typeof routes.readInvitation>;
  token: string;
  onDone: (next: SignInStep) => void;
}

function Choose({ invitation, token, onDone }: ChooseProps) {
  const { login, name, organization, purpose, shortest } = invitation;
  const [password, setPassword] = useState('');
  const accept = useChange(routes.acceptInvitation, { onDone });
  const refused = accept.error?.code.startsWith('password.') ? accept.error : undefined;
  return (
    <Card
      title={purpose === 'invite' ? `Welcome, ${name}` : 'A new password'}
      claim={
        purpose === 'invite' ? `${organization} invited you to Superbill.` : `For ${name} at ${organization}.`
      }
    >
      <form
        className={style.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isLongEnough(password, shortest)) accept.mutate({ body: { token, password } });
        }}
      >
        <div>
          <div className={style.small}>You sign in as</div>
          <strong>{login}</strong>
        </div>
        {/* Password managers keep the login beside the password. */}
        <input type="text" name="username" autoComplete="username" value={login} readOnly hidden />
        <ChoosePassword
          label="Choose a password"
          value={password}
          onChange={setPassword}
          shortest={shortest}
          error={refused && `${refused.message} ${refused.nextStep ?? ''}`}
          autoFocus
        />
        <Button
          type="submit"
          size="sm"
          loading={accept.isPending}
          disabled={!isLongEnough(password, shortest)}
        >
          Save and sign in
        </Button>
        <ProblemNote problem={refused ? null : accept.error} />
      </form>
    </Card>
  );
}

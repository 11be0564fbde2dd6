import { Button, Group } from '@mantine/core';
import { type ResponseOf, routes } from '@superbill/contract';
import { type ReactNode, useState } from 'react';
import { useChange, useRead, useSession } from '../../api/index.ts';
import { Facts, Panel, ProblemNote, ReadState, StatusBadge } from '../../ui/index.ts';
import { ProviderDialog } from './provider-dialog.tsx';

type Shown = ResponseOf<typeof routes.readIdentityProvider>['identityProvider'];
type Outcome = ResponseOf<typeof routes.tryIdentityProvider>['outcome'];

const outcomes: Record<Outcome, string> = {
  works: 'It works: the provider answers and knows this client.',
  'no-answer':
    'Nothing usable answers at the issuer. Compare the address with the one the provider shows; a provider in your own network has to be allowed by who runs Superbill (SUPERBILL_OIDC_IN_HOUSE).',
  'client-refused': 'The provider answers, but refuses this client id or secret. Enter both anew.',
};

/** Signing in with the organization's own identity provider (OpenID Connect). */
export function ProviderPanel() {
  const { may } = useSession();
  const [open, setOpen] = useState(false);
  const read = useRead(routes.readIdentityProvider, {});
  const provider = read.data?.identityProvider;
  return (
    <Panel
      title="Identity provider"
      tools={
        provider && (
          <StatusBadge tone={provider.enabled ? 'good' : 'still'}>
            {provider.enabled ? 'On' : 'Off'}
          </StatusBadge>
        )
      }
    >
      <ReadState read={read} lines={4}>
        {({ identityProvider }) => (
          <>
            <About provider={identityProvider} />
            {may('user.write') && (
              <Try provider={identityProvider}>
                <Button onClick={() => setOpen(true)}>{identityProvider ? 'Change' : 'Set up'}</Button>
              </Try>
            )}
            {open && <ProviderDialog provider={identityProvider} onClose={() => setOpen(false)} />}
          </>
        )}
      </ReadState>
    </Panel>
  );
}

function About({ provider }: { provider: Shown }) {
  if (!provider)
    return (
      <p style={{ margin: 0 }}>
        People can sign in with the account they have at your organization. Whoever was invited is found by
        the mail address that the provider has verified; nobody is added by signing in. At the provider,
        register a web client that may send people back to <code>{location.origin}/sign-in/return</code>.
      </p>
    );
  return (
    <Facts
      facts={[
        ['Name', provider.label],
        ['Issuer', provider.issuer],
        ['Client id', provider.clientId],
        ['Sends people back to', provider.returnUrl],
      ]}
    />
  );
}

function Try({ provider, children }: { provider: Shown; children: ReactNode }) {
  const attempt = useChange(routes.tryIdentityProvider);
  return (
    <>
      <Group gap="xs" mt="md">
        {children}
        {provider && (
          <Button variant="default" loading={attempt.isPending} onClick={() => attempt.mutate({})}>
            Try the connection
          </Button>
        )}
      </Group>
      {attempt.data && (
        <p role="status" style={{ marginBottom: 0 }}>
          {outcomes[attempt.data.outcome]}
        </p>
      )}
      <ProblemNote problem={attempt.error} />
    </>
  );
}

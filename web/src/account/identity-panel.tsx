import { Button, Modal, Text } from '@mantine/core';
import { type OwnAccount, routes } from '@superbill/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useChange } from '../api/index.ts';
import { ProviderWindowButton } from '../signin/provider-window-button.tsx';
import { ConfirmDialog, InstantText, Panel, toast } from '../ui/index.ts';
import style from './account.module.css';
import { identityName } from './identity-name.ts';

/** The account at the practice's identity provider that signs in here: linked and unlinked by its owner. */
export function IdentityPanel({ account: { identities, identityProvider } }: { account: OwnAccount }) {
  const client = useQueryClient();
  const [open, setOpen] = useState<'link' | { unlink: string; name: string }>();
  const close = () => setOpen(undefined);
  const read = () => client.invalidateQueries({ queryKey: [routes.readOwnAccount.path] });
  const unlink = useChange(routes.unlinkOwnIdentity, {
    invalidates: [routes.readOwnAccount, routes.listOwnSessions],
    onDone: () => {
      toast({ message: 'The account is unlinked.' });
      close();
    },
  });
  const mayLink = identityProvider && !identities.some(({ issuer }) => issuer === identityProvider.issuer);
  if (!mayLink && identities.length === 0) return null;
  return (
    <Panel title="Your organization’s account">
      <ul className={style.rows} aria-label="Linked accounts">
        {identities.map(({ id, issuer, linkedAt }) => (
          <li key={id}>
            <span>{identityName(issuer, identityProvider)}</span>
            <span className={style.quiet}>
              linked <InstantText at={linkedAt} />
            </span>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => setOpen({ unlink: id, name: identityName(issuer, identityProvider) })}
            >
              Unlink
            </Button>
          </li>
        ))}
        {mayLink && (
          <li>
            <span>{identityProvider.label}</span>
            {/* Reading anew asks for the proof that linking wants, here and not in the window. */}
            <Button size="compact-xs" onClick={() => void read().then(() => setOpen('link'))}>
              Link
            </Button>
          </li>
        )}
      </ul>
      {identityProvider && (
        <Modal
          opened={open === 'link'}
          onClose={close}
          title={`Link your account at ${identityProvider.label}`}
        >
          <div className={style.setup}>
            <Text>
              You sign in there once more, so that it is known to be yours. From then on it signs you in here.
            </Text>
            <ProviderWindowButton
              errand="link"
              first
              onDone={() => {
                toast({ message: 'The account is linked.' });
                close();
                void read();
              }}
            >
              {`Go to ${identityProvider.label}`}
            </ProviderWindowButton>
          </div>
        </Modal>
      )}
      {typeof open === 'object' && (
        <ConfirmDialog
          open
          title={`Unlink ${open.name}?`}
          confirm="Unlink"
          busy={unlink.isPending}
          problem={unlink.error}
          onConfirm={() => unlink.mutate({ params: { identityId: open.unlink } })}
          onClose={close}
        >
          It signs you in no longer, and your other sessions that it opened end.
        </ConfirmDialog>
      )}
    </Panel>
  );
}

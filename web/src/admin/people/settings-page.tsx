import { Button, Checkbox, Stack } from '@mantine/core';
import { type ResponseOf, type Role, roleNames, roles, routes } from '@superbill/contract';
import { useEffect, useState } from 'react';
import { useChange, useRead, useSession } from '../../api/index.ts';
import { idleMinutes } from '../../signin/idle.ts';
import { Page, Panel, ProblemNote, ReadState, toast, toastProblem } from '../../ui/index.ts';
import { SectionLinks } from '../section-links.tsx';
import { ProviderPanel } from './provider-panel.tsx';

type Settings = ResponseOf<typeof routes.readSecuritySettings>;

/** What the practice asks of its people when they sign in. */
export default function SettingsPage() {
  const read = useRead(routes.readSecuritySettings, {});
  return (
    <Page title="Sign-in settings">
      <SectionLinks of="people" />
      <Panel title="Second step">
        <ReadState read={read} lines={7}>
          {(settings) => <SecondFactor settings={settings} />}
        </ReadState>
      </Panel>
      <ProviderPanel />
      <Panel title="Locking">
        <p style={{ margin: 0 }}>
          After {idleMinutes} minutes without a key or a movement the page is covered and the session locked;
          what was typed stays. After 30 minutes the session ends.
        </p>
      </Panel>
    </Page>
  );
}

function SecondFactor({ settings }: { settings: Settings }) {
  const { may } = useSession();
  const [chosen, setChosen] = useState<readonly Role[]>(settings.secondFactorRoles);
  useEffect(() => setChosen(settings.secondFactorRoles), [settings]);
  const undo = useChange(routes.changeSecuritySettings, { invalidates: [routes.readSecuritySettings] });
  const change = useChange(routes.changeSecuritySettings, {
    invalidates: [routes.readSecuritySettings],
    onDone: ({ rowVersion }) =>
      toast({
        message: 'Saved. It holds from the next sign-in on.',
        undo: () =>
          undo.mutate(
            { body: { secondFactorRoles: settings.secondFactorRoles, rowVersion } },
            { onError: toastProblem },
          ),
      }),
  });
  const same = roles.every((role) => chosen.includes(role) === settings.secondFactorRoles.includes(role));
  return (
    <>
      <Checkbox.Group
        label="Roles that must have one"
        description="Whoever has none yet is asked to set one up at the next sign-in: an authenticator app or a passkey"
        value={[...chosen]}
        onChange={(value) => setChosen(roles.filter((role) => value.includes(role)))}
      >
        <Stack gap={12} mt={10}>
          {roles.map((role) => (
            <Checkbox key={role} value={role} label={roleNames[role]} disabled={!may('user.write')} />
          ))}
        </Stack>
      </Checkbox.Group>
      <ProblemNote problem={change.error} />
      {may('user.write') && (
        <Button
          mt="md"
          disabled={same}
          loading={change.isPending}
          onClick={() =>
            change.mutate({ body: { secondFactorRoles: [...chosen], rowVersion: settings.rowVersion } })
          }
        >
          Save
        </Button>
      )}
    </>
  );
}

import { Button, Group } from '@mantine/core';
import { roleNames } from '@superbill/contract';
import type { ReactNode } from 'react';
import { useSession } from '../api/use-session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page } from '../ui/page.tsx';
import { PageBones } from '../ui/page-bones.tsx';
import { mayOpen, type PageRoute } from './page-route.ts';
import { homes } from './places.ts';
import { useGo } from './use-place.ts';

/** A page the hat may not open says so, instead of failing on its first request. */
export function PageGate({ page, children }: { page: PageRoute; children: ReactNode }) {
  const { session, changing, switchHat } = useSession();
  const go = useGo();
  if (changing) return <PageBones />;
  if (mayOpen(page, session.permissions)) return children;
  const others = session.roles.filter((role) => role !== session.hat);
  return (
    <Page title={page.title}>
      <EmptyState
        title={`The ${roleNames[session.hat].toLowerCase()} hat does not open this page.`}
        hint="Each hat sees what its job needs. Your administrator gives out hats."
      >
        <Group gap="xs">
          <Button onClick={() => go(homes[session.hat])}>To my work</Button>
          {others.map((role) => (
            <Button key={role} variant="default" onClick={() => void switchHat(role)}>
              Put on the {roleNames[role].toLowerCase()} hat
            </Button>
          ))}
        </Group>
      </EmptyState>
    </Page>
  );
}

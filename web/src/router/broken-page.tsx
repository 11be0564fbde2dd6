import { Button } from '@mantine/core';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { EmptyState } from '../ui/empty-state.tsx';

/** A page that threw, or whose file could not be fetched after an update. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  return (
    <main role="alert">
      <EmptyState title="This page failed." hint={error instanceof Error ? error.message : String(error)}>
        <Button variant="default" onClick={reset}>
          Try again
        </Button>
        <Button variant="default" onClick={() => location.reload()}>
          Load the page again
        </Button>
      </EmptyState>
    </main>
  );
}

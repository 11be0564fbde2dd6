import { Button } from '@mantine/core';
import { routes } from '@superbill/contract';
import { useChange, useRead } from '../api/index.ts';
import { Panel, ReadState, toast, toastProblem } from '../ui/index.ts';
import { SessionList } from './session-list.tsx';

/** Where the person is signed in; a session they do not know can be ended here. */
export function SessionsPanel() {
  const read = useRead(routes.listOwnSessions, {});
  const end = useChange(routes.endOwnSession, {
    invalidates: [routes.listOwnSessions],
    onDone: () => toast({ message: 'The session is ended.' }),
  });
  const endOthers = useChange(routes.endOtherSessions, {
    invalidates: [routes.listOwnSessions],
    onDone: ({ ended }) =>
      toast({ message: `${ended === 1 ? 'One session is' : `${ended} sessions are`} ended.` }),
  });
  const others = read.data?.sessions.some(({ current }) => !current) ?? false;
  return (
    <Panel
      title="Where you are signed in"
      tools={
        others && (
          <Button
            size="compact-xs"
            variant="subtle"
            loading={endOthers.isPending}
            onClick={() => endOthers.mutate({}, { onError: toastProblem })}
          >
            End all others
          </Button>
        )
      }
    >
      <ReadState read={read} lines={3}>
        {({ sessions }) => (
          <SessionList
            sessions={sessions}
            onEnd={({ id }) => end.mutate({ params: { sessionId: id } }, { onError: toastProblem })}
          />
        )}
      </ReadState>
    </Panel>
  );
}

import { type Encounter, routes } from '@superbill/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useRead } from '../api/index.ts';
import { usePathPart } from '../router/use-place.ts';
import { FailedState, LoadingState, Page } from '../ui/index.ts';
import { useWorkOn } from '../workload/use-work-on.ts';
import { Workspace } from './workspace.tsx';

/** Codes one visit: the record at the left, the codes at the right. */
export default function WorkspacePage() {
  const encounterId = usePathPart('encounterId');
  useWorkOn('code-visit', encounterId);
  const params = { encounterId };
  const visit = useRead(routes.readEncounter, { params });
  const proposals = useRead(
    routes.suggestCodes,
    { params },
    { enabled: visit.data !== undefined, freshFor: Number.POSITIVE_INFINITY },
  );
  useFreshSuggestions(visit.data);

  if (!visit.data) {
    return (
      <Page title="Coding a visit" fill>
        {visit.error ? (
          <FailedState problem={visit.error} retry={visit.refetch} />
        ) : (
          <LoadingState lines={14} label="Loading the record" />
        )}
      </Page>
    );
  }
  return <Workspace key={encounterId} encounter={visit.data} proposals={proposals} />;
}

/** A record that grew, by an answer or a late result, is read for suggestions again. */
function useFreshSuggestions(encounter: Encounter | undefined) {
  const client = useQueryClient();
  const known = useRef<{ id: string; documents: string } | undefined>(undefined);
  useEffect(() => {
    if (!encounter) return;
    const { id } = encounter;
    const documents = encounter.documents.map((each) => `${each.id} ${each.version}`).join(' ');
    const before = known.current;
    known.current = { id, documents };
    if (before?.id === id && before.documents !== documents) {
      void client.invalidateQueries({ queryKey: [routes.suggestCodes.path] });
    }
  }, [encounter, client]);
}

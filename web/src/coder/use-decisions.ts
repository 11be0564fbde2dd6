import { type Encounter, type ResponseOf, routes } from '@superbill/contract';
import type { Instant } from '@superbill/engines/model';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { isProblem, useSession } from '../api/index.ts';
import { readKey } from '../api/use-read.ts';
import { toast, toastProblem } from '../ui/index.ts';
import { applyAll, type Change, type Coding, inverseOf, pendingId } from './coding-state.ts';
import type { Cursor } from './cursor.ts';
import { type CodeRows, sendChange } from './send-change.ts';

type Suggestions = ResponseOf<typeof routes.suggestCodes>;

/** A decision that can be taken back. */
interface Decision {
  /** What was done: `I10 accepted.` */
  says: string;
  back: readonly Change[];
  /** Where the cursor stood. */
  at: Cursor | undefined;
}

export interface Decisions {
  /** The coding with every decision in it, those still under way too. */
  coding: Coding;
  decide: (changes: readonly Change[], says: string, at?: Cursor, offerUndo?: boolean) => void;
  /** Takes the last decision back and tells where the cursor stood; undefined when there is none. */
  undo: () => Cursor | undefined;
  /** The last thing done, for the line below the lists. */
  last: string | undefined;
  /** Waits until everything decided has been stored, or refused. */
  stored: () => Promise<void>;
}

/**
 * The decisions on a visit. Each shows at once and is sent behind the coder's back, in order. When all are
 * stored the visit is read again; when one is refused, those after it are dropped, the refusal is told and
 * the visit is read again, so that what is seen is what is stored.
 */
export function useDecisions(encounter: Encounter, proposals: Suggestions | undefined): Decisions {
  const client = useQueryClient();
  const { session } = useSession();
  const [unsettled, setUnsettled] = useState<readonly Change[]>([]);
  const done = useRef<readonly Decision[]>([]);
  const [last, setLast] = useState<string>();
  const line = useRef({ tail: Promise.resolve(), waiting: 0, round: 0, changes: [] as readonly Change[] });
  const rows = useRef<CodeRows>(new Map());
  const stamp = { by: session.user.name, at: new Date().toISOString() as Instant };
  const { id: encounterId, codes } = encounter;
  const params = { encounterId };

  const server = useMemo<Coding>(
    () => ({ codes, suggestions: proposals?.suggestions ?? [] }),
    [codes, proposals],
  );
  const coding = applyAll(server, unsettled, stamp);

  useEffect(() => {
    // While changes are under way their own answers know the rows better.
    if (line.current.waiting === 0) rows.current = knownRows(codes);
  }, [codes]);

  function lay(changes: readonly Change[]) {
    line.current.changes = changes;
    setUnsettled(changes);
  }

  function send(changes: readonly Change[]) {
    const { current } = line;
    const { round } = current;
    lay([...current.changes, ...changes]);
    current.waiting += 1;
    current.tail = current.tail
      .then(async () => {
        for (const change of changes) {
          if (current.round !== round) return;
          await sendChange(encounterId, change, rows.current);
        }
      })
      .catch((error: unknown) => refused(error))
      .then(() => {
        current.waiting -= 1;
        if (current.waiting === 0) return settle();
      });
  }

  function refused(error: unknown) {
    line.current.round += 1;
    done.current = [];
    setLast(undefined);
    lay([]);
    if (!isProblem(error)) throw error;
    toastProblem(error);
    void client.invalidateQueries({ queryKey: readKey(routes.suggestCodes, { params }) });
  }

  /** Reads again, then lets go of the changes that the answer holds; later ones stay laid over it. */
  async function settle() {
    const held = line.current.changes;
    await client.invalidateQueries({ queryKey: readKey(routes.readEncounter, { params }) });
    void client.invalidateQueries({ queryKey: [routes.listEncounters.path] });
    const fresh = client.getQueryData<Encounter>(readKey(routes.readEncounter, { params }))?.codes ?? codes;
    if (line.current.waiting === 0) rows.current = knownRows(fresh);
    client.setQueryData<Suggestions>(readKey(routes.suggestCodes, { params }), (now) => {
      if (!now) return now;
      const { suggestions } = applyAll({ codes: fresh, suggestions: now.suggestions }, held, stamp);
      return { ...now, suggestions: [...suggestions] };
    });
    if (line.current.changes.length >= held.length) lay(line.current.changes.slice(held.length));
  }

  function takeBack(decision: Decision) {
    if (!done.current.includes(decision)) return;
    done.current = done.current.filter((each) => each !== decision);
    setLast(`Taken back: ${decision.says}`);
    send(decision.back);
  }

  return {
    coding,
    decide(changes, says, at, offerUndo = false) {
      if (changes.length === 0) return;
      const decision: Decision = { says, back: inverseOf(coding, changes, stamp), at };
      done.current = [...done.current, decision];
      setLast(says);
      send(changes);
      if (offerUndo) toast({ message: says, undo: () => takeBack(decision) });
    },
    undo() {
      const decision = done.current.at(-1);
      if (!decision) {
        setLast('Nothing to take back.');
        return undefined;
      }
      takeBack(decision);
      return decision.at;
    },
    last,
    stored: () => line.current.tail,
  };
}

function knownRows(codes: Encounter['codes']): CodeRows {
  return new Map(codes.filter(({ id }) => id !== pendingId).map(({ code, id }) => [code, id]));
}

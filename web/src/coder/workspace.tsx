import { Button } from '@mantine/core';
import { type Encounter, type ResponseOf, routes } from '@superbill/contract';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { type ApiProblem, useRead, useSession } from '../api/index.ts';
import { RecordPane } from '../record/record-pane.tsx';
import { places } from '../router/places.ts';
import { useGo } from '../router/use-place.ts';
import { AddDocumentDialog, KeyHint, Page, personName, toast, useKeys, WhyDrawer } from '../ui/index.ts';
import { AskDialog } from './ask-dialog.tsx';
import { CodesPane } from './codes-pane.tsx';
import { pendingId } from './coding-state.ts';
import { nextVisit } from './desks.ts';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { stillToAsk } from './query-draft.ts';
import { SplitPane } from './split-pane.tsx';
import { useCodeSearch } from './use-code-search.ts';
import { useDecisions } from './use-decisions.ts';
import { useExcludes } from './use-excludes.ts';
import { useWorkspace } from './use-workspace.ts';
import { VisitHead } from './visit-head.tsx';
import style from './workspace.module.css';

interface Props {
  encounter: Encounter;
  proposals: UseQueryResult<ResponseOf<typeof routes.suggestCodes>, ApiProblem>;
}

type Dialog = 'ask' | 'hand-over' | 'why' | 'document';

/** One visit being coded. Every act has a key; `?` lists them. */
export function Workspace({ encounter, proposals }: Props) {
  const go = useGo();
  const { may } = useSession();
  const [dialog, setDialog] = useState<Dialog>();
  const [tall, setTall] = useState(false);
  const { id, queue, patient, serviceDate, returnReason } = encounter;
  const stands = queue === 'coding' || queue === 'query';
  const mayCode = may('coding.write') && stands;
  const mayAsk = may('query.ask') && stands;
  const mayAdd = may('document.write') && (stands || queue === 'documentation');

  const decisions = useDecisions(encounter, proposals.data);
  const search = useCodeSearch(
    serviceDate,
    decisions.coding.codes.map(({ code }) => code),
  );
  const work = useWorkspace(encounter, decisions, search);
  const { cursor, suggestion, tying, picked } = work;
  const { coding } = decisions;
  const excludes = useExcludes(coding, cursor, serviceDate);
  const code = coding.codes.find((each) => each.code === cursor?.code);
  const onCode = cursor?.list === 'codes' && mayCode;
  const mayWhy = code !== undefined && code.id !== pendingId && may('trace.read');
  const raised = stillToAsk(proposals.data?.queries ?? [], encounter.queries).length;

  const others = useRead(
    routes.listEncounters,
    { body: { queue: 'coding', limit: 500 } },
    { enabled: may('coding.write') },
  );
  const next = nextVisit(others.data?.encounters ?? [], id);
  const openNext = () => go(next ? places.coding(next.id) : '/coding');

  useKeys([
    { key: 'j', does: 'Go down', run: () => work.move(1) },
    { key: 'k', does: 'Go up', run: () => work.move(-1) },
    {
      key: 'a',
      does: 'Accept the suggestion',
      disabled: !mayCode || !suggestion || suggestion.decision === 'accepted',
      run: () => work.accept(),
    },
    {
      key: 'r',
      does: 'Reject the suggestion',
      disabled: !mayCode || !suggestion || suggestion.decision === 'rejected',
      run: () => work.reject(),
    },
    ...work.alternatives.map((alternative, place) => ({
      key: String(place + 1),
      disabled: !mayCode,
      does: `Choose ${alternative.code} instead`,
      run: () => work.choose(alternative),
    })),
    { key: 'u', does: 'Undo the last decision', disabled: !mayCode, run: work.undo },
    { key: 'e', does: 'Show the words, then the next ones', disabled: !cursor, run: work.nextSpan },
    { key: 'i', does: 'Open the tabular notes', run: () => setTall(!tall) },
    { key: '/', does: 'Search the code set', disabled: !mayCode, run: work.enterSearch },
    {
      key: 'alt+ArrowUp',
      does: 'Move the code up',
      disabled: !onCode,
      run: () => cursor && work.reorder(cursor.code, -1),
    },
    {
      key: 'alt+ArrowDown',
      does: 'Move the code down',
      disabled: !onCode,
      run: () => cursor && work.reorder(cursor.code, 1),
    },
    {
      key: 'Delete',
      does: 'Take the code off',
      disabled: !onCode,
      run: () => cursor && work.remove(cursor.code),
    },
    { key: 'w', does: 'Why this code?', disabled: !mayWhy, run: () => setDialog('why') },
    { key: 'q', does: 'Ask the physician', disabled: !mayAsk, run: () => setDialog('ask') },
    { key: 'h', does: 'Hand over to the biller', disabled: !mayCode, run: () => setDialog('hand-over') },
    { key: 'd', does: 'Add a document', disabled: !mayAdd, run: () => setDialog('document') },
    { key: 'n', does: 'Open the next visit', disabled: !next, run: openNext },
    { key: 'Enter', does: 'Assign the code to the words', disabled: !tying || !picked, run: work.tie },
    { key: 'Escape', does: 'Leave search or notes', run: () => (tall ? setTall(false) : work.leaveSearch()) },
  ]);

  const pane = useRef<HTMLDivElement>(null);
  const { focusRow } = work;
  const row = cursor && `${cursor.list} ${cursor.code}`;
  // The row stood on is kept in sight, and has the focus when a key led there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: jump changes with every key that moves, tall with the room there is
  useEffect(() => {
    const element = pane.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(row ?? '')}"]`);
    if (!element) return;
    const at = document.activeElement;
    const idle = at === document.body || at?.tagName === 'H1' || at?.matches('[data-row]');
    if (focusRow.current || idle) element.focus({ preventScroll: true });
    focusRow.current = false;
    element.scrollIntoView({ block: 'nearest' });
  }, [row, work.jump, tall]);

  return (
    <Page
      title={personName(patient)}
      fill
      detail={<VisitHead encounter={encounter} />}
      toolbar={
        <>
          {mayAsk && (
            <Button variant="default" onClick={() => setDialog('ask')} rightSection={<KeyHint keys="q" />}>
              Ask the physician{raised > 0 && ` (${raised})`}
            </Button>
          )}
          {mayCode && (
            <Button onClick={() => setDialog('hand-over')} rightSection={<KeyHint keys="h" />}>
              Hand over
            </Button>
          )}
        </>
      }
    >
      {returnReason && stands && <p className={style.reason}>It came back: {returnReason}</p>}
      {!stands && (
        <p className={style.reason}>
          {queue === 'documentation'
            ? 'This visit waits for its note.'
            : 'Handed over: this is to read only.'}
        </p>
      )}
      <div ref={pane} className={style.frame}>
        <SplitPane
          side={work.side}
          onSide={work.setSide}
          record={
            <RecordPane
              encounter={encounter}
              marks={work.marks}
              active={work.active}
              jump={work.jump}
              onMark={work.openMark}
              {...(mayCode ? { onPick: work.pick } : {})}
              tools={
                mayAdd && (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    onClick={() => setDialog('document')}
                    rightSection={<KeyHint keys="d" />}
                  >
                    Add
                    <span className="sb-hidden"> a document</span>
                  </Button>
                )
              }
            />
          }
          codes={
            <CodesPane
              encounter={encounter}
              proposals={proposals}
              decisions={decisions}
              search={search}
              work={work}
              excludes={excludes}
              mayCode={mayCode}
              tall={tall}
              onTall={setTall}
            />
          }
        />
      </div>
      {dialog === 'document' && <AddDocumentDialog encounterId={id} onClose={() => setDialog(undefined)} />}
      {dialog === 'ask' && (
        <AskDialog
          encounter={encounter}
          proposals={proposals.data?.queries ?? []}
          evidence={work.words.slice(0, 20)}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'hand-over' && (
        <HandOverDialog
          encounter={encounter}
          coding={coding}
          conflicts={excludes.conflicts}
          stored={decisions.stored}
          onClose={() => setDialog(undefined)}
          onDone={() => {
            const name = personName(patient);
            toast({
              message: next ? `${name} is handed over. This is the next visit.` : `${name} is handed over.`,
            });
            openNext();
          }}
        />
      )}
      {code && code.id !== pendingId && (
        <WhyDrawer
          kind="code"
          id={code.id}
          about={code.code}
          open={dialog === 'why'}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Page>
  );
}

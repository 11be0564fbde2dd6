import { Button } from '@mantine/core';
import { routes } from '@superbill/contract';
import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useRead, useSession } from '../../api/index.ts';
import { useSearchPart } from '../../router/use-place.ts';
import { FailedState, KeyHint, Page, useKeys } from '../../ui/index.ts';
import { useListKeys } from '../use-list-keys.ts';
import { usePace } from '../use-pace.ts';
import { ViewTabs } from '../view-tabs.tsx';
import { FileDrawer, type Looked } from './file-drawer.tsx';
import style from './files.module.css';
import { ReceivedFiles } from './received-files.tsx';
import { SendingBanner } from './sending-banner.tsx';
import { SentFiles } from './sent-files.tsx';
import { TakenFiles } from './taken-files.tsx';
import { useUpload } from './use-upload.ts';

/** What went to payers and what came from them; what waits for a person stands on top. */
export default function FilesPage() {
  const { may } = useSession();
  const mayWrite = may('file.write');
  const [kept, keep] = useSearchPart('view');
  const view = kept === 'sent' ? 'sent' : 'received';
  const [fileId, setFileId] = useSearchPart('file');
  const { received, sent } = useFiles();
  const read = view === 'sent' ? sent : received;
  const inbound = received.data?.files;
  const interchanges = sent.data?.interchanges;
  const upload = useUpload();
  const field = useRef<HTMLInputElement>(null);
  const choose = () => field.current?.click();
  const firstWaiting = inbound?.find(({ state }) => state === 'waiting');
  useListKeys();
  useKeys([
    { key: 'n', does: 'Take in a file', disabled: !mayWrite, run: choose },
    {
      key: 'w',
      does: 'Look at the first file that waits',
      disabled: view === 'sent' || !firstWaiting,
      run: () => setFileId(firstWaiting?.id),
    },
  ]);
  const looked = fileId === undefined ? undefined : lookedAt(view, fileId, inbound, interchanges);
  return (
    <Page
      title="Files"
      fill
      detail={mayWrite ? 'Drop a file from a payer on this page, or choose it: up to 20 MB each.' : undefined}
      toolbar={
        mayWrite && (
          <>
            <input
              ref={field}
              type="file"
              multiple
              hidden
              aria-label="Files from a payer"
              onChange={({ currentTarget }) => {
                void upload.upload([...(currentTarget.files ?? [])]);
                // The same file may be chosen again.
                currentTarget.value = '';
              }}
            />
            <Button
              variant="default"
              loading={upload.busy}
              onClick={choose}
              rightSection={<KeyHint keys="n" />}
            >
              Take in a file
            </Button>
          </>
        )
      }
    >
      <DropZone disabled={!mayWrite} onFiles={(files) => void upload.upload(files)}>
        <SendingBanner files={interchanges} />
        <TakenFiles taken={upload.taken} onView={setFileId} onForget={upload.forget} />
        <ViewTabs
          label="Files"
          value={view}
          onChange={(next) => keep(next === 'sent' ? 'sent' : undefined)}
          tabs={[
            { value: 'received', name: 'Received', count: inbound?.length },
            { value: 'sent', name: 'Sent', count: interchanges?.length },
          ]}
        >
          {read.isLoadingError ? (
            <FailedState problem={read.error} retry={read.refetch} />
          ) : view === 'sent' ? (
            <SentFiles files={interchanges} onView={setFileId} />
          ) : (
            <ReceivedFiles files={inbound} onView={setFileId} />
          )}
        </ViewTabs>
      </DropZone>
      {looked && <FileDrawer key={looked.id} looked={looked} onClose={() => setFileId(undefined)} />}
    </Page>
  );
}

/** Both lists, read again while a payer's answer is awaited. */
function useFiles() {
  const [underWay, setUnderWay] = useState(false);
  const pace = usePace(underWay);
  const every = pace === undefined ? {} : { every: pace };
  const received = useRead(routes.listInboundFiles, { query: { limit: 500 } }, every);
  const sent = useRead(routes.listInterchanges, { query: { limit: 500 } }, every);
  const unanswered = sent.data?.interchanges.some(({ state }) => state === 'sent' || state === 'prepared');
  useEffect(() => setUnderWay(unanswered === true), [unanswered]);
  return { received, sent };
}

function lookedAt(
  view: 'received' | 'sent',
  id: string,
  inbound: readonly NonNullable<Extract<Looked, { kind: 'received' }>['file']>[] = [],
  interchanges: readonly NonNullable<Extract<Looked, { kind: 'sent' }>['file']>[] = [],
): Looked {
  return view === 'sent'
    ? { kind: 'sent', id, file: interchanges.find((file) => file.id === id) }
    : { kind: 'received', id, file: inbound.find((file) => file.id === id) };
}

interface DropZoneProps {
  disabled: boolean;
  onFiles: (files: readonly File[]) => void;
  children: ReactNode;
}

/** Takes files that are dropped anywhere on it; a second way, beside the button. */
function DropZone({ disabled, onFiles, children }: DropZoneProps) {
  const [over, setOver] = useState(false);
  const holdsFiles = (event: DragEvent) => !disabled && event.dataTransfer.types.includes('Files');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: by keyboard files are chosen with the button
    <div
      className={over ? `${style.page} ${style.over}` : style.page}
      onDragOver={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onFiles([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over && (
        <p className={style.drop} aria-hidden>
          Drop the file to take it in
        </p>
      )}
    </div>
  );
}

import { type InboundFileView, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange } from '../../api/index.ts';

/** Hands files over to the server one after the other; `taken` is what became of each. */
export function useUpload() {
  const [taken, setTaken] = useState<readonly InboundFileView[]>([]);
  const [unreadable, setUnreadable] = useState<string>();
  const receive = useChange(routes.receiveFile, {
    invalidates: [
      routes.listInboundFiles,
      routes.listInterchanges,
      routes.listRemits,
      routes.listClaims,
      routes.readClaim,
      routes.listEncounters,
      routes.readEncounter,
    ],
    onDone: (file) => setTaken((earlier) => [...earlier, file]),
  });
  const { mutateAsync } = receive;

  async function upload(files: readonly File[]) {
    setTaken([]);
    setUnreadable(undefined);
    for (const file of files) {
      const content = await file.text();
      if (content === '') {
        setUnreadable(file.name);
        continue;
      }
      // A refusal is shown by `problem`; the files after it are still handed over.
      await mutateAsync({ body: { fileName: file.name, content } }).catch(() => undefined);
    }
  }
  return { upload, taken, unreadable, busy: receive.isPending, problem: receive.error };
}

import { Button, Modal } from '@mantine/core';
import { routes } from '@superbill/contract';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useSession } from '../api/use-session.ts';
import { editionName, editionWarning } from './edition-warning.ts';
import { KeyHint } from './key-hint.tsx';
import { ReadState } from './read-state.tsx';
import style from './status-line.module.css';
import { useEditionInUse } from './use-edition-in-use.ts';

/** One line below every page, always there: which code set answers, said plainly when it is not the full one. */
export function StatusLine() {
  const { may } = useSession();
  return (
    <footer className={style.line}>
      {may('code-set.read') && <CodeSetInUse />}
      <span className={style.keys}>
        <KeyHint keys="?" /> keys · <KeyHint keys="mod+k" /> anything
      </span>
    </footer>
  );
}

function CodeSetInUse() {
  const [open, setOpen] = useState(false);
  const { data, error } = useEditionInUse('icd10cm');
  if (!data && !error) return <span>Code set …</span>;
  const warning = data ? editionWarning(data.edition) : error?.message;
  if (data && warning === undefined) return <span>{editionName(data.edition)}</span>;
  return (
    <>
      <span className={style.warn}>{warning}</span>
      <Button size="compact-xs" variant="default" className={style.button} onClick={() => setOpen(true)}>
        {data?.edition.outOfDate && !data.edition.starter ? 'Import a newer one' : 'Import the full set'}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title="Import a code set" size="lg">
        <HowToImport />
      </Modal>
    </>
  );
}

function HowToImport() {
  const read = useRead(routes.listEditions, {});
  return (
    <ReadState read={read} lines={2}>
      {({ howToImport }) => <p className={style.how}>{howToImport}</p>}
    </ReadState>
  );
}

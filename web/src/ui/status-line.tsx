import { Button, Modal } from '@mantine/core';
import { type EditionView, routes } from '@superbill/contract';
import { useState } from 'react';
import { useRead } from '../api/use-read.ts';
import { useSession } from '../api/use-session.ts';
import { editionOn, editionWarning, systemNames } from './edition-notice.ts';
import { KeyHint } from './key-hint.tsx';
import style from './status-line.module.css';
import { today } from './today.ts';

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
  const read = useRead(routes.listEditions, {}, { freshFor: 60_000 });
  if (read.error) return <span className={style.warn}>Which code set is in use could not be read.</span>;
  if (!read.data) return <span>Code set …</span>;

  const { editions, howToImport } = read.data;
  const used = editionOn(editions, 'icd10cm', today());
  const warning = used ? editionWarning(used.edition, used.outOfDate) : 'No diagnosis code set is loaded.';
  if (!warning) return <span>{used && wording(used.edition)}</span>;
  return (
    <>
      <span className={style.warn}>{warning}</span>
      <Button size="compact-xs" variant="default" onClick={() => setOpen(true)}>
        Import the full set
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title="Import the full code set" size="lg">
        <p className={style.how}>{howToImport}</p>
      </Modal>
    </>
  );
}

function wording({ system, edition, codes }: EditionView): string {
  return `${systemNames[system]} ${edition}, ${codes.toLocaleString('en-US')} codes`;
}

import { Button, Drawer } from '@mantine/core';
import type { TraceNode } from '@superbill/contract';
import { useState } from 'react';
import { useSession } from '../api/use-session.ts';
import { WhyThread } from './why-thread.tsx';

interface Props {
  kind: TraceNode['kind'];
  id: string;
  /** What is asked about, for the name of the button: `I10`, `the charge 99213`. */
  about: string;
}

/** "Why?": opens the thread from the physician's sentence to the bill, wherever in it this stands. */
export function Why({ kind, id, about }: Props) {
  const [open, setOpen] = useState(false);
  const { may } = useSession();
  if (!may('trace.read')) return null;
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        aria-label={`Why? ${about}`}
        onClick={(event) => {
          event.stopPropagation();
          setOpen(true);
        }}
      >
        Why?
      </Button>
      <WhyDrawer kind={kind} id={id} about={about} open={open} onClose={() => setOpen(false)} />
    </>
  );
}

/** The drawer alone, for pages that open it by a key. */
export function WhyDrawer({
  kind,
  id,
  about,
  open,
  onClose,
}: Props & { open: boolean; onClose: () => void }) {
  return (
    <Drawer
      opened={open}
      onClose={onClose}
      position="right"
      size="lg"
      title={`Why? ${about}`}
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {open && <WhyThread kind={kind} id={id} />}
    </Drawer>
  );
}

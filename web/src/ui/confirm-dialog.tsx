import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ApiProblem } from '../api/problem.ts';
import { ProblemNote } from './problem-note.tsx';

interface Props {
  open: boolean;
  title: string;
  children: ReactNode;
  /** The verb on the button: `End the coverage`, never `OK`. */
  confirm: string;
  danger?: boolean;
  busy?: boolean;
  problem?: ApiProblem | null;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be undone. What can be undone gets a toast with Undo instead. */
export function ConfirmDialog(props: Props) {
  const { open, title, children, confirm, danger, busy, problem, onConfirm, onClose } = props;
  return (
    <Modal opened={open} onClose={onClose} title={title} centered>
      {children}
      <ProblemNote problem={problem} />
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          data-autofocus
          loading={busy ?? false}
          {...(danger ? { color: 'red.9' } : {})}
          onClick={onConfirm}
        >
          {confirm}
        </Button>
      </Group>
    </Modal>
  );
}

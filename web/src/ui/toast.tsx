import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ApiProblem } from '../api/problem.ts';

interface Toast {
  message: string;
  /** Takes the action back; offered as a button and as Ctrl-Z while the toast stands. */
  undo?: () => void;
}

let undoable: { id: string; undo: () => void } | undefined;

/** Says that something was done: `toast({ message: 'I10 accepted.', undo: () => … })`. */
export function toast({ message, undo }: Toast): void {
  const id = crypto.randomUUID();
  const takeBack = () => {
    undoable = undefined;
    notifications.hide(id);
    undo?.();
  };
  if (undo) undoable = { id, undo: takeBack };
  notifications.show({
    id,
    autoClose: undo ? 9000 : 4000,
    withCloseButton: true,
    closeButtonProps: { 'aria-label': 'Close' },
    message: (
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <span>{message}</span>
        {undo && (
          <Button size="compact-xs" variant="default" onClick={takeBack}>
            Undo
          </Button>
        )}
      </Group>
    ),
    onClose: () => {
      if (undoable?.id === id) undoable = undefined;
    },
  });
}

/** Says that an action behind a key or a menu was refused, where no form stands to say it. */
export function toastProblem(problem: ApiProblem): void {
  notifications.show({
    color: 'red',
    autoClose: 12_000,
    closeButtonProps: { 'aria-label': 'Close' },
    title: problem.message,
    message: problem.nextStep ?? problem.code,
  });
}

/** Takes back the newest undoable action, when its toast still stands. */
export function undoLast(): void {
  undoable?.undo();
}

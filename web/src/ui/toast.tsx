import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { newKey } from '../api/new-key.ts';
import type { ApiProblem } from '../api/problem.ts';

interface Toast {
  message: string;
  /** Takes the action back; offered as a button and as Ctrl-Z while the toast stands. */
  undo?: () => void;
}

interface Undoable {
  id: string;
  takeBack: () => void;
}

/** What can be taken back, the newest last. */
let undoables: Undoable[] = [];
/** The toast that only tells; the next one takes its place, so they never pile up. */
let telling: string | undefined;

const mostUndoable = 3;

/** Says that something was done: `toast({ message: 'I10 accepted.', undo: () => … })`. */
export function toast({ message, undo }: Toast): void {
  const id = newKey();
  if (!undo) {
    if (telling !== undefined) notifications.hide(telling);
    telling = id;
    notifications.show({ id, message, autoClose: 4000, closeButtonProps: { 'aria-label': 'Close' } });
    return;
  }
  const forget = () => {
    undoables = undoables.filter((each) => each.id !== id);
  };
  const takeBack = () => {
    forget();
    notifications.hide(id);
    undo();
  };
  undoables = [...undoables, { id, takeBack }];
  for (const { id: old } of undoables.slice(0, -mostUndoable)) notifications.hide(old);
  notifications.show({
    id,
    autoClose: 9000,
    closeButtonProps: { 'aria-label': 'Close' },
    onClose: forget,
    message: (
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <span>{message}</span>
        <Button size="compact-xs" variant="default" onClick={takeBack}>
          Undo
        </Button>
      </Group>
    ),
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

/** Takes back the newest action whose toast still stands. */
export function undoLast(): void {
  undoables.at(-1)?.takeBack();
}

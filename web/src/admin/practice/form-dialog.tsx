import { Button, Group, Modal } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import type { ApiProblem } from '../../api/problem.ts';
import { ProblemNote } from '../../ui/index.ts';

interface Props {
  title: string;
  /** The verb on the button. */
  save: string;
  busy: boolean;
  /** A refusal that belongs to no field. */
  problem: ApiProblem | null | undefined;
  /** Left of the buttons: another way to end the dialog. */
  aside?: ReactNode;
  size?: 'lg' | 'xl';
  onSubmit: FormEventHandler<HTMLFormElement>;
  onClose: () => void;
  children: ReactNode;
}

/** A form over the page: fields, what was refused, Cancel and one verb. */
export function FormDialog(props: Props) {
  const { title, save, busy, problem, aside, size = 'lg', onSubmit, onClose, children } = props;
  return (
    <Modal opened onClose={onClose} title={title} size={size}>
      <form onSubmit={onSubmit} noValidate>
        {children}
        <ProblemNote problem={problem} />
        <Group justify="flex-end" mt="md" gap="xs">
          {aside && <span style={{ marginRight: 'auto' }}>{aside}</span>}
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {save}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

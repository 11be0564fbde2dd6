import { Button, Group, Modal, NativeSelect, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Encounter, routes } from '@superbill/contract';
import { formatDate } from '@superbill/engines/model';
import { useChange } from '../api/index.ts';
import { ProblemNote, toast, today, useFormProblem } from '../ui/index.ts';

interface Props {
  encounter: Encounter;
  onClose: () => void;
}

/** Adds to a document what it left out. The document itself stays as it was signed. */
export function AddendumDialog({ encounter: { id: encounterId, documents }, onClose }: Props) {
  const amendable = documents.filter(({ kind }) => kind !== 'addendum');
  const note = amendable.find(({ kind }) => kind === 'note') ?? amendable[0];
  const form = useForm({
    initialValues: { amendsId: note?.id ?? '', text: '' },
    validate: { text: (text) => (text.trim() === '' ? 'Write what is to be added.' : null) },
  });
  const add = useChange(routes.addDocument, {
    invalidates: [routes.readEncounter, routes.listEncounters],
    onDone: () => {
      toast({ message: 'The addendum is signed into the record.' });
      onClose();
    },
  });
  const unplaced = useFormProblem(form, add.error);
  const submit = form.onSubmit(({ amendsId, text }) =>
    add.mutate({
      params: { encounterId },
      body: {
        kind: 'addendum',
        title: `Addendum of ${formatDate(today())}`,
        text,
        ...(amendsId === '' ? {} : { amendsId }),
      },
    }),
  );
  return (
    <Modal opened onClose={onClose} title="Add an addendum" size="lg">
      <form onSubmit={submit} noValidate>
        <NativeSelect
          label="To"
          data={amendable.map(({ id, title }) => ({ value: id, label: title }))}
          {...form.getInputProps('amendsId')}
        />
        <Textarea
          label="Addendum"
          description="It is signed with your name and the time when you save it, and cannot be changed after."
          required
          mt="xs"
          data-autofocus
          autosize
          minRows={6}
          maxRows={18}
          {...form.getInputProps('text')}
        />
        <ProblemNote problem={unplaced} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending}>
            Sign the addendum
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

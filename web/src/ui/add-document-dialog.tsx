import { Button, Group, Modal, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Route, routes } from '@superbill/contract';
import { useChange } from '../api/use-change.ts';
import { ProblemNote } from './problem-note.tsx';
import { toast } from './toast.tsx';
import { useFormProblem } from './use-form-problem.ts';

/** What can be added to a visit; an addendum belongs to a document and is written there. */
const kinds = [
  { value: 'note', label: 'Visit note' },
  { value: 'result', label: 'Test result' },
  { value: 'report', label: 'Report' },
  { value: 'problem-list', label: 'Problem list' },
] as const;

type Kind = (typeof kinds)[number]['value'];

interface Values {
  kind: Kind;
  title: string;
  text: string;
}

interface Props {
  encounterId: string;
  invalidates?: readonly Route[];
  onClose: () => void;
}

/** Adds a document to a visit by pasting its text; the text is kept exactly as it came. */
export function AddDocumentDialog({ encounterId, invalidates = [], onClose }: Props) {
  const form = useForm<Values>({
    initialValues: { kind: 'note', title: 'Visit note', text: '' },
    validate: {
      title: (title) => (title.trim() === '' ? 'Give it a title.' : null),
      text: (text) => (text.trim() === '' ? 'Paste the text.' : null),
    },
  });
  const add = useChange(routes.addDocument, {
    invalidates: [routes.listEncounters, routes.readEncounter, routes.suggestCodes, ...invalidates],
    onDone: () => {
      toast({ message: 'The document is added to the visit.' });
      onClose();
    },
  });
  const unplaced = useFormProblem(form, add.error);
  const submit = form.onSubmit((values) => add.mutate({ params: { encounterId }, body: values }));
  function choose(kind: Kind) {
    const standard = kinds.some(({ label }) => label === form.getValues().title);
    form.setFieldValue('kind', kind);
    if (standard) form.setFieldValue('title', kinds.find(({ value }) => value === kind)?.label ?? '');
  }
  return (
    <Modal opened onClose={onClose} title="Add a document" size="xl">
      <form onSubmit={submit} noValidate>
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <NativeSelect
            label="Kind"
            data={[...kinds]}
            value={form.values.kind}
            onChange={({ currentTarget: { value } }) => {
              const kind = kinds.find((each) => each.value === value);
              if (kind) choose(kind.value);
            }}
          />
          <TextInput label="Title" required {...form.getInputProps('title')} />
        </SimpleGrid>
        <Textarea
          label="Text"
          description="Paste the note or result as it is."
          required
          mt="xs"
          data-autofocus
          autosize
          minRows={12}
          maxRows={24}
          spellCheck={false}
          {...form.getInputProps('text')}
        />
        <ProblemNote problem={unplaced} />
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={add.isPending}>
            Add to the visit
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

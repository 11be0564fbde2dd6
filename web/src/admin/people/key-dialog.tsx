import { Button, Group, Modal, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { routes, type ServiceAccount } from '@superbill/contract';
import { useChange } from '../../api/index.ts';
import { InstantText, missing, toast, useFormProblem } from '../../ui/index.ts';
import { FormDialog } from '../practice/form-dialog.tsx';

/** Makes a key for a program; it is shown this once. */
export function KeyDialog({ account, onClose }: { account: ServiceAccount; onClose: () => void }) {
  const form = useForm({
    initialValues: { name: '', days: '90' },
    validate: (values) => ({
      ...missing(values.name, 'name', 'Enter where the key is used.'),
      ...(/^\d{1,3}$/.test(values.days) && Number(values.days) >= 1 && Number(values.days) <= 366
        ? {}
        : { days: 'Enter 1 to 366 days.' }),
    }),
  });
  const add = useChange(routes.addApiKey, { invalidates: [routes.listServiceAccounts] });
  const unplaced = useFormProblem(form, add.error);
  if (add.data) {
    const { key, expiresAt } = add.data;
    return (
      <Modal opened onClose={onClose} title={`A key for ${account.name}`} size="lg">
        <p style={{ marginTop: 0 }}>
          It goes into the header <code>Authorization: Bearer</code> and works until{' '}
          <InstantText at={expiresAt} />. It is not shown again.
        </p>
        <Group gap="xs" align="end" wrap="nowrap">
          <TextInput
            label="Key"
            readOnly
            value={key}
            style={{ flex: 1 }}
            onFocus={({ currentTarget }) => currentTarget.select()}
          />
          <Button
            onClick={() =>
              void navigator.clipboard.writeText(key).then(
                () => toast({ message: 'The key is copied.' }),
                () => toast({ message: 'This browser does not let us copy. Select the key and copy it.' }),
              )
            }
          >
            Copy
          </Button>
        </Group>
        <Group justify="flex-end" mt="md">
          <Button data-autofocus onClick={onClose}>
            Done
          </Button>
        </Group>
      </Modal>
    );
  }
  return (
    <FormDialog
      title={`A key for ${account.name}`}
      save="Make the key"
      busy={add.isPending}
      problem={unplaced}
      onSubmit={form.onSubmit(({ name, days }) =>
        add.mutate({ params: { accountId: account.id }, body: { name, days: Number(days) } }),
      )}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        <TextInput
          label="Name"
          placeholder="Scheduling server"
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput label="Days it works" required inputMode="numeric" {...form.getInputProps('days')} />
      </SimpleGrid>
    </FormDialog>
  );
}

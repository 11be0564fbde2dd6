import { Checkbox, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import {
  type Permission,
  permissionWords,
  roleCatalog,
  routes,
  type ServiceAccount,
} from '@superbill/contract';
import { useChange } from '../../api/index.ts';
import { missing, toast, useFormProblem } from '../../ui/index.ts';
import { FormDialog } from '../practice/form-dialog.tsx';

/** The most a program may be given. */
const offered = roleCatalog['service-account'].permissions;

interface Props {
  /** Undefined to add one. */
  account: ServiceAccount | undefined;
  onClose: () => void;
}

/** Adds a program or changes what it may do. */
export function ProgramDialog({ account, onClose }: Props) {
  const form = useForm({
    initialValues: {
      name: account?.name ?? '',
      permissions: account?.permissions ?? ([] as Permission[]),
      disabled: account?.state === 'disabled',
    },
    validate: (values) => ({
      ...missing(values.name, 'name', 'Enter what people call it.'),
      ...(values.permissions.length > 0 ? {} : { permissions: 'Give it at least one thing to do.' }),
    }),
  });
  const options = {
    invalidates: [routes.listServiceAccounts],
    onDone: () => {
      toast({ message: account ? 'The program is changed.' : 'The program is added. Make a key for it.' });
      onClose();
    },
  };
  const add = useChange(routes.addServiceAccount, options);
  const change = useChange(routes.changeServiceAccount, options);
  const unplaced = useFormProblem(form, add.error ?? change.error);
  const submit = form.onSubmit(({ name, permissions, disabled }) => {
    if (!account) return add.mutate({ body: { name, permissions } });
    change.mutate({
      params: { accountId: account.id },
      body: { name, permissions, disabled, rowVersion: account.rowVersion },
    });
  });
  return (
    <FormDialog
      title={account ? `Change ${account.name}` : 'Add a program'}
      save={account ? 'Save' : 'Add'}
      busy={add.isPending || change.isPending}
      problem={unplaced}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
      <Checkbox.Group
        label="What it may do"
        description="Only what it needs; it never decides a code or sends a claim"
        mt="sm"
        value={form.values.permissions}
        onChange={(value) =>
          form.setFieldValue(
            'permissions',
            offered.filter((permission) => value.includes(permission)),
          )
        }
        error={form.errors.permissions}
      >
        <Stack gap={12} mt={10}>
          {offered.map((permission) => (
            <Checkbox key={permission} value={permission} label={permissionWords[permission]} />
          ))}
        </Stack>
      </Checkbox.Group>
      {account && (
        <Checkbox
          mt="md"
          label="Shut it out: its keys answer no longer"
          {...form.getInputProps('disabled', { type: 'checkbox' })}
        />
      )}
    </FormDialog>
  );
}

import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { routes, type User } from '@superbill/contract';
import { useChange, useRead, useSession } from '../../api/index.ts';
import { missing, toast, toastProblem, useFormProblem } from '../../ui/index.ts';
import { FormDialog } from '../practice/form-dialog.tsx';
import { RoleChoice } from './role-choice.tsx';

/** Name, address and roles of a user; roles hold from the next request on. */
export function ChangeUserDialog({ user, onClose }: { user: User; onClose: () => void }) {
  const { session } = useSession();
  const practice = useRead(routes.readPractice, {}, { freshFor: 60_000 });
  const form = useForm({
    initialValues: {
      name: user.name,
      email: user.email ?? '',
      roles: user.roles,
      practitionerId: user.practitionerId ?? '',
    },
    validate: (values) => ({
      ...missing(values.name, 'name', 'Enter the name colleagues know.'),
      ...(values.roles.length > 0
        ? {}
        : { roles: 'Choose at least one role; to end access, shut the user out.' }),
      ...(values.roles.includes('physician') && values.practitionerId === ''
        ? { practitionerId: 'Choose whose questions this person answers.' }
        : {}),
    }),
  });
  const undo = useChange(routes.changeUser, { invalidates: [routes.listUsers] });
  const before = {
    name: user.name,
    email: user.email,
    roles: user.roles,
    practitionerId: user.practitionerId,
  };
  const change = useChange(routes.changeUser, {
    invalidates: [routes.listUsers],
    onDone: ({ rowVersion }) => {
      toast({
        message: `${user.name} is changed.`,
        undo: () =>
          undo.mutate(
            { params: { userId: user.id }, body: { ...before, rowVersion } },
            { onError: toastProblem },
          ),
      });
      onClose();
    },
  });
  const unplaced = useFormProblem(form, change.error);
  const submit = form.onSubmit(({ name, email, roles, practitionerId }) =>
    change.mutate({
      params: { userId: user.id },
      body: {
        name,
        email: email.trim() === '' ? null : email.trim(),
        roles,
        practitionerId: practitionerId === '' ? null : practitionerId,
        rowVersion: user.rowVersion,
      },
    }),
  );
  return (
    <FormDialog
      title={`Change ${user.name}`}
      save="Save"
      busy={change.isPending}
      problem={unplaced}
      onSubmit={submit}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
        <TextInput label="E-mail" type="email" {...form.getInputProps('email')} />
        <NativeSelect
          label="Practitioner"
          data={[
            { value: '', label: 'None' },
            ...(practice.data?.practitioners ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          {...form.getInputProps('practitionerId')}
        />
      </SimpleGrid>
      {user.id === session.user.id ? (
        <p>Nobody changes their own roles; ask another administrator.</p>
      ) : (
        <RoleChoice
          value={form.values.roles}
          onChange={(roles) => form.setFieldValue('roles', roles)}
          error={form.errors.roles as string | undefined}
        />
      )}
    </FormDialog>
  );
}

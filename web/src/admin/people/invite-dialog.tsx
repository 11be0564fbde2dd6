import { Button, Group, Modal, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type Role, routes } from '@superbill/contract';
import { useChange, useRead } from '../../api/index.ts';
import { filled, missing, useFormProblem } from '../../ui/index.ts';
import { FormDialog } from '../practice/form-dialog.tsx';
import { LinkNote } from './link-note.tsx';
import { RoleChoice } from './role-choice.tsx';

/** Invites somebody: they choose their own password by a link that works once. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const form = useForm({
    initialValues: { name: '', login: '', email: '', roles: [] as Role[], practitionerId: '' },
    validate: (values) => ({
      ...missing(values.name, 'name', 'Enter the name colleagues know.'),
      ...(/^[a-z0-9][a-z0-9._@+-]+$/i.test(values.login.trim())
        ? {}
        : { login: 'Letters, digits and . _ @ + -, two at least.' }),
      ...(values.roles.length > 0 ? {} : { roles: 'Choose at least one role.' }),
      ...(values.roles.includes('physician') && values.practitionerId === ''
        ? { practitionerId: 'Choose whose questions this person answers.' }
        : {}),
    }),
  });
  const practice = useRead(routes.readPractice, {}, { freshFor: 60_000 });
  const invite = useChange(routes.inviteUser, { invalidates: [routes.listUsers] });
  const unplaced = useFormProblem(form, invite.error);
  if (invite.data)
    return (
      <Modal opened onClose={onClose} title={`${form.values.name} is invited`} size="lg">
        <LinkNote name={form.values.name} invitation={invite.data} />
        <Group justify="flex-end" mt="md">
          <Button data-autofocus onClick={onClose}>
            Done
          </Button>
        </Group>
      </Modal>
    );
  const submit = form.onSubmit(({ name, login, email, roles, practitionerId }) =>
    invite.mutate({
      body: {
        name,
        login,
        roles,
        ...filled('email', email),
        ...filled('practitionerId', roles.includes('physician') ? practitionerId : ''),
      },
    }),
  );
  return (
    <FormDialog
      title="Invite somebody"
      save="Invite"
      busy={invite.isPending}
      problem={unplaced}
      onSubmit={submit}
      onClose={onClose}
    >
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="xs">
        <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
        <TextInput
          label="Login"
          required
          autoCapitalize="none"
          spellCheck={false}
          autoComplete="off"
          {...form.getInputProps('login')}
        />
        <TextInput
          label="E-mail"
          type="email"
          description="Without one you hand the link over yourself"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          {...form.getInputProps('email')}
        />
        {form.values.roles.includes('physician') && (
          <NativeSelect
            label="Practitioner"
            required
            data={[
              { value: '', label: 'Choose' },
              ...(practice.data?.practitioners ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...form.getInputProps('practitionerId')}
          />
        )}
      </SimpleGrid>
      <RoleChoice
        value={form.values.roles}
        onChange={(roles) => form.setFieldValue('roles', roles)}
        error={form.errors.roles as string | undefined}
      />
    </FormDialog>
  );
}

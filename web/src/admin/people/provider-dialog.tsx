import { Checkbox, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ResponseOf, routes } from '@superbill/contract';
import { useChange } from '../../api/index.ts';
import { filled, missing, toast, useFormProblem } from '../../ui/index.ts';
import { FormDialog } from '../practice/form-dialog.tsx';

interface Props {
  provider: ResponseOf<typeof routes.readIdentityProvider>['identityProvider'];
  onClose: () => void;
}

/** Sets the identity provider. Its secret goes in and never comes out. */
export function ProviderDialog({ provider, onClose }: Props) {
  const isSameClient = (values: { issuer: string; clientId: string }) =>
    values.issuer.trim() === provider?.issuer && values.clientId.trim() === provider.clientId;
  const form = useForm({
    initialValues: {
      label: provider?.label ?? '',
      issuer: provider?.issuer ?? '',
      clientId: provider?.clientId ?? '',
      clientSecret: '',
      enabled: provider?.enabled ?? true,
    },
    validate: (values) => ({
      ...missing(values.label, 'label', 'Enter what people call it.'),
      ...(URL.canParse(values.issuer.trim()) ? {} : { issuer: 'Enter the whole address, with https.' }),
      ...missing(values.clientId, 'clientId', 'Enter the id the provider gave this client.'),
      ...(isSameClient(values)
        ? {}
        : missing(values.clientSecret, 'clientSecret', 'A new issuer or client needs its secret.')),
    }),
  });
  const change = useChange(routes.changeIdentityProvider, {
    invalidates: [routes.readIdentityProvider],
    onDone: () => {
      toast({ message: 'Saved. Try the connection before you tell people.' });
      onClose();
    },
  });
  const unplaced = useFormProblem(form, change.error);
  const submit = form.onSubmit(({ label, issuer, clientId, clientSecret, enabled }) =>
    change.mutate({
      body: {
        label,
        issuer: issuer.trim(),
        clientId: clientId.trim(),
        ...filled('clientSecret', clientSecret),
        enabled,
        rowVersion: provider?.rowVersion ?? 0,
      },
    }),
  );
  return (
    <FormDialog
      title="Identity provider"
      save="Save"
      busy={change.isPending}
      problem={unplaced}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack gap="xs">
        <TextInput
          label="Name"
          description="Stands on the button: Sign in with …"
          required
          data-autofocus
          {...form.getInputProps('label')}
        />
        <TextInput
          label="Issuer"
          placeholder="https://id.example.org"
          required
          {...form.getInputProps('issuer')}
        />
        <TextInput label="Client id" required {...form.getInputProps('clientId')} />
        <PasswordInput
          label="Client secret"
          description={provider ? 'Left empty, the one there is stays' : undefined}
          autoComplete="off"
          {...form.getInputProps('clientSecret')}
        />
        <Checkbox
          mt="xs"
          label="People can sign in with it"
          {...form.getInputProps('enabled', { type: 'checkbox' })}
        />
      </Stack>
    </FormDialog>
  );
}

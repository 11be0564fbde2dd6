import { Button, NativeSelect, NumberInput, Radio, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { type ControlMode, type ResponseOf, routes } from '@superbill/contract';
import { type Cents, cents } from '@superbill/engines/model';
import { useChange } from '../api/index.ts';
import { MoneyField, ProblemNote, toast, useFormProblem } from '../ui/index.ts';

const modes: Record<ControlMode, string> = {
  automatic: 'People who hold both hats',
  always: 'Everybody',
  off: 'Nobody',
};

interface Values {
  mode: ControlMode;
  ownerId: string;
  ownerEmail: string;
  linkAddress: string;
  writeOffLimitCents: Cents | undefined;
  coolingHours: number | string;
  sampleSize: number | string;
  requestDays: number | string;
}

/** The settings as a form; who may not change them sees the same, at rest. */
export function ControlsForm({ controls }: { controls: ResponseOf<typeof routes.readControls> }) {
  const { settings, rowVersion, owners, mayChange, lettersDelivered } = controls;
  const form = useForm<Values>({
    initialValues: {
      ...settings,
      ownerId: settings.ownerId ?? '',
      ownerEmail: settings.ownerEmail ?? '',
      linkAddress: settings.linkAddress ?? '',
    },
  });
  const save = useChange(routes.changeControls, {
    invalidates: [routes.readControls, routes.readOwnControls],
    onDone: () => toast({ message: 'The controls are changed.' }),
  });
  const unplaced = useFormProblem(form, save.error, 'settings');
  const submit = form.onSubmit((values) =>
    save.mutate({
      body: {
        rowVersion,
        settings: {
          mode: values.mode,
          ownerId: values.ownerId || null,
          ownerEmail: values.ownerEmail.trim() || null,
          linkAddress: values.linkAddress.trim().replace(/\/$/, '') || null,
          writeOffLimitCents: values.writeOffLimitCents ?? cents(0),
          coolingHours: Number(values.coolingHours),
          sampleSize: Number(values.sampleSize),
          requestDays: Number(values.requestDays),
        },
      },
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <fieldset disabled={!mayChange} style={{ border: 0, margin: 0, padding: 0 }}>
        <Stack gap="sm">
          <Radio.Group label="The controls bind" {...form.getInputProps('mode')}>
            <Stack gap={10} mt={6}>
              {(Object.keys(modes) as ControlMode[]).map((mode) => (
                <Radio key={mode} value={mode} label={modes[mode]} />
              ))}
            </Stack>
          </Radio.Group>
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
            <NativeSelect
              label="Owner, who countersigns"
              data={[
                { value: '', label: 'Nobody is named yet' },
                ...owners.map(({ id, name, twoHats }) => ({
                  value: id,
                  label: twoHats ? `${name} (holds both hats)` : name,
                })),
              ]}
              {...form.getInputProps('ownerId')}
            />
            <TextInput
              label="The owner's e-mail"
              type="email"
              description={
                lettersDelivered ? undefined : 'Without a mail server, letters lie in the mail folder.'
              }
              {...form.getInputProps('ownerEmail')}
            />
            <TextInput
              label="Address of this Superbill, for links"
              placeholder="https://superbill.example.org"
              {...form.getInputProps('linkAddress')}
            />
            <MoneyField
              label="Written off in a day without countersign, at most"
              {...form.getInputProps('writeOffLimitCents')}
              value={form.values.writeOffLimitCents}
            />
            <NumberInput
              label="Hours before a second look"
              min={1}
              max={168}
              {...form.getInputProps('coolingHours')}
            />
            <NumberInput
              label="Charts of a day looked at again"
              min={0}
              max={50}
              {...form.getInputProps('sampleSize')}
            />
            <NumberInput
              label="Days until a request ends by itself"
              min={1}
              max={90}
              {...form.getInputProps('requestDays')}
            />
          </SimpleGrid>
          <ProblemNote problem={unplaced} />
          {mayChange && (
            <div>
              <Button type="submit" loading={save.isPending}>
                Save
              </Button>
            </div>
          )}
        </Stack>
      </fieldset>
    </form>
  );
}

import { Button, Group, TextInput } from '@mantine/core';
import type { ResponseOf, routes } from '@superbill/contract';
import { InstantText, toast } from '../../ui/index.ts';

/** What became of a one-time link: sent by mail, or to be handed over; it is shown this once. */
export function LinkNote({
  name,
  invitation,
}: {
  name: string;
  invitation: ResponseOf<typeof routes.inviteUser>;
}) {
  const { link, delivery, expiresAt } = invitation;
  const until = (
    <>
      It works once, until <InstantText at={expiresAt} />.
    </>
  );
  if (link === null)
    return (
      <p>
        {delivery === 'failed'
          ? 'The letter could not be sent. Make a new link to hand it over.'
          : delivery === 'waiting'
            ? `The letter with the link is on its way to ${name}.`
            : `A letter with the link was sent to ${name}.`}{' '}
        {until}
      </p>
    );
  return (
    <>
      <p>
        Hand this link to {name} yourself, in a way nobody else can read. {until} It is not shown again.
      </p>
      <Group gap="xs" align="end" wrap="nowrap">
        <TextInput
          label="One-time link"
          readOnly
          value={link}
          style={{ flex: 1 }}
          onFocus={({ currentTarget }) => currentTarget.select()}
        />
        <Button
          onClick={() =>
            void navigator.clipboard.writeText(link).then(
              () => toast({ message: 'The link is copied.' }),
              () => toast({ message: 'This browser does not let us copy. Select the link and copy it.' }),
            )
          }
        >
          Copy
        </Button>
      </Group>
    </>
  );
}

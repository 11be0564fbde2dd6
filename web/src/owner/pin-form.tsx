import { Button, Group, PasswordInput } from '@mantine/core';
import { routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange } from '../api/index.ts';
import { ProblemNote, toast } from '../ui/index.ts';

/** Sets the number with which the owner opens a letter's link away from the desk. */
export function PinForm({ set }: { set: boolean }) {
  const [pin, setPin] = useState('');
  const save = useChange(routes.setOwnerPin, {
    invalidates: [routes.readControls],
    onDone: () => {
      setPin('');
      toast({ message: 'Your number is set.' });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { pin } });
      }}
    >
      <p>
        {set ? 'A number is set. ' : 'No number is set: links in letters open nothing yet. '}
        Letters carry a link; this number opens it. Five wrong numbers end a link, ten in a row rest the
        number until you set another here.
      </p>
      <Group align="end" gap="xs">
        <PasswordInput
          label="Six digits"
          inputMode="numeric"
          autoComplete="off"
          maxLength={6}
          value={pin}
          onChange={({ currentTarget: { value } }) => setPin(value.replace(/\D/g, ''))}
        />
        <Button type="submit" disabled={pin.length !== 6} loading={save.isPending}>
          {set ? 'Change the number' : 'Set the number'}
        </Button>
      </Group>
      <ProblemNote problem={save.error} />
    </form>
  );
}

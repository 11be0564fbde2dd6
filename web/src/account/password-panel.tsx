import { Button, Group, Modal, PasswordInput } from '@mantine/core';
import { type OwnAccount, routes } from '@superbill/contract';
import { useState } from 'react';
import { useChange } from '../api/index.ts';
import { ChoosePassword, isLongEnough } from '../signin/choose-password.tsx';
import { InstantText, Panel, ProblemNote, toast } from '../ui/index.ts';
import style from './account.module.css';

/** The password: since when, and a way to choose another. */
export function PasswordPanel({ account: { password } }: { account: OwnAccount }) {
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title="Password"
      tools={
        password.isSet && (
          <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
            Change
          </Button>
        )
      }
    >
      <p style={{ margin: 0 }}>
        {!password.isSet && 'You sign in without a password.'}
        {password.isSet &&
          (password.changedAt ? (
            <>
              Yours since <InstantText at={password.changedAt} />. It never runs out; change it when somebody
              may know it.
            </>
          ) : (
            'You have a password that was given to you. Choose one of your own.'
          ))}
      </p>
      {open && <ChangePassword shortest={password.shortest} onClose={() => setOpen(false)} />}
    </Panel>
  );
}

function ChangePassword({ shortest, onClose }: { shortest: number; onClose: () => void }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useChange(routes.changePassword, {
    invalidates: [routes.readOwnAccount, routes.listOwnSessions],
    onDone: () => {
      toast({ message: 'Your password is changed. Your other sessions are ended.' });
      onClose();
    },
  });
  const { error } = change;
  const atNext =
    error?.code === 'password.too-short' || error?.code === 'password.common' ? error : undefined;
  const atCurrent = error?.code === 'password.wrong' ? error : undefined;
  return (
    <Modal opened onClose={onClose} title="Change your password">
      <form
        className={style.setup}
        onSubmit={(event) => {
          event.preventDefault();
          if (isLongEnough(next, shortest)) change.mutate({ body: { current, next } });
        }}
      >
        <PasswordInput
          label="Current password"
          autoComplete="current-password"
          value={current}
          onChange={({ currentTarget }) => setCurrent(currentTarget.value)}
          error={atCurrent?.message}
          required
          withAsterisk={false}
          data-autofocus
        />
        <ChoosePassword
          label="New password"
          value={next}
          onChange={setNext}
          shortest={shortest}
          error={atNext && `${atNext.message} ${atNext.nextStep ?? ''}`}
        />
        <ProblemNote problem={atNext || atCurrent ? null : error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={change.isPending} disabled={!isLongEnough(next, shortest)}>
            Change the password
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

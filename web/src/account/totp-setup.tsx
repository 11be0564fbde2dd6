import { Button, Group, Text } from '@mantine/core';
import { routes } from '@superbill/contract';
import { useMemo, useState } from 'react';
import { encode } from 'uqr';
import { useChange } from '../api/use-change.ts';
import { CodeField } from '../signin/code-field.tsx';
import { LoadingState } from '../ui/loading-state.tsx';
import { ProblemNote } from '../ui/problem-note.tsx';
import style from './account.module.css';

interface Props {
  /** The new secret, asked for by the click that opened this and not by its showing: each one replaces the last. */
  start: ReturnType<typeof useTotpStart>;
  /** Told with the recovery codes that come with the first second factor; null when there are some already. */
  onDone: (recoveryCodes: readonly string[] | null) => void;
  onClose: () => void;
}

/** Asks for a new secret: `mutate({})` in the click that opens {@link TotpSetup}. */
export const useTotpStart = () => useChange(routes.startTotp);

/** Sets up an authenticator app: a picture to scan, the secret to type, and a code that shows it worked. */
export function TotpSetup({ start, onDone, onClose }: Props) {
  const [code, setCode] = useState('');
  const confirm = useChange(routes.confirmTotp, {
    invalidates: [routes.readOwnAccount],
    onDone: ({ recoveryCodes }) => onDone(recoveryCodes),
  });
  const given = start.data;
  if (!given)
    return start.error ? (
      <ProblemNote problem={start.error} />
    ) : (
      <LoadingState lines={5} label="A new secret" />
    );
  const send = (whole: string) => confirm.mutate({ params: { factorId: given.id }, body: { code: whole } });
  return (
    <form
      className={style.setup}
      onSubmit={(event) => {
        event.preventDefault();
        send(code);
      }}
    >
      <Text>
        1. Scan this with your authenticator app, or type the key. Any app for time-based codes will do.
      </Text>
      <QrCode text={given.uri} />
      <div>
        <div className={style.small}>Key to type</div>
        <code className={style.secret}>{given.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </div>
      <Text>2. Enter the code it shows now.</Text>
      <CodeField value={code} onChange={setCode} onWhole={send} data-autofocus />
      <ProblemNote problem={confirm.error} />
      <Group gap="xs">
        <Button type="submit" loading={confirm.isPending}>
          Confirm
        </Button>
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}

/** Black on white in every colour scheme, because cameras want it so. */
function QrCode({ text }: { text: string }) {
  const { size, data } = useMemo(() => encode(text, { ecc: 'M', border: 2 }), [text]);
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      className={style.qr}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label="QR code for the authenticator app; the key stands beneath as text"
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}

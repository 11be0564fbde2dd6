import { Button, Text } from '@mantine/core';
import { type LeftBy, useProviderWindow, type WindowErrand } from './provider-window.ts';

interface Props {
  errand: WindowErrand;
  /** The words on the button: `Confirm with Example ID`. */
  children: string;
  leftBy?: LeftBy | undefined;
  /** The first choice of the form it stands in. */
  first?: boolean;
  onDone: (errand: WindowErrand) => void;
}

/** Leads to the identity provider in a window of its own. */
export function ProviderWindowButton({ errand, children, leftBy, first = false, onDone }: Props) {
  const { state, address, open } = useProviderWindow({ errand, leftBy, onDone });
  return (
    <div>
      <Button
        type="button"
        variant={first ? 'filled' : 'default'}
        onClick={open}
        {...(first ? { 'data-autofocus': true, autoFocus: true } : {})}
      >
        {children}
      </Button>
      <Text role="status" size="sm">
        {state === 'open' && 'Go on in the window that opened; this page waits for you.'}
        {state === 'blocked' && (
          <>
            Your browser opened no window.{' '}
            <a href={address} target="_blank" rel="noopener opener">
              Open it in a new tab
            </a>
            .
          </>
        )}
      </Text>
    </div>
  );
}

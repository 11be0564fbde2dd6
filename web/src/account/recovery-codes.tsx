import { Button, Group, Text } from '@mantine/core';
import { toast } from '../ui/toast.tsx';
import style from './account.module.css';

interface Props {
  codes: readonly string[];
  /** The words on the last button. */
  done: string;
  onDone: () => void;
}

/** Recovery codes, shown this once: to copy, to print, and only then to go on. */
export function RecoveryCodes({ codes, done, onDone }: Props) {
  const copy = () =>
    void navigator.clipboard.writeText(codes.join('\n')).then(
      () => toast({ message: 'The codes are copied.' }),
      () => toast({ message: 'This browser does not let us copy. Print them, or write them down.' }),
    );
  return (
    <div className={style.setup}>
      <Text>
        Keep these recovery codes where you keep other keys. Each lets you in once if your device is lost.
        They are not shown again.
      </Text>
      <ol className={style.codes} aria-label="Recovery codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Group gap="xs">
        <Button variant="default" onClick={copy}>
          Copy
        </Button>
        <Button variant="default" onClick={() => window.print()}>
          Print
        </Button>
        <Button ml="auto" onClick={onDone}>
          {done}
        </Button>
      </Group>
    </div>
  );
}

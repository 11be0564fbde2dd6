import { Button } from '@mantine/core';
import type { SessionSummary } from '@superbill/contract';
import { InstantText, StatusBadge } from '../ui/index.ts';
import style from './account.module.css';

export const methodNames: Record<SessionSummary['method'], string> = {
  password: 'password',
  totp: 'password and code',
  passkey: 'passkey',
  'recovery-code': 'recovery code',
  oidc: 'your organization',
  invitation: 'invitation',
};

interface Props {
  sessions: readonly SessionSummary[];
  /** Undefined where nothing may be ended. */
  onEnd?: ((session: SessionSummary) => void) | undefined;
}

/** Open sessions, each with its browser and when it was last used. */
export function SessionList({ sessions, onEnd }: Props) {
  return (
    <ul className={style.rows} aria-label="Sessions">
      {sessions.map((session) => (
        <li key={session.id}>
          <span>{session.device ?? 'Unknown browser'}</span>
          {session.current && <StatusBadge tone="good">This one</StatusBadge>}
          {session.locked && <StatusBadge tone="still">Locked</StatusBadge>}
          <span className={style.quiet}>
            used <InstantText at={session.lastUsedAt} />, by {methodNames[session.method]}
          </span>
          {onEnd && !session.current ? (
            <Button size="compact-xs" variant="default" onClick={() => onEnd(session)}>
              End<span className="sb-hidden">&nbsp;the session in {session.device}</span>
            </Button>
          ) : (
            <span />
          )}
        </li>
      ))}
    </ul>
  );
}

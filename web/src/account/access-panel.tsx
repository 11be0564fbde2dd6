import { permissionWords, roleNames } from '@superbill/contract';
import { useSession } from '../api/index.ts';
import { Panel } from '../ui/index.ts';
import style from './account.module.css';

/** What the person may do in the hat they wear, in words. */
export function AccessPanel() {
  const { session } = useSession();
  const others = session.roles.filter((role) => role !== session.hat);
  return (
    <Panel title="What you may do">
      <p style={{ marginTop: 0 }}>
        As <strong>{roleNames[session.hat].toLowerCase()}</strong>
        {others.length > 0 && (
          <span className={style.quiet}>
            {' '}
            · you also hold {others.map((role) => roleNames[role].toLowerCase()).join(', ')}
          </span>
        )}
      </p>
      <ul style={{ margin: 0, paddingLeft: 18 }}>
        {session.permissions.map((permission) => (
          <li key={permission}>{permissionWords[permission]}</li>
        ))}
      </ul>
    </Panel>
  );
}

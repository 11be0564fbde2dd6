import { routes } from '@superbill/contract';
import { useRead, useSession } from '../api/index.ts';
import { Page, ReadState } from '../ui/index.ts';
import { AccessPanel } from './access-panel.tsx';
import style from './account.module.css';
import { FactorsPanel } from './factors-panel.tsx';
import { IdentityPanel } from './identity-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';

/** How the person signs in, where they are signed in, and what they may do. */
export default function AccountPage() {
  const { session } = useSession();
  const read = useRead(routes.readOwnAccount, {});
  return (
    <Page title="My account" detail={`${session.user.name} · signs in as ${session.user.login}`}>
      <div className={style.columns}>
        <div>
          <ReadState read={read} lines={10}>
            {(account) => (
              <>
                <FactorsPanel account={account} />
                <PasswordPanel account={account} />
                <IdentityPanel account={account} />
              </>
            )}
          </ReadState>
        </div>
        <div>
          <SessionsPanel />
          <AccessPanel />
        </div>
      </div>
    </Page>
  );
}

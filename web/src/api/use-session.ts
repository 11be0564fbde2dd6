import type { Permission, Role, Session } from '@superbill/contract';
import { createContext, useContext } from 'react';

export interface SessionHandle {
  session: Session;
  /** Whether the hat that is on allows it; the server decides, this only hides what would be refused. */
  may: (permission: Permission) => boolean;
  /** True while the hat changes: pages rest until it has. */
  changing: boolean;
  switchHat: (hat: Role) => Promise<void>;
  signOut: () => Promise<void>;
}

export const SessionContext = createContext<SessionHandle | undefined>(undefined);

/** Who is signed in, in which hat. Only below the staff's frame. */
export function useSession(): SessionHandle {
  const handle = useContext(SessionContext);
  if (!handle) throw new Error('useSession outside of the staff pages');
  return handle;
}

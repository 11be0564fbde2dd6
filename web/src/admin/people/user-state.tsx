import type { User } from '@superbill/contract';
import { StatusBadge } from '../../ui/index.ts';

/** Whether somebody can sign in. */
export function UserState({ user: { state } }: { user: User }) {
  if (state === 'active') return <StatusBadge tone="good">Active</StatusBadge>;
  if (state === 'invited') return <StatusBadge tone="info">Invited</StatusBadge>;
  return <StatusBadge tone="still">Shut out</StatusBadge>;
}

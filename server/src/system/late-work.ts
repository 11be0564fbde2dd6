import type { Instant } from '@superbill/engines/model';
import type { Scope } from './check.ts';

/** Minutes after which work that the server does by itself is late. */
export const lateAfterMinutes = 10;

/** What outlives a request and was not done in time. */
export interface LateWork {
  /** Control numbers of files that are prepared and not sent. */
  prepared: string[];
  /** Ids of files that were received and not read. */
  received: string[];
  /** Ids of letters that are due and were not tried. */
  letters: string[];
}

/** The work of a practice that was due before a moment and is not done. */
export async function readLateWork({ db, organizationId }: Scope, before: Instant): Promise<LateWork> {
  const prepared = await db
    .selectFrom('interchange')
    .select('control_number as id')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'prepared')
    .where('prepared_at', '<', before)
    .execute();
  const received = await db
    .selectFrom('inbound_file')
    .select('inbound_file_id as id')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'received')
    .where('received_at', '<', before)
    .execute();
  const letters = await db
    .selectFrom('letter')
    .select('letter_id as id')
    .where('organization_id', '=', organizationId)
    .where('state', '=', 'waiting')
    .where('next_attempt_at', '<', before)
    .execute();
  const ids = (rows: readonly { id: string | number }[]) => rows.map(({ id }) => String(id));
  return { prepared: ids(prepared), received: ids(received), letters: ids(letters) };
}

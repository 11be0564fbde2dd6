import type { ClaimFacts, RemitPosting } from '@superbill/engines/ledger';
import type { Remit } from '@superbill/engines/model';
import type { StoredIds } from './store.ts';

/** A payment and how it would be posted. Nothing is stored before every payment of the file is planned. */
export interface PlannedRemit {
  remit: Remit;
  contentHash: string;
  ids: StoredIds;
  /** Our claim behind each of its claims. */
  facts: (ClaimFacts | undefined)[];
  posting: Extract<RemitPosting, { status: 'posted' }>;
}

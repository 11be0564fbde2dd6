import { formatAmount, type Repricing } from '../../model/index.ts';
import { defined, money, quantity } from '../read/fields.ts';
import { amount } from '../rules/amounts.ts';
import { element } from '../tokens/segment.ts';
import { first, type Loop, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { decimal } from '../write/parts.ts';

/** HCP of a claim or line. */
export function readRepricing(loop: Loop): Repricing | undefined {
  const hcp = first(loop, 'HCP');
  if (!hcp) return undefined;
  const code = value(hcp, 10);
  const units = quantity(hcp, 12);
  return defined<Repricing>({
    method: element(hcp, 1),
    allowed: money(hcp, 2),
    savings: amount(hcp, 3),
    organizationId: value(hcp, 4),
    rate: quantity(hcp, 5),
    approvedGroup: value(hcp, 6),
    approvedAmount: amount(hcp, 7),
    approvedRevenueCode: value(hcp, 8),
    approvedProcedure: code === undefined ? undefined : { qualifier: element(hcp, 9), code },
    approvedUnits: units === undefined ? undefined : { basis: element(hcp, 11), quantity: units },
    rejectReason: value(hcp, 13),
    policyCompliance: value(hcp, 14),
    exception: value(hcp, 15),
  });
}

export function repricingSegments(repricing: Repricing | undefined): DraftSegment[] {
  if (!repricing) return [];
  const { allowed, savings, approvedAmount, approvedProcedure: procedure, approvedUnits: units } = repricing;
  const text = (sum: typeof savings) => (sum === undefined ? undefined : formatAmount(sum));
  return [
    [
      'HCP',
      repricing.method,
      formatAmount(allowed),
      text(savings),
      repricing.organizationId,
      decimal(repricing.rate),
      repricing.approvedGroup,
      text(approvedAmount),
      repricing.approvedRevenueCode,
      procedure?.qualifier,
      procedure?.code,
      units?.basis,
      decimal(units?.quantity),
      repricing.rejectReason,
      repricing.policyCompliance,
      repricing.exception,
    ],
  ];
}

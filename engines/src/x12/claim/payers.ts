import type { Claim, ClaimKind, ClaimPayer, PayerSequence } from '../../model/index.ts';
import { defined } from '../read/fields.ts';
import { first, type Loop, loopOf, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { addressSegments } from '../write/parts.ts';
import { wantPlace } from './kinds.ts';
import { identifierSegments, readAddress, readIdentifiers } from './parties.ts';

const sequences: readonly PayerSequence[] = ['P', 'S', 'T', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'U'];

export function readSequence(code: string | undefined): PayerSequence | undefined {
  return sequences.find((sequence) => sequence === code);
}

/** Loop 2010BB or 2330B, and what SBR of the level around it says of the payer. */
export function readPayer(level: Loop | undefined, id: '2010BB' | '2330B'): ClaimPayer {
  const loop = loopOf(level, id);
  const [nm1, sbr] = [first(loop, 'NM1'), first(level, 'SBR')];
  return defined<ClaimPayer>({
    payerId: value(nm1, 9) ?? '',
    payerIdType: value(nm1, 8) === 'XV' ? 'XV' : undefined,
    name: value(nm1, 3) ?? '',
    claimFilingIndicator: value(sbr, 9) ?? '',
    insuranceType: value(sbr, 5),
    address: readAddress(loop),
    otherIds: readIdentifiers(loop, '2U', 'EI', 'FY', 'NF'),
    billingProviderIds: id === '2010BB' ? readIdentifiers(loop, 'G2', 'LU') : undefined,
  });
}

/** NM1*PR with its address. */
export function payerNameSegments({ name, payerId, payerIdType, address }: ClaimPayer): DraftSegment[] {
  return [
    ['NM1', 'PR', '2', name, '', '', '', '', payerIdType ?? 'PI', payerId],
    ...addressSegments(address),
  ];
}

/** Loop 2010BB. */
export function payerSegments(payer: ClaimPayer): DraftSegment[] {
  return [
    ...payerNameSegments(payer),
    ...identifierSegments(payer.otherIds),
    ...identifierSegments(payer.billingProviderIds),
  ];
}

type Covered = Pick<Claim['otherCoverages'][number], 'payer' | 'subscriber'>;

/** SBR; `relationship` is the code of SBR02. */
export function coverageSegment(
  kind: ClaimKind,
  sequence: PayerSequence,
  relationship: string | undefined,
  { payer, subscriber }: Covered,
): DraftSegment {
  const { claimFilingIndicator, insuranceType } = payer;
  const { groupNumber, groupName } = subscriber;
  wantPlace(kind, 'PD', 'payer.insuranceType', insuranceType);
  const unused = ['', '', ''];
  return [
    'SBR',
    sequence,
    relationship,
    groupNumber,
    groupName,
    insuranceType,
    ...unused,
    claimFilingIndicator,
  ];
}

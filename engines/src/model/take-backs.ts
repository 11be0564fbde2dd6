import { type Cents, cents } from './cents.ts';
import type { ProviderAdjustment, Remit, RemitClaim } from './remit.ts';

/** A reversal (CLP02 = 22) and what came in its place; claims by their places in the remit. */
export interface TakeBack {
  reversal: number;
  /** The payer's number of the answer that is taken back: REF*F8, else CLP07. */
  reverses?: string;
  /** The claim that was decided anew; absent when it stays taken back, or the correction comes another time. */
  correction?: number;
  /** What both together add to the payment; negative when they take from it. */
  difference: Cents;
}

type Answer = Pick<
  RemitClaim,
  'controlNumber' | 'status' | 'charge' | 'paid' | 'payerControlNumber' | 'references'
>;

/**
 * Pairs the reversals of a remittance with the corrections that follow them: same control number, later in
 * the file, of the same charge where there is a choice. A correction that stands before its reversal is taken
 * only when none follows. Source: 005010X221A1, 1.10.2.8.
 */
export function linkReversals(claims: readonly Answer[]): TakeBack[] {
  const used = new Set<number>();
  const isFree = (index: number) => !used.has(index) && claims[index]?.status !== '22';
  return claims.flatMap((claim, reversal): TakeBack[] => {
    if (claim.status !== '22') return [];
    const alike = [...claims.keys()].filter(
      (index) => isFree(index) && claims[index]?.controlNumber === claim.controlNumber,
    );
    const after = alike.filter((index) => index > reversal);
    const among = after.length > 0 ? after : alike;
    const correction = among.find((index) => claims[index]?.charge === -claim.charge) ?? among[0];
    if (correction !== undefined) used.add(correction);
    const reverses = claim.references?.find(({ kind }) => kind === 'F8')?.id ?? claim.payerControlNumber;
    return [
      {
        reversal,
        ...(reverses !== undefined && { reverses }),
        ...(correction !== undefined && { correction }),
        difference: cents(claim.paid + (claims[correction ?? -1]?.paid ?? 0)),
      },
    ];
  });
}

/**
 * Claims that the payer split into several (same control number, own numbers of the payer), by their places.
 * Reversals and corrections are none. Source: 005010X221A1, 1.10.2.11.
 */
export function claimSplits(claims: readonly Answer[]): number[][] {
  const corrections = new Set(linkReversals(claims).map(({ correction }) => correction));
  const parts = new Map<string, number[]>();
  for (const [index, { controlNumber, status }] of claims.entries()) {
    if (status === '22' || corrections.has(index)) continue;
    parts.set(controlNumber, [...(parts.get(controlNumber) ?? []), index]);
  }
  return [...parts.values()].filter(
    (places) => new Set(places.map((index) => claims[index]?.payerControlNumber)).size > 1,
  );
}

/** What a PLB amount is about, for whoever posts it. */
export interface ExplainedAdjustment {
  adjustment: ProviderAdjustment;
  /**
   * `recovery` takes what was paid too much (or gives it back); `forward` carries a debt to the next payment and
   * `applied` takes it there; `return` acknowledges the provider's own check; `interest` and `discount` come with
   * claims; `capitation` and `advance` are for no claim; `other` is told by its reason alone.
   */
  kind:
    | 'recovery'
    | 'forward'
    | 'applied'
    | 'return'
    | 'interest'
    | 'discount'
    | 'capitation'
    | 'advance'
    | 'other';
  /** Claims of this remittance that the reference names, by their places. */
  claims: number[];
}

const kinds: Readonly<Record<string, ExplainedAdjustment['kind']>> = {
  WO: 'recovery',
  B3: 'recovery',
  '72': 'return',
  L6: 'interest',
  '90': 'discount',
  CT: 'capitation',
  CV: 'capitation',
  AP: 'advance',
  PI: 'advance',
};

/** Source: 005010X221A1, PLB03-1 and 1.10.2.9, 1.10.2.12, 1.10.2.17. */
export function explainProviderAdjustments({
  claims,
  providerAdjustments,
}: Pick<Remit, 'claims' | 'providerAdjustments'>): ExplainedAdjustment[] {
  return providerAdjustments.map((adjustment) => {
    const { reason, reference = '', amount } = adjustment;
    const name = reference.trim();
    const named = [...claims.keys()].filter(
      (index) =>
        name !== '' && (claims[index]?.controlNumber === name || claims[index]?.payerControlNumber === name),
    );
    const kind = reason === 'FB' ? (amount < 0 ? 'forward' : 'applied') : (kinds[reason] ?? 'other');
    return { adjustment, kind, claims: named };
  });
}

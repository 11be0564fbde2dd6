import { insuranceType } from '../../guides/claim-blocks.ts';
import { element, type Segment } from '../../tokens/segment.ts';
import { around, first, type Loop, loopsOf, part, value } from '../../walk/loop.ts';
import type { Found, LoopRule, RuleFinding, TransactionRule } from '../rule.ts';
import { decisionSign, hasDecisions, otherPayersOf, payerOf } from './decisions.ts';

const guides = '005010X222A1, X223A2, X224A2';
const insuranceTypes = insuranceType.split(',');

/**
 * Judged once for each subscriber, however many claims there are. The professional and the dental guide also
 * say when SBR05 tells why Medicare comes later; that is not asked of an order that is wrong itself.
 */
export function payerSequence(hasInsuranceType: boolean): TransactionRule {
  return {
    id: 'payer-sequence',
    snip: 4,
    from: 'guide',
    source: `${guides}: 2000B and 2320 SBR01`,
    when: 'a claim to a second or later payer tells of the payers before it in loop 2320; of the payers of a claim one is primary, and no two stand at the same place (U excepted)',
    start(report) {
      const told = new WeakSet<Segment>();
      return {
        closed(claim) {
          // Of a claim that lost its first segment nobody can tell what was part of it.
          if (claim.id !== '2300' || !first(claim, 'CLM')) return;
          const own = first(around(claim, '2000B'), 'SBR');
          // A place that is none is told by the guide.
          if (!own || !/^[A-HPSTU]$/.test(element(own, 1)) || claim.unsure?.has('SBR')) return;
          const found = outOfOrder(own, claim) ?? (hasInsuranceType ? wrongReason(own, claim) : undefined);
          if (!found || told.has(found.segment)) return;
          told.add(found.segment);
          report(found);
        },
      };
    },
  };
}

function outOfOrder(own: Segment, claim: Loop): RuleFinding | undefined {
  const others = loopsOf(claim, '2320').flatMap((coverage) => first(coverage, 'SBR') ?? []);
  const at = { code: 'payer-sequence', loop: '2320' };
  const seen = new Set([element(own, 1)]);
  for (const segment of others) {
    const place = element(segment, 1);
    const message = 'Another payer of the claim already stands at this place.';
    if (place !== 'U' && seen.has(place)) return { ...at, segment, element: 'SBR01', message };
    seen.add(place);
  }
  const [other] = others;
  if (/^[PU]$/.test(element(own, 1))) return undefined;
  if (!other) {
    const message = 'A claim to a later payer needs loop 2320 for the payer before it.';
    return { ...at, segment: own, missing: 'SBR', fault: 'missing', message };
  }
  if (others.some((sbr) => !/^[A-HST]$/.test(element(sbr, 1)))) return undefined;
  const message = 'None of the payers of the claim is primary (P).';
  return { ...at, segment: other, element: 'SBR01', message };
}

/** Kinds of plans (SBR09) that are surely none of Medicare; ZZ and OF may be anything, 16 is Medicare's by another. */
const notMedicare = /^(?:1[1-57]|AM|BL|CH|CI|DS|FI|HM|LM|MC|TV|VA|WC)$/;

/** SBR05, which says why Medicare is not the first payer, is due of nothing else. */
function wrongReason(own: Segment, claim: Loop): RuleFinding | undefined {
  const at = { code: 'insurance-type', element: 'SBR05' };
  const isGiven = insuranceTypes.includes(element(own, 5));
  if (isGiven && element(own, 1) === 'P') return { ...at, segment: own, loop: '2000B', message: notDue };
  if (isGiven && notMedicare.test(element(own, 9))) {
    const message = 'SBR05 must not be sent: the claim does not go to Medicare (SBR09).';
    return { ...at, segment: own, loop: '2000B', message };
  }
  if (/^M[AB]$/.test(element(own, 9)) && !/^[PU]$/.test(element(own, 1)) && element(own, 5) === '') {
    const message = 'SBR05 is required: it says why Medicare is not the first payer.';
    return { ...at, segment: own, loop: '2000B', message };
  }
  for (const coverage of loopsOf(claim, '2320')) {
    const other = first(coverage, 'SBR');
    if (other && element(other, 1) === 'P' && insuranceTypes.includes(element(other, 5)))
      return { ...at, segment: other, loop: '2320', message: notDue };
  }
  return undefined;
}

const notDue = 'SBR05 must not be sent: it says why Medicare is not the first payer.';

const otherPayerNamed: LoopRule = {
  id: 'other-payer-unknown',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: `${guides}: 2430 SVD01 and 2330B NM109`,
  when: 'a decision on a line names a payer of the claim: SVD01 is NM109 of a loop 2330B',
  check(claim) {
    if (!hasDecisions(claim)) return [];
    const { payers, strays } = otherPayersOf(claim);
    if (payers.some(({ id }) => id === undefined)) return [];
    const idle = payers.filter((payer) => payer.decisions.length === 0 && decisionSign(payer));
    const named = new Set(strays.map(payerOf));
    // All lines agree on a payer, and one payer is named by none: its own identifier is wrong.
    if (strays.length > 1 && named.size === 1 && idle.length === 1 && idle[0]?.name) {
      const message = 'NM109 is not what the lines that this payer decided on call it (SVD01).';
      return [{ segment: idle[0].name, loop: '2330B', element: 'NM109', message }];
    }
    return strays.flatMap((decision): Found[] => {
      const svd = first(decision, 'SVD');
      if (!svd || element(svd, 1) === '') return [];
      const message = 'SVD01 names no payer of a loop 2330B of the claim.';
      return [{ segment: svd, loop: '2430', element: 'SVD01', message }];
    });
  },
};

const foreignNumber: LoopRule = {
  id: 'number-of-unknown-payer',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: `${guides}: REF04 in 2400 and 2420`,
  when: 'a number that another payer gave names it: REF04-2 is NM109 of a loop 2330B of the claim',
  check(claim) {
    const found: Found[] = [];
    for (const line of loopsOf(claim, '2400')) {
      found.push(...foreignNumbers(line, claim));
      for (const provider of line.loops)
        if (provider.id.startsWith('2420')) found.push(...foreignNumbers(provider, claim));
    }
    return found;
  },
};

function foreignNumbers(loop: Loop, claim: Loop): Found[] {
  const found: Found[] = [];
  for (const segment of loop.segments) {
    if (segment.id !== 'REF' || part(segment, 4, 1) !== '2U') continue;
    const id = part(segment, 4, 2);
    const ids = otherPayersOf(claim).payers.map((payer) => payer.id);
    if (id === undefined || ids.includes(id) || ids.includes(undefined)) continue;
    const message = 'REF04-2 names no payer of a loop 2330B of the claim.';
    found.push({ segment, loop: loop.id, element: 'REF04-2', message });
  }
  return found;
}

const bundledLine: LoopRule = {
  id: 'bundled-line',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: `${guides}: 2430 SVD06 and 2400 LX01`,
  when: 'a line that another payer bundled names the line it went into: SVD06 is LX01 of a line of the claim',
  check(claim) {
    if (!hasDecisions(claim)) return [];
    const lines = loopsOf(claim, '2400');
    const numbers = new Set(lines.map((line) => Number(value(first(line, 'LX'), 1))));
    return lines
      .flatMap((line) => loopsOf(line, '2430'))
      .flatMap((decision): Found[] => {
        const svd = first(decision, 'SVD');
        const into = value(svd, 6);
        if (!svd || into === undefined || numbers.has(Number(into))) return [];
        const message = 'SVD06 is the number (LX01) of no line of the claim.';
        return [{ segment: svd, loop: '2430', element: 'SVD06', message }];
      });
  },
};

/** SNIP 4: how the parts of a claim name its other payers. */
export const claimPayerRules: readonly LoopRule[] = [otherPayerNamed, foreignNumber, bundledLine];

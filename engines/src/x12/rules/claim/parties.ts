import { element, type Segment } from '../../tokens/segment.ts';
import { all, around, first } from '../../walk/loop.ts';
import type { Found, LoopRule, TransactionRule } from '../rule.ts';

const guides = '005010X222A1, X223A2, X224A2';

/** SBR02 = 18 says that the patient is the subscriber; a claim of a dependent stands in a patient level. */
const patientLevel: TransactionRule = {
  id: 'patient-level',
  snip: 4,
  from: 'guide',
  source: `${guides}: 2000B SBR02 and 2000C`,
  when: 'the claims of a subscriber who is the patient (SBR02 = 18) stand in the subscriber level, those of others each in a patient level (2000C)',
  start(report) {
    const told = new WeakSet<Segment>();
    return {
      closed(claim) {
        if (claim.id !== '2300') return;
        const sbr = first(around(claim, '2000B'), 'SBR');
        const inPatientLevel = claim.parent?.id === '2000C';
        const relation = sbr ? element(sbr, 2) : '';
        if (!sbr || told.has(sbr) || !['', '18'].includes(relation)) return;
        const isSelf = relation === '18';
        if (isSelf !== inPatientLevel) return;
        told.add(sbr);
        const message = isSelf
          ? 'SBR02 says that the patient is the subscriber, but the claim stands under a patient of its own.'
          : 'The claim stands under the subscriber, so SBR02 must be 18; for another patient loop 2000C is required.';
        report({ code: 'patient-level', segment: sbr, loop: '2000B', element: 'SBR02', message });
      },
    };
  },
};

/** Wherever an address stands in a claim, its state and ZIP are due in the United States and Canada. */
const addressInUs: TransactionRule = {
  id: 'address-state',
  snip: 4,
  from: 'guide',
  source: `${guides}: N402 and N403 of every address`,
  when: 'an address in the United States or Canada (N404 empty, US or CA) has a state or province (N402) and a postal code (N403)',
  start(report) {
    return {
      segment(segment, loop) {
        if (segment.id !== 'N4' || !['', 'US', 'CA'].includes(element(segment, 4))) return;
        if (element(segment, 7) !== '') return;
        for (const [index, what] of [
          [2, 'a state or province'],
          [3, 'a postal code'],
        ] as const) {
          if (element(segment, index) !== '') continue;
          const at = `N40${index}`;
          const message = `${at} is required: an address without another country has ${what}.`;
          report({ code: 'address-state', segment, loop: loop.id, element: at, message });
        }
      },
    };
  },
};

const claimNumber: TransactionRule = {
  id: 'claim-number',
  snip: 4,
  from: 'guide',
  source: `${guides}: 2300 CLM01`,
  when: 'the number of a claim (CLM01) should be no other claim of the file has, and have twenty characters at most, since receivers need keep no more',
  start(report) {
    const seen = new Set<string>();
    return {
      segment(segment, loop) {
        const number = element(segment, 1);
        if (segment.id !== 'CLM' || number === '') return;
        const at = {
          code: 'claim-number',
          severity: 'warning',
          segment,
          loop: loop.id,
          element: 'CLM01',
        } as const;
        if (seen.has(number))
          report({ ...at, message: 'Another claim of the file has this number already.' });
        // A file without end must not fill the memory.
        if (seen.size < 100_000) seen.add(number);
        if (number.length > 20 && number.length <= 38)
          report({
            ...at,
            message: 'CLM01 has more than twenty characters: a receiver need not keep the rest.',
          });
      },
    };
  },
};

/** Where somebody works; mail goes to the pay-to address. */
const streetAddress: LoopRule = {
  id: 'billing-street',
  snip: 4,
  loop: '2010AA',
  onlyWith: 'N3',
  from: 'guide',
  source: `${guides}: 2010AA N3, 2010AB`,
  when: 'the address of the billing provider is a street; a post office box or lockbox stands in the pay-to address (2010AB)',
  check: (provider) =>
    all(provider, 'N3').flatMap((segment) =>
      [1, 2].flatMap((index): Found[] => {
        if (!/^(?:P\.? ?O\.? ?BOX|POST OFFICE BOX|LOCK ?BOX)\b/i.test(element(segment, index))) return [];
        const at = `N30${index}`;
        const message = `${at} is a box: a street is due here, and the box in the pay-to address (loop 2010AB).`;
        return [{ severity: 'warning', segment, loop: provider.id, element: at, message }];
      }),
    ),
};

/** Of the billing provider or the place of service: receivers tell them apart by it. Five digits are enough for everybody else. */
export const wholeZip = (loop: string): LoopRule => ({
  id: 'nine-digit-zip',
  snip: 4,
  loop,
  onlyWith: 'N4',
  from: 'guide',
  source: `${guides}: ${loop} N403`,
  when: 'the ZIP code of the billing provider and of the place of service has all nine digits',
  check(place) {
    const segment = first(place, 'N4');
    // Without its beginning the loop may be another.
    if (!segment || place.segments[0]?.id !== 'NM1') return [];
    if (!['', 'US'].includes(element(segment, 4)) || !/^\d{5}$/.test(element(segment, 3))) return [];
    const message = 'N403 has five digits: receivers want all nine of the ZIP code here.';
    return [{ severity: 'warning', segment, loop, element: 'N403', message }];
  },
});

/** SNIP 4: who and where, throughout the transaction. */
export const claimPartyRules: readonly TransactionRule[] = [patientLevel, addressInUs, claimNumber];

export const billingRules: readonly LoopRule[] = [streetAddress, wholeZip('2010AA')];

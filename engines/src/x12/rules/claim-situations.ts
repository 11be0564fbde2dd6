import { all, around, first, loopOf, loopsOf, part, value } from '../loop.ts';
import { component, components, element } from '../segment.ts';
import type { Found, LoopRule } from './rule.ts';

const pointers: LoopRule = {
  id: 'diagnosis-pointer',
  snip: 4,
  loop: '2400',
  source: '005010X222A1, SV107',
  check(loop) {
    const sv1 = first(loop, 'SV1');
    if (!sv1 || element(sv1, 7) === '') return [];
    const count = all(loop.parent ?? loop, 'HI', 'ABK', 'BK').reduce(
      (sum, hi) => sum + hi.elements.slice(1).filter((text) => text !== '').length,
      0,
    );
    // Without any diagnosis the missing HI is all there is to say.
    if (count === 0) return [];
    return components(sv1, element(sv1, 7)).flatMap((pointer, index, all): Found[] => {
      const at = { segment: sv1, loop: '2400', element: `SV107-${index + 1}` };
      if (pointer !== '' && (!/^\d+$/.test(pointer) || Number(pointer) < 1 || Number(pointer) > count)) {
        return [{ ...at, message: `The pointer names no diagnosis of the claim, which has ${count}.` }];
      }
      if (pointer !== '' && all.indexOf(pointer) < index)
        return [{ ...at, message: 'Two pointers of the line name the same diagnosis.' }];
      return [];
    });
  },
};

/** SBR02 = 18 says that the patient is the subscriber; a claim of a dependent stands in a patient level. */
const patientLevel: LoopRule = {
  id: 'patient-level',
  snip: 4,
  loop: '2300',
  source: '005010X222A1, 2000B SBR02 and 2000C',
  check(loop) {
    const sbr = first(around(loop, '2000B'), 'SBR');
    if (!sbr) return [];
    const isSelf = value(sbr, 2) === '18';
    const inPatientLevel = loop.parent?.id === '2000C';
    if (isSelf !== inPatientLevel) return [];
    const message = isSelf
      ? 'SBR02 says that the patient is the subscriber, but the claim stands under a patient of its own.'
      : 'The claim stands under the subscriber, so SBR02 must be 18; for another patient loop 2000C is required.';
    return [{ segment: sbr, loop: '2000B', element: 'SBR02', message }];
  },
};

/** A subscriber who is the patient has an address, a birth date and a sex. */
const subscriberDetails: LoopRule = {
  id: 'subscriber-details',
  snip: 4,
  loop: '2010BA',
  source: '005010X222A1, 2010BA N3, N4 and DMG',
  check(loop) {
    const name = first(loop, 'NM1');
    if (!name || value(first(loop.parent, 'SBR'), 2) !== '18') return [];
    return ['N3', 'N4', 'DMG']
      .filter((id) => first(loop, id) === undefined)
      .map((id) => ({
        segment: name,
        missing: id,
        loop: '2010BA',
        message: `${id} is required because the subscriber is the patient.`,
      }));
  },
};

const originalReference: LoopRule = {
  id: 'original-reference',
  snip: 4,
  loop: '2300',
  source: '005010X222A1, CLM05-3 and REF*F8',
  check(loop) {
    const clm = first(loop, 'CLM');
    if (!clm || !['7', '8'].includes(component(clm, 5, 3)) || first(loop, 'REF', 'F8')) return [];
    const message = "A replacement or void (CLM05-3) needs the payer's number of the first claim in REF*F8.";
    return [{ segment: clm, missing: 'REF', loop: '2300', message }];
  },
};

const accident: LoopRule = {
  id: 'accident',
  snip: 4,
  loop: '2300',
  source: '005010X222A1, CLM11 and DTP*439',
  check(loop) {
    const clm = first(loop, 'CLM');
    const causes = [part(clm, 11, 1), part(clm, 11, 2)];
    if (!clm) return [];
    const found: Found[] = [];
    if (causes.some((cause) => cause === 'AA' || cause === 'OA') && !first(loop, 'DTP', '439')) {
      found.push({
        segment: clm,
        missing: 'DTP',
        loop: '2300',
        message: 'A claim for an accident needs its date in DTP*439.',
      });
    }
    if (causes.includes('AA') && part(clm, 11, 4) === undefined) {
      found.push({
        segment: clm,
        loop: '2300',
        element: 'CLM11-4',
        message: 'A car accident needs the state where it happened.',
      });
    }
    return found;
  },
};

const ambulance: LoopRule = {
  id: 'ambulance',
  snip: 4,
  loop: '2300',
  source: '005010X222A1, 2300 CR1',
  check(loop) {
    const clm = first(loop, 'CLM');
    if (!clm || !['41', '42'].includes(component(clm, 5, 1))) return [];
    if (first(loop, 'CR1') || loopsOf(loop, '2400').some((line) => first(line, 'CR1'))) return [];
    return [
      {
        segment: clm,
        missing: 'CR1',
        loop: '2300',
        message: 'A claim for an ambulance (place of service 41 or 42) needs CR1.',
      },
    ];
  },
};

/** A secondary payer is told of the one before it, and no two payers stand at the same place. */
const payerSequence: LoopRule = {
  id: 'payer-sequence',
  snip: 4,
  loop: '2300',
  source: '005010X222A1, SBR01 of 2000B and 2320',
  check(loop) {
    const own = first(around(loop, '2000B'), 'SBR');
    const coverages = loopsOf(loop, '2320');
    const others = coverages.flatMap((coverage) => first(coverage, 'SBR') ?? []);
    if (!own) return [];
    if (['S', 'T'].includes(element(own, 1)) && coverages.length === 0) {
      return [
        {
          segment: own,
          missing: 'SBR',
          loop: '2320',
          message: 'A claim to a secondary payer needs loop 2320 for the payer before it.',
        },
      ];
    }
    const seen = new Set([element(own, 1)]);
    return others.flatMap((sbr): Found[] => {
      const code = element(sbr, 1);
      if (code !== 'U' && seen.has(code)) {
        return [
          {
            segment: sbr,
            loop: '2320',
            element: 'SBR01',
            message: 'Another payer of the claim already stands at this place.',
          },
        ];
      }
      seen.add(code);
      return [];
    });
  },
};

const otherPayerNamed: LoopRule = {
  id: 'other-payer-unknown',
  snip: 4,
  loop: '2300',
  source: '005010X222A1, SVD01',
  check(loop) {
    const named = loopsOf(loop, '2320').map((coverage) => first(loopOf(coverage, '2330B'), 'NM1'));
    if (named.includes(undefined)) return [];
    const payers = new Set(named.map((name) => value(name, 9)));
    const decisions = loopsOf(loop, '2400').flatMap((line) => loopsOf(line, '2430'));
    return decisions.flatMap((decision): Found[] => {
      const svd = first(decision, 'SVD');
      if (!svd || payers.has(element(svd, 1))) return [];
      return [
        {
          segment: svd,
          loop: '2430',
          element: 'SVD01',
          message: 'SVD01 names no payer of a loop 2330B of the claim.',
        },
      ];
    });
  },
};

const lineNumbers: LoopRule = {
  id: 'line-number',
  snip: 4,
  loop: '2300',
  source: '005010X222A1, LX01',
  check(loop) {
    return loopsOf(loop, '2400').flatMap((line, index): Found[] => {
      const lx = first(line, 'LX');
      if (!lx || element(lx, 1) === String(index + 1)) return [];
      return [
        {
          segment: lx,
          loop: '2400',
          element: 'LX01',
          message: `Lines are numbered from 1: ${index + 1} is due.`,
        },
      ];
    });
  },
};

/** SNIP 4: what one part of a professional claim asks of another. */
export const claimSituationRules: readonly LoopRule[] = [
  pointers,
  patientLevel,
  subscriberDetails,
  originalReference,
  accident,
  ambulance,
  payerSequence,
  otherPayerNamed,
  lineNumbers,
];

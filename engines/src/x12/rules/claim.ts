import { cents, formatMoney, type IsoDate, parseCompactDate } from '../../model/index.ts';
import { all, around, first, type Loop, loopOf, loopsOf, part, value } from '../loop.ts';
import { component, components, element } from '../segment.ts';
import { amount, casAmounts, total } from './amounts.ts';
import { hierarchy } from './hierarchy.ts';
import type { CodePort, LoopRule, RuleFinding, RuleSet } from './rule.ts';

type Found = Omit<RuleFinding, 'code'>;

const lineCharges: LoopRule = {
  id: 'line-charges',
  snip: 3,
  loop: '2300',
  source: '005010X222A1, CLM02',
  check(loop) {
    const clm = first(loop, 'CLM');
    const lines = loopsOf(loop, '2400');
    const [charge, sum] = [amount(clm, 2), total(lines.map((line) => amount(first(line, 'SV1'), 2)))];
    if (!clm || lines.length === 0 || charge === undefined || sum === undefined || sum === charge) return [];
    const message = `The charges of the lines do not add up to the claim's charge (CLM02): the difference is ${formatMoney(cents(charge - sum))}.`;
    return [{ segment: clm, loop: '2300', element: 'CLM02', message }];
  },
};

/** What another payer decided on a line adds up: the charge less its adjustments is what it paid. */
const otherPayerLine: LoopRule = {
  id: 'other-payer-line-balance',
  snip: 3,
  loop: '2430',
  source: '005010X222A1, 1.4.4.2',
  check(loop) {
    const svd = first(loop, 'SVD');
    const cas = all(loop, 'CAS');
    const charge = amount(first(loop.parent, 'SV1'), 2);
    const [paid, taken] = [amount(svd, 2), total(casAmounts(cas))];
    if (!svd || cas.length === 0 || charge === undefined || paid === undefined || taken === undefined)
      return [];
    if (charge - taken === paid) return [];
    const message = `The line's charge less the other payer's adjustments is not what it paid (SVD02): the difference is ${formatMoney(cents(charge - taken - paid))}.`;
    return [{ segment: svd, loop: '2430', element: 'SVD02', message }];
  },
};

/** What another payer paid for the claim is what it paid for the lines less its adjustments of the claim. */
const otherPayerClaim: LoopRule = {
  id: 'other-payer-claim-balance',
  snip: 3,
  loop: '2300',
  source: '005010X222A1, 1.4.4.2',
  check(loop) {
    const decisions = loopsOf(loop, '2400').flatMap((line) => loopsOf(line, '2430'));
    return loopsOf(loop, '2320').flatMap((coverage): Found[] => {
      const payer = value(first(loopOf(coverage, '2330B'), 'NM1'), 9);
      const own = decisions.filter((decision) => value(first(decision, 'SVD'), 1) === payer);
      const paidSegment = first(coverage, 'AMT', 'D');
      const paid = amount(paidSegment, 2);
      const lines = total(own.map((decision) => amount(first(decision, 'SVD'), 2)));
      const taken = total(casAmounts(all(coverage, 'CAS')));
      if (
        !paidSegment ||
        own.length === 0 ||
        paid === undefined ||
        lines === undefined ||
        taken === undefined
      )
        return [];
      if (lines - taken === paid) return [];
      const message = `What the other payer paid (AMT*D) is not what it paid for the lines less its adjustments of the claim: the difference is ${formatMoney(cents(paid - (lines - taken)))}.`;
      return [{ segment: paidSegment, loop: '2320', element: 'AMT02', message }];
    });
  },
};

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
    const others = loopsOf(loop, '2320').flatMap((coverage) => first(coverage, 'SBR') ?? []);
    if (!own) return [];
    if (['S', 'T'].includes(element(own, 1)) && others.length === 0) {
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
    const payers = new Set(
      loopsOf(loop, '2320').map((coverage) => value(first(loopOf(coverage, '2330B'), 'NM1'), 9)),
    );
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

const codesOfClaim: LoopRule = {
  id: 'code-set',
  snip: 5,
  loop: '2300',
  source: 'code sets of 45 CFR 162.1002 in force on the date of service',
  check(loop, codes) {
    const lines = loopsOf(loop, '2400');
    const dates = lines.map(serviceDate);
    const date = dates.find((one) => one !== undefined);
    const clm = first(loop, 'CLM');
    const found: Found[] = [];
    if (clm && codes.placeOfService?.(component(clm, 5, 1)) === false) {
      found.push({
        segment: clm,
        loop: '2300',
        element: 'CLM05-1',
        message: 'CLM05-1 is no place of service.',
      });
    }
    if (date !== undefined) found.push(...diagnoses(loop, codes, date));
    found.push(...lines.flatMap((line, index) => procedures(line, codes, dates[index])));
    return found;
  },
};

function diagnoses(loop: Loop, { diagnosis }: CodePort, date: IsoDate): Found[] {
  if (!diagnosis) return [];
  return all(loop, 'HI', 'ABK').flatMap((hi) =>
    hi.elements.slice(1).flatMap((_, index): Found[] => {
      const bare = component(hi, index + 1, 2);
      const code = bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
      if (bare === '' || diagnosis(code, date) !== false) return [];
      const element = `HI${String(index + 1).padStart(2, '0')}-2`;
      return [
        {
          segment: hi,
          loop: '2300',
          element,
          message: `${element} is no billable ICD-10-CM code on the date of service.`,
        },
      ];
    }),
  );
}

function procedures(line: Loop, { procedure, modifier }: CodePort, date: IsoDate | undefined): Found[] {
  const sv1 = first(line, 'SV1');
  if (!sv1 || date === undefined || component(sv1, 1, 1) !== 'HC') return [];
  const found: Found[] = [];
  const at = { segment: sv1, loop: '2400' };
  if (procedure?.(component(sv1, 1, 2), date) === false) {
    found.push({
      ...at,
      element: 'SV101-2',
      message: 'SV101-2 is no procedure code on the date of service.',
    });
  }
  for (const n of [3, 4, 5, 6]) {
    const code = component(sv1, 1, n);
    if (code !== '' && modifier?.(code, date) === false) {
      found.push({
        ...at,
        element: `SV101-${n}`,
        message: `SV101-${n} is no modifier on the date of service.`,
      });
    }
  }
  return found;
}

function serviceDate(line: Loop): IsoDate | undefined {
  return parseCompactDate((value(first(line, 'DTP', '472'), 3) ?? '').slice(0, 8));
}

export const claimRules: RuleSet = {
  loops: [
    lineCharges,
    otherPayerLine,
    otherPayerClaim,
    pointers,
    patientLevel,
    subscriberDetails,
    originalReference,
    accident,
    ambulance,
    payerSequence,
    otherPayerNamed,
    lineNumbers,
    codesOfClaim,
  ],
  transactions: [hierarchy],
};

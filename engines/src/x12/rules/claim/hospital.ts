import { component, element, type Segment } from '../../tokens/segment.ts';
import { all, first, type Loop, loopOf, loopsOf } from '../../walk/loop.ts';
import { amount } from '../amounts.ts';
import type { Found, LoopRule } from '../rule.ts';
import { valuesOf } from './days.ts';
import { facilityOf, outpatient } from './institutional.ts';
import { elementName } from './line.ts';

/** Families of ICD-10 that always have a present-on-admission indicator; the exempt ones are left out. */
const judged = /^(?:A|C|D|F|H|J|K|L|N|B[0-8]|E[0-57-8]|G[2-9]|I[0-13-57-9]|I2[0-46-8])/;

interface Diagnosis {
  segment: Segment;
  index: number;
  code: string;
  indicator: string;
}

function diagnosesOf(claim: Loop): Diagnosis[] {
  return all(claim, 'HI', 'ABK', 'ABF').flatMap((segment) =>
    segment.elements.slice(1).map((_, at) => ({
      segment,
      index: at + 1,
      code: component(segment, at + 1, 2),
      indicator: component(segment, at + 1, 9),
    })),
  );
}

const presentOnAdmission: LoopRule = {
  id: 'present-on-admission',
  snip: 4,
  loop: '2300',
  onlyWith: 'HI',
  from: 'guide',
  source: '005010X223A2, 2300 HI; ICD-10-CM Official Guidelines, appendix I',
  when: 'the diagnoses of a hospital stay (11x) say whether they were present on admission (C022-9), those of visits do not; hospitals that need not are not known',
  check(claim) {
    const facility = facilityOf(claim);
    const diagnoses = diagnosesOf(claim);
    const told = diagnoses.filter(({ indicator }) => indicator !== '');
    const [one] = told;
    const at = ({ segment, index }: Diagnosis, text: string): Found => {
      const name = elementName(segment, index, 9);
      return { severity: 'warning', segment, loop: '2300', element: name, message: `${name} ${text}` };
    };
    if (one && outpatient.test(facility))
      return [at(one, 'is for inpatients: it says what was present on admission.')];
    if (facility !== '11') return [];
    const blank = diagnoses.filter(({ code, indicator }) => indicator === '' && judged.test(code));
    // A hospital that never says it has one thing to be told.
    return (one ? blank : blank.slice(0, 1)).map((diagnosis) =>
      at(diagnosis, 'should say whether the diagnosis was present on admission.'),
    );
  },
};

/** Operations of ICD-10-PCS, open or by endoscope through the skin. */
const operation = /^0[0-9A-Z]{3}[04F][0-9A-Z]{2}$/;

const operatingPhysician: LoopRule = {
  id: 'operating-physician',
  snip: 4,
  loop: '2300',
  onlyWith: 'HI',
  from: 'guide',
  source: '005010X223A2, 2310B',
  when: 'a claim with an operation (section 0 of ICD-10-PCS, open or by endoscope) names the operating physician, of the claim or a line',
  check(claim) {
    const segment = all(claim, 'HI', 'BBR', 'BBQ').find((hi) =>
      hi.elements.some((_, index) => index > 0 && operation.test(component(hi, index, 2))),
    );
    if (!segment || loopOf(claim, '2310B') || claim.unsure?.has('NM1')) return [];
    // That the second surgeon stands alone is told.
    if (loopOf(claim, '2310C') || loopsOf(claim, '2400').some((line) => loopOf(line, '2420A'))) return [];
    const message = 'Loop 2310B is required: the claim has an operation, so somebody operated.';
    return [{ segment, missing: 'NM1', fault: 'missing', loop: '2310B', message }];
  },
};

const negativeValue: LoopRule = {
  id: 'negative-value',
  snip: 3,
  loop: '2300',
  onlyWith: 'HI',
  from: 'guide',
  source: '005010X223A2, 2300 HI*BE; NUBC, value codes',
  when: 'the amount of a value code (HI*BE) is zero or more',
  check: (claim) =>
    valuesOf(claim).flatMap(({ segment, index, amount: given }): Found[] => {
      if (Number.isNaN(given) || given >= 0) return [];
      const name = elementName(segment, index, 5);
      return [{ segment, loop: '2300', element: name, message: `${name} may not be negative.` }];
    }),
};

const chargeWithoutUnits: LoopRule = {
  id: 'charge-without-units',
  snip: 3,
  loop: '2400',
  onlyWith: 'SV2',
  from: 'guide',
  source: '005010X223A2, 2400 SV203 and SV205',
  when: 'a line that is charged for (SV203) has more than zero units (SV205)',
  check(line) {
    const segment = first(line, 'SV2');
    // A line of the total is told of as that.
    if (!segment || element(segment, 1) === '0001') return [];
    if ((amount(segment, 3) ?? 0) <= 0 || !isZero(element(segment, 5))) return [];
    const message = 'SV205 is zero, but the line is charged for.';
    return [{ severity: 'warning', segment, loop: '2400', element: 'SV205', message }];
  },
};

const paidWithoutUnits: LoopRule = {
  id: 'payment-without-units',
  snip: 3,
  loop: '2430',
  onlyWith: 'SVD',
  from: 'guide',
  source: '005010X222A1, X223A2, X224A2: 2430 SVD02 and SVD05',
  when: 'a line that another payer paid for (SVD02) has more than zero units (SVD05)',
  check(decision) {
    const segment = first(decision, 'SVD');
    if (!segment || (amount(segment, 2) ?? 0) <= 0 || !isZero(element(segment, 5))) return [];
    const message = 'SVD05 is zero, but the other payer paid for the line.';
    return [{ severity: 'warning', segment, loop: '2430', element: 'SVD05', message }];
  },
};

function isZero(text: string): boolean {
  return text !== '' && Number(text) === 0;
}

/** SNIP 3 and 4: stays and visits, as the billing manual has them. */
export const hospitalRules: readonly LoopRule[] = [
  presentOnAdmission,
  operatingPhysician,
  negativeValue,
  chargeWithoutUnits,
];

export const paidUnitRules: readonly LoopRule[] = [paidWithoutUnits];

import { component, element } from '../../tokens/segment.ts';
import { first, loopOf, loopsOf, part } from '../../walk/loop.ts';
import type { Found, LoopRule } from '../rule.ts';
import { valuesOf } from './days.ts';
import { modifiersOf, procedureOf, revenueOf } from './line.ts';
import { goesTo } from './service-needs.ts';
import { isUnlisted } from './unlisted.ts';

const guide = '005010X223A2';

/** Revenue codes that are priced by what was done: drugs in detail, tests, images, emergencies, therapies. */
const priced = /^(?:0636|03[0-2]\d|035\d|045\d|048\d|061\d|042\d|043\d|044\d)$/;

const outpatientProcedure: LoopRule = {
  id: 'outpatient-procedure',
  snip: 6,
  loop: '2400',
  from: 'guide',
  source: `${guide}, 2400 SV202; Medicare Claims Processing Manual, chapter 4, 20`,
  when: 'a line of an outpatient hospital bill (13x, 85x) for tests, images, drugs in detail, therapy or an emergency has a HCPCS code; where it does not go to Medicare, a warning',
  check(line) {
    const segment = first(line, 'SV2');
    const facility = part(first(line.parent, 'CLM'), 5, 1) ?? '';
    if (!segment || !/^(?:13|85)$/.test(facility)) return [];
    if (!priced.test(revenueOf(line)) || element(segment, 2) !== '') return [];
    const severity = goesTo(line, 'MA', 'MB') ? 'error' : 'warning';
    const message = 'SV202 is required: this revenue code is told with a procedure code.';
    return [{ severity, segment, loop: '2400', element: 'SV202', message }];
  },
};

/** Revenue codes whose line tells the group that a stay or an episode is paid by (HIPPS). */
const groupLine: LoopRule = {
  id: 'payment-group',
  snip: 6,
  loop: '2400',
  from: 'guide',
  source: `${guide}, 2400 SV202; NUBC, revenue codes 0022, 0023 and 0024`,
  when: 'a line with revenue code 0022, 0023 or 0024 tells the payment group in a HIPPS code (SV202-1 = HP)',
  check(line) {
    const segment = first(line, 'SV2');
    if (!segment || !/^002[234]$/.test(revenueOf(line))) return [];
    const code = procedureOf(line, 'HP');
    if (code !== undefined && /^[0-9A-Z]{5}$/.test(code)) return [];
    const message = 'SV202 must be a HIPPS code (HP) of five characters for this revenue code.';
    return [{ segment, loop: '2400', element: 'SV202', message }];
  },
};

const homeHealth: LoopRule = {
  id: 'home-health',
  snip: 6,
  loop: '2300',
  from: 'guide',
  source: `${guide}, 2300 HI*BE and 2400; Medicare Claims Processing Manual, chapter 10`,
  when: 'a home health bill to Medicare (32x) has a line of the payment group (0023) and the area of the home (value code 61)',
  check(claim) {
    const clm = first(claim, 'CLM');
    if (!clm || component(clm, 5, 1) !== '32' || !goesTo(claim, 'MA', 'MB')) return [];
    const found: Found[] = [];
    if (!loopsOf(claim, '2400').some((line) => revenueOf(line) === '0023')) {
      const message = 'A line with revenue code 0023 is required: it tells the payment group.';
      found.push({ segment: clm, missing: 'SV2', fault: 'missing', loop: '2400', message });
    }
    if (!valuesOf(claim).some(({ code }) => code === '61')) {
      const message = 'Value code 61 is required: it tells the area where the home is.';
      found.push({ segment: clm, missing: 'HI', fault: 'missing', loop: '2300', message });
    }
    return found;
  },
};

const hospice: LoopRule = {
  id: 'hospice-place',
  snip: 6,
  loop: '2400',
  from: 'guide',
  source: `${guide}, 2400 SV202; Medicare Claims Processing Manual, chapter 11`,
  when: 'a day of hospice care billed to Medicare (81x, 82x; revenue codes 0651, 0652, 0655, 0656) says where it was given (Q5001 to Q5010)',
  check(line) {
    const segment = first(line, 'SV2');
    const facility = part(first(line.parent, 'CLM'), 5, 1) ?? '';
    if (!segment || !/^8[12]$/.test(facility) || !goesTo(line, 'MA', 'MB')) return [];
    if (!/^065[1256]$/.test(revenueOf(line)) || /^Q50(?:0[1-9]|10)$/.test(procedureOf(line) ?? '')) return [];
    const message = 'SV202-2 must say where the hospice care was given (Q5001 to Q5010).';
    return [{ segment, loop: '2400', element: 'SV202-2', message }];
  },
};

const therapy: Readonly<Record<string, string>> = { '042': 'GP', '043': 'GO', '044': 'GN' };

const therapyModifier: LoopRule = {
  id: 'therapy-modifier',
  snip: 6,
  loop: '2400',
  from: 'guide',
  source: `${guide}, 2400 SV202-3; Medicare Claims Processing Manual, chapter 5`,
  when: 'physical, occupational and speech therapy billed to Medicare (042x, 043x, 044x on bills 13x, 22x, 23x, 34x, 74x, 75x, 85x) has modifier GP, GO or GN',
  check(line) {
    const segment = first(line, 'SV2');
    const facility = part(first(line.parent, 'CLM'), 5, 1) ?? '';
    const due = therapy[revenueOf(line).slice(0, 3)];
    if (!segment || due === undefined || procedureOf(line) === undefined) return [];
    if (!/^(?:13|22|23|34|74|75|85)$/.test(facility) || !goesTo(line, 'MA', 'MB')) return [];
    if (modifiersOf(line).includes(due)) return [];
    const message = `Modifier ${due} must be among those of the line: it says which plan of therapy.`;
    return [{ segment, loop: '2400', element: 'SV202-3', message }];
  },
};

const coveredDays: LoopRule = {
  id: 'covered-days-told',
  snip: 6,
  loop: '2300',
  from: 'guide',
  source: `${guide}, 2300 HI*BE; Medicare Claims Processing Manual, chapter 25`,
  when: 'a stay billed to Medicare (11x, 18x, 21x) tells its covered or other days in value codes 80 and 81',
  check(claim) {
    const clm = first(claim, 'CLM');
    const facility = part(clm, 5, 1) ?? '';
    if (!clm || !/^(?:11|18|21)$/.test(facility) || !goesTo(claim, 'MA')) return [];
    if (valuesOf(claim).some(({ code }) => code === '80' || code === '81')) return [];
    const message = 'Value code 80 is required: it tells the covered days of the stay.';
    return [{ segment: clm, missing: 'HI', fault: 'missing', loop: '2300', message }];
  },
};

const description: LoopRule = {
  id: 'unlisted-procedure',
  snip: 6,
  loop: '2400',
  onlyWith: 'SV2',
  from: 'guide',
  source: `${guide}, 2400 SV202-7`,
  when: 'a procedure code that stands for what has no code is described in SV202-7, or by the drug in loop 2410',
  check(line) {
    const segment = first(line, 'SV2');
    if (!segment || !isUnlisted(procedureOf(line) ?? '')) return [];
    if (component(segment, 2, 7) !== '' || loopOf(line, '2410')) return [];
    const message = 'SV202-7 must describe the service: its code stands for what has no code.';
    return [{ segment, loop: '2400', element: 'SV202-7', message }];
  },
};

/** SNIP 6: what an institutional claim needs by the kind of service. */
export const institutionalServiceRules: readonly LoopRule[] = [
  outpatientProcedure,
  groupLine,
  homeHealth,
  hospice,
  therapyModifier,
  coveredDays,
  description,
];

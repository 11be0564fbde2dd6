import { element } from '../../tokens/segment.ts';
import { all, first, type Loop, loopsOf, value } from '../../walk/loop.ts';
import type { Found, LoopRule } from '../rule.ts';
import { procedureOf } from './line.ts';

/** When a service was done; a predetermination asks before it is, and braces are worn for years. */
const serviceDate: LoopRule = {
  id: 'dental-service-date',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X224A2, 2300 and 2400 DTP*472, CLM19, DN1',
  when: 'each line of a dental claim has a date of service, of its own or the claim has one, unless it is a predetermination (CLM19 = PB) or for orthodontics (DN1, DTP*452)',
  check(claim) {
    const clm = first(claim, 'CLM');
    const isExempt = value(clm, 19) !== undefined || first(claim, 'DN1') || first(claim, 'DTP', '452');
    if (!clm || isExempt || first(claim, 'DTP', '472') || claim.unsure?.has('DTP')) return [];
    const lines = loopsOf(claim, '2400').filter((line) => first(line, 'SV3'));
    const bare = lines.filter((line) => !isDated(line));
    // Where several lines have no date, the claim's is the one that is missing.
    if (bare.length > 1) {
      const message = 'DTP*472 is required: neither the claim nor its lines say when the services were done.';
      return [{ segment: clm, missing: 'DTP', fault: 'missing', loop: '2300', message }];
    }
    return bare.flatMap((line): Found[] => {
      const segment = first(line, 'SV3');
      const message = 'DTP*472 is required: the claim does not say when the service was done.';
      return segment ? [{ segment, missing: 'DTP', fault: 'missing', loop: '2400', message }] : [];
    });
  },
};

function isDated(line: Loop): boolean {
  const starts = ['472', '452', '196', '198'].some((code) => first(line, 'DTP', code));
  return starts || line.unsure?.has('DTP') === true || /^D8/.test(procedureOf(line, 'AD') ?? '');
}

const missingDiagnosis: LoopRule = {
  id: 'dental-diagnosis',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X224A2, 2300 HI and 2400 SV311',
  when: 'a dental claim whose lines point at diagnoses (SV311) has them in HI',
  check(claim) {
    const clm = first(claim, 'CLM');
    const points = loopsOf(claim, '2400').some((line) => value(first(line, 'SV3'), 11) !== undefined);
    if (!clm || !points || first(claim, 'HI')) return [];
    const message = 'HI is required: the lines point at diagnoses.';
    return [{ segment: clm, missing: 'HI', fault: 'missing', loop: '2300', message }];
  },
};

/** Permanent teeth 1 to 32, primary ones A to T; supernumerary ones 51 to 82 and AS to TS. */
const tooth = /^(?:[1-9]|[12]\d|3[0-2]|5[1-9]|[67]\d|8[0-2]|[A-T]S?)$/;

const toothCode: LoopRule = {
  id: 'tooth-code',
  snip: 5,
  loop: '2300',
  from: 'guide',
  source: '005010X224A2, 2300 DN201 and 2400 TOO02; ADA Universal National Tooth Designation System',
  when: 'a tooth is one of the universal tooth designation: 1 to 32, A to T, 51 to 82, AS to TS',
  check(claim) {
    const places = [
      ...all(claim, 'DN2').map((segment) => ({ segment, index: 1, loop: '2300' })),
      ...loopsOf(claim, '2400').flatMap((line) =>
        all(line, 'TOO').map((segment) => ({ segment, index: 2, loop: '2400' })),
      ),
    ];
    return places.flatMap(({ segment, index, loop }): Found[] => {
      const text = element(segment, index);
      const name = `${segment.id}0${index}`;
      // Leading zeros do no harm.
      if (text === '' || tooth.test(text.replace(/^0(?=\d$)/, ''))) return [];
      return [{ segment, loop, element: name, message: `${name} is no tooth of the universal designation.` }];
    });
  },
};

/** SNIP 4 and 5: what only a dental claim has. */
export const dentalRules: readonly LoopRule[] = [serviceDate, missingDiagnosis, toothCode];

import { daysBetween, type IsoDate, parseCompactDate } from '../../../model/index.ts';
import { component, type Segment } from '../../tokens/segment.ts';
import { all, first, type Loop, loopOf, loopsOf, part, value } from '../../walk/loop.ts';
import type { Found, LoopRule } from '../rule.ts';
import { elementName, revenueOf } from './line.ts';
import { createdOn, dateOf, isOneDay } from './period.ts';

/** Where a patient stays, by the first two digits of the type of bill: hospital, swing bed, nursing facility. */
export const inpatient = /^(?:11|18|21|41)$/;

/** Where only visits are billed. */
export const outpatient = /^(?:13|14|71|72|73|74|75|76|77|83|85)$/;

export function facilityOf(claim: Loop): string {
  return part(first(claim, 'CLM'), 5, 1) ?? '';
}

const attendingProvider: LoopRule = {
  id: 'attending-provider',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X223A2, 2310A',
  when: 'an institutional claim for anything but transport (revenue code 054x) names the attending provider',
  check(claim) {
    const clm = first(claim, 'CLM');
    const codes = loopsOf(claim, '2400').map(revenueOf);
    if (!clm || loopOf(claim, '2310A') || claim.unsure?.has('NM1')) return [];
    if (codes.every((code) => code === '' || code.startsWith('054'))) return [];
    const message = 'Loop 2310A is required: the claim is for more than transport, so a provider attended.';
    return [{ segment: clm, missing: 'NM1', fault: 'missing', loop: '2310A', message }];
  },
};

const patientStatus: LoopRule = {
  id: 'patient-status',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X223A2, 2300 CLM05-3 and CL103; NUBC, patient discharge status',
  when: 'a patient is still there (CL103 = 30) at the end of an interim bill of a stay (CLM05-3 = 2 or 3), and is not at the end of a stay (1 or 4)',
  check(claim) {
    const segment = first(claim, 'CL1');
    const frequency = part(first(claim, 'CLM'), 5, 3) ?? '';
    const status = value(segment, 3);
    if (!segment || status === undefined || !inpatient.test(facilityOf(claim))) return [];
    const isStill = status === '30';
    if (isStill ? !/^[14]$/.test(frequency) : !/^[23]$/.test(frequency)) return [];
    const message = isStill
      ? 'CL103 says that the patient is still there, but the bill is the last one of the stay (CLM05-3).'
      : 'The bill is an interim one (CLM05-3), so the patient is still there: CL103 must be 30.';
    return [{ segment, loop: '2300', element: 'CL103', message }];
  },
};

const reasonForVisit: LoopRule = {
  id: 'reason-for-visit',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X223A2, 2300 HI*APR; NUBC, patient reason for visit',
  when: 'an unscheduled visit to a hospital (bills 13x and 85x, CL101 = 1, 2 or 5, revenue code 045x, 0516, 0526 or 0762) has a reason in HI*APR',
  check(claim) {
    const clm = first(claim, 'CLM');
    const isUnscheduled = /^[125]$/.test(value(first(claim, 'CL1'), 1) ?? '');
    const codes = loopsOf(claim, '2400').map(revenueOf);
    if (!clm || !isUnscheduled || !/^(?:13|85)$/.test(facilityOf(claim))) return [];
    if (first(claim, 'HI', 'APR', 'PR') || claim.unsure?.has('HI')) return [];
    if (!codes.some((code) => /^(?:045\d|0516|0526|0762)$/.test(code))) return [];
    const message = "An unscheduled visit needs the patient's reason for it in HI*APR.";
    return [{ segment: clm, missing: 'HI', fault: 'missing', loop: '2300', message }];
  },
};

const lineDate: LoopRule = {
  id: 'outpatient-line-date',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X223A2, 2400 DTP*472',
  when: 'each line of an outpatient bill for more than one day has its date, unless it is for a drug',
  check(claim) {
    const statement = dateOf(claim, '434');
    if (!statement || statement.from === statement.to || !outpatient.test(facilityOf(claim))) return [];
    return loopsOf(claim, '2400').flatMap((line): Found[] => {
      const segment = first(line, 'SV2');
      const isDrug = loopOf(line, '2410') !== undefined || /^0(?:25|63)/.test(revenueOf(line));
      if (!segment || isDrug || first(line, 'DTP', '472') || line.unsure?.has('DTP')) return [];
      const message = 'DTP*472 is required: the bill is for several days.';
      return [{ segment, missing: 'DTP', fault: 'missing', loop: '2400', message }];
    });
  },
};

const withinStatement: LoopRule = {
  id: 'outside-statement',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X223A2, 2300 DTP*434, DTP*435 and HI*BBR, 2400 DTP*472',
  when: 'what is billed lies in the period of the statement (DTP*434); the admission and the procedures do not lie after it, nor the procedures more than three days before it and the admission',
  check(claim) {
    const statement = dateOf(claim, '434');
    // One day in place of a period says when it began at most.
    if (!statement || isOneDay(statement)) return [];
    const { from, to, segment: dtp } = statement;
    const at = (segment: Segment, loop: string, name: string, message: string): Found => ({
      segment,
      loop,
      element: name,
      message,
    });
    const made = createdOn(claim);
    // What lies in the future is told as that.
    const isFuture = (date: IsoDate) => made !== undefined && date > made;
    const dated = loopsOf(claim, '2400').flatMap((line) => dateOf(line, '472') ?? []);
    const lines = dated.filter((line) => !isFuture(line.from));
    const outside = lines.filter((line) => line.from < from || line.to > to);
    // When no line is in it, the statement is wrong.
    const found =
      outside.length > 1 && outside.length === lines.length
        ? [at(dtp, '2300', 'DTP03', 'The statement covers none of the lines.')]
        : outside.map(({ segment }) =>
            at(
              segment,
              '2400',
              'DTP03',
              'The service lies outside of the period of the statement (DTP*434).',
            ),
          );
    const admission = dateOf(claim, '435');
    if (admission && admission.from > to && !isFuture(admission.from))
      found.push(at(admission.segment, '2300', 'DTP03', 'The admission lies after the statement (DTP*434).'));
    const last = to.replaceAll('-', '');
    const begun = admission && admission.from < from ? admission.from : from;
    for (const hi of all(claim, 'HI', 'BBR', 'BBQ', 'BR', 'BQ')) {
      for (let index = 1; index < hi.elements.length; index++) {
        const date = component(hi, index, 3) === 'D8' ? component(hi, index, 4) : '';
        const message = 'The procedure lies after the statement (DTP*434).';
        if (date > last) found.push(at(hi, '2300', elementName(hi, index, 4), message));
        const day = parseCompactDate(date);
        // Hospitals bill what they did in the three days before the admission with the stay.
        if (day !== undefined && daysBetween(day, begun) > 3) {
          const early = 'The procedure lies long before the statement (DTP*434) and the admission.';
          found.push(at(hi, '2300', elementName(hi, index, 4), early));
        }
      }
    }
    return found;
  },
};

/** SNIP 4: what only an institutional claim has. */
export const institutionalRules: readonly LoopRule[] = [
  attendingProvider,
  patientStatus,
  reasonForVisit,
  lineDate,
  withinStatement,
];

import { daysBetween, type IsoDate, parseCompactDate } from '../../../model/index.ts';
import { element, type Segment } from '../../tokens/segment.ts';
import { all, around, first, type Loop, loopsOf, value } from '../../walk/loop.ts';
import type { Found, LoopRule, RuleFinding, TransactionRule } from '../rule.ts';
import { createdOn, dateOf, type Period, patientOf, periodOf, serviceOfLine } from './period.ts';

const guides = '005010X222A1, X223A2, X224A2';

/** What has happened by the time the file is made, by loop: DTP01. */
const past: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    '2300': '431 434 439 435 050 096 452 453 454 472 304 455 484',
    '2400': '472 196 304 441 452 454 455 461 471 738 739',
    '2330B': '573',
    '2430': '573',
  }).map(([loop, codes]) => [loop, new Set(codes.split(' '))]),
);

/**
 * A service, a decision or an accident lies in the past. Where everything seems to be in the future, the date
 * of the file is wrong, which is one fault.
 */
const futureDate: TransactionRule = {
  id: 'future-date',
  snip: 4,
  from: 'guide',
  source: `${guides}: BHT04; 2400 DTP*472, 2300 DTP, 2330B and 2430 DTP*573`,
  when: 'nothing that is claimed begins, and nothing that is told happened, after the day the file was made (BHT04)',
  start(report) {
    let late: RuleFinding[] = [];
    let inTime = 0;
    return {
      segment(segment, loop) {
        if (segment.id !== 'DTP' || segment.elements.length < 4) return;
        if (!past.get(loop.id)?.has(element(segment, 1))) return;
        const [date, made] = [periodOf(segment), createdOn(loop)];
        if (date === undefined || made === undefined) return;
        // A bill is made when its period is over; supplies may be given for some time ahead.
        const begun = element(segment, 1) === '434' ? date.to : date.from;
        if (begun <= made) inTime++;
        else if (late.length < 100 && !isPlanned(segment, loop)) {
          const message = 'DTP03 lies after the day on which the file was made (BHT04).';
          late.push({ code: 'future-date', segment, loop: loop.id, element: 'DTP03', message });
        }
      },
      closed(loop) {
        if (loop.id !== '') return;
        const bht = first(loop, 'BHT');
        if (inTime === 0 && late.length > 1 && bht) {
          const message = 'BHT04 lies before everything that the file tells of.';
          report({ code: 'future-date', segment: bht, loop: '', element: 'BHT04', message });
        } else for (const finding of late) report(finding);
        late = [];
      },
    };
  },
};

/** What a predetermination asks for is yet to be done. */
function isPlanned(segment: Segment, loop: Loop): boolean {
  const claim = around(loop, '2300');
  return /^(?:196|452|472)$/.test(element(segment, 1)) && value(first(claim, 'CLM'), 19) === 'PB';
}

const lifetime: TransactionRule = {
  id: 'service-outside-life',
  snip: 4,
  from: 'guide',
  source: `${guides}: 2010BA and 2010CA DMG02, 2000B and 2000C PAT06, 2400 DTP*472`,
  when: 'the patient was born before the service, and died (PAT06) not before it began nor after the file was made',
  start(report) {
    const told = new WeakSet<Segment>();
    const once = (finding: RuleFinding) => {
      if (!told.has(finding.segment)) report(finding);
      told.add(finding.segment);
    };
    return {
      closed(claim) {
        if (claim.id !== '2300') return;
        const patient = patientOf(claim);
        const services = servicesOf(claim);
        const dmg = first(patient, 'DMG');
        const birth = dmg && parseCompactDate(element(dmg, 2));
        const early = birth === undefined ? [] : services.filter(({ to }) => to < birth);
        const code = 'service-outside-life';
        // A line that is alone in it, or is far too old to be claimed, has a wrong date itself.
        const made = createdOn(claim);
        const old = early.filter(({ to }) => made !== undefined && daysBetween(to, made) > 1100);
        const wrong = early.length < services.length ? early : old;
        if (wrong.length > 0) {
          for (const { segment } of wrong) {
            const message = 'DTP03 lies before the birth of the patient.';
            once({
              code,
              segment,
              loop: element(segment, 1) === '434' ? '2300' : '2400',
              element: 'DTP03',
              message,
            });
          }
        } else if (dmg && patient && early.length > 0) {
          const message = 'DMG02 lies after the services: the patient was not born yet.';
          once({ code, segment: dmg, loop: patient.id, element: 'DMG02', message });
        }
        const level = patient?.parent;
        const pat = first(level, 'PAT');
        const death = pat && element(pat, 5) === 'D8' ? parseCompactDate(element(pat, 6)) : undefined;
        if (!pat || !level || death === undefined) return;
        const at = { code, segment: pat, loop: level.id, element: 'PAT06' };
        if (birth !== undefined && death < birth)
          once({ ...at, message: 'PAT06 says that the patient died before being born.' });
        else if (services.length > 0 && services.every(({ from }) => from > death))
          once({ ...at, message: 'PAT06 lies before the services: the patient had died already.' });
        else if (made !== undefined && death > made && services.some(({ from }) => from <= made))
          once({ ...at, message: 'PAT06 lies after the day on which the file was made (BHT04).' });
      },
    };
  },
};

/** An institutional claim has its statement to go by, which its lines are held against. */
function servicesOf(claim: Loop): Period[] {
  const statement = dateOf(claim, '434');
  if (statement) return [statement];
  return loopsOf(claim, '2400').flatMap((line) => serviceOfLine(line) ?? []);
}

/** What cannot come after the services of a claim: the accident or the illness they were for. */
const causeAfterService: LoopRule = {
  id: 'cause-after-service',
  onlyWith: 'DTP',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X222A1, X224A2: 2300 DTP*439 and DTP*431',
  when: 'an accident (DTP*439) or the onset of an illness (DTP*431) does not lie after all services of the claim',
  check(claim) {
    const causes = ['439', '431'].flatMap((code) => dateOf(claim, code) ?? []);
    if (causes.length === 0) return [];
    const services = servicesOf(claim);
    const last = services.reduce<IsoDate | undefined>(
      (end, { to }) => (end && end > to ? end : to),
      undefined,
    );
    const made = createdOn(claim);
    return causes.flatMap((cause): Found[] => {
      if (last === undefined || cause.from <= last) return [];
      // What lies in the future is told as that.
      if (made !== undefined && cause.from > made) return [];
      const message = 'DTP03 lies after all services of the claim that it is the cause of.';
      return [{ segment: cause.segment, loop: '2300', element: 'DTP03', message }];
    });
  },
};

const stay: LoopRule = {
  id: 'discharge-before-admission',
  onlyWith: 'DTP',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X222A1 2300 DTP*435 and DTP*096',
  when: 'a patient is discharged (DTP*096) on the day of admission (DTP*435) or later',
  check(claim) {
    const [admission, discharge] = [dateOf(claim, '435'), dateOf(claim, '096')];
    const made = createdOn(claim);
    if (!admission || !discharge || admission.from <= discharge.from) return [];
    // What lies in the future is told as that.
    if (made !== undefined && admission.from > made) return [];
    const message = 'The discharge lies before the admission (DTP*435).';
    return [{ segment: discharge.segment, loop: '2300', element: 'DTP03', message }];
  },
};

/** A disability that has begun and ended is a period; one end of it is a day. */
const disability: LoopRule = {
  id: 'disability-period',
  onlyWith: 'DTP',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X222A1, 2300 DTP*314, DTP*360 and DTP*361',
  when: 'a disability with both ends (DTP*314) is a period (RD8), its beginning (360) or end (361) alone is a day (D8)',
  check(claim) {
    return all(claim, 'DTP', '314', '360', '361').flatMap((segment): Found[] => {
      const due = element(segment, 1) === '314' ? 'RD8' : 'D8';
      if (!/^R?D8$/.test(element(segment, 2)) || element(segment, 2) === due) return [];
      const message = `DTP02 must be ${due} for this kind of date (DTP01).`;
      return [{ segment, loop: '2300', element: 'DTP02', message }];
    });
  },
};

/** SNIP 4: dates of a claim that cannot be. */
export const claimDateRules: readonly TransactionRule[] = [futureDate, lifetime];

/** Of claims that say what they are the consequence of. */
export const causeRules: readonly LoopRule[] = [causeAfterService];

export const professionalDateRules: readonly LoopRule[] = [stay, disability];

import { component, element } from '../../tokens/segment.ts';
import { all, first, type Loop, loopOf, loopsOf, part } from '../../walk/loop.ts';
import type { Found, LoopRule } from '../rule.ts';
import { elementName, procedureOf } from './line.ts';
import { createdOn, dateOf, isOneDay, type Period, periodOf, serviceOfLine } from './period.ts';

const guides = '005010X222A1, X223A2, X224A2';

/** What lies in the future is told as that. */
function isFuture(service: Period, loop: Loop): boolean {
  const made = createdOn(loop);
  return made !== undefined && service.from > made;
}

/** By their text alone, which is cheap and right where both are dates: whether a date comes before the service of a line. */
function isBefore(loop: Loop, code: string, line: Loop): boolean {
  const date = first(loop, 'DTP', code);
  const service = first(line, 'DTP', '472') ?? first(line.parent, 'DTP', '472');
  return date !== undefined && (!service || element(date, 3) < element(service, 3).slice(0, 8));
}

const decidedEarly: LoopRule = {
  id: 'decision-before-service',
  snip: 4,
  loop: '2400',
  from: 'guide',
  source: `${guides}: 2430 DTP*573 and 2400 DTP*472`,
  when: 'another payer decides on a line (DTP*573) on the day of the service or later',
  check(line) {
    if (line.loops.length === 0) return [];
    const decisions = loopsOf(line, '2430').filter((decision) => isBefore(decision, '573', line));
    const service = decisions.length === 0 ? undefined : serviceOfLine(line);
    if (!service || isFuture(service, line)) return [];
    return decisions.flatMap((decision): Found[] => {
      const decided = dateOf(decision, '573');
      if (!decided || decided.from >= service.from) return [];
      const message = 'DTP03 lies before the service that the other payer decided on.';
      return [{ severity: 'warning', segment: decided.segment, loop: '2430', element: 'DTP03', message }];
    });
  },
};

const claimDecidedEarly: LoopRule = {
  id: 'decision-before-service',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: `${guides}: 2330B DTP*573, 2400 DTP*472, 2300 DTP*434`,
  when: 'another payer decides on a claim (DTP*573) when its services have begun',
  check(claim) {
    return loopsOf(claim, '2320').flatMap((coverage): Found[] => {
      const payer = loopOf(coverage, '2330B');
      if (!payer || !loopsOf(claim, '2400').every((line) => isBefore(payer, '573', line))) return [];
      const decided = dateOf(payer, '573');
      if (!decided) return [];
      const services = [dateOf(claim, '434'), ...loopsOf(claim, '2400').map(serviceOfLine)];
      const dated = services.flatMap((service) => service ?? []);
      if (dated.length === 0 || dated.some((one) => one.from <= decided.from || isFuture(one, claim)))
        return [];
      const message = 'DTP03 lies before all services that the other payer decided on.';
      return [{ severity: 'warning', segment: decided.segment, loop: '2330B', element: 'DTP03', message }];
    });
  },
};

const beforeAdmission: LoopRule = {
  id: 'service-before-admission',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X222A1, 2300 DTP*435 and 2400 DTP*472',
  when: 'a service to an inpatient (place of service 21) is not done before the admission (DTP*435)',
  check(claim) {
    if (part(first(claim, 'CLM'), 5, 1) !== '21') return [];
    const admission = dateOf(claim, '435');
    if (!admission) return [];
    return loopsOf(claim, '2400').flatMap((line): Found[] => {
      const service = dateOf(line, '472');
      const place = part(first(line, 'SV1'), 5, 1) ?? '21';
      if (!service || place !== '21' || service.to >= admission.from) return [];
      const message = 'The service lies before the admission (DTP*435).';
      return [{ severity: 'warning', segment: service.segment, loop: '2400', element: 'DTP03', message }];
    });
  },
};

/** Supplies and equipment are billed for some time ahead. */
const givenAhead = /^[ABEKLV]\d{4}$/;

const endsInFuture: LoopRule = {
  id: 'service-ends-in-future',
  snip: 4,
  loop: '2400',
  from: 'guide',
  source: '005010X222A1, 2400 DTP*472; BHT04',
  when: 'services do not end after the day the file was made (BHT04), but for equipment and supplies',
  check(line) {
    const dtp = first(line, 'DTP', '472');
    const service = dtp && element(dtp, 2) === 'RD8' ? periodOf(dtp) : undefined;
    if (!service) return [];
    const made = createdOn(line);
    if (made === undefined || service.to <= made || service.from > made) return [];
    if (first(line, 'SV5') || givenAhead.test(procedureOf(line) ?? '')) return [];
    const message = 'DTP03 ends after the day on which the file was made (BHT04).';
    return [{ severity: 'warning', segment: service.segment, loop: '2400', element: 'DTP03', message }];
  },
};

const occurrence: LoopRule = {
  id: 'occurrence-in-future',
  snip: 4,
  loop: '2300',
  onlyWith: 'HI',
  from: 'guide',
  source: '005010X223A2, 2300 HI*BH and HI*BI; BHT04',
  when: 'what has occurred (HI*BH, HI*BI) did not begin after the day the file was made (BHT04)',
  check(claim) {
    const made = createdOn(claim)?.replaceAll('-', '');
    const statement = dateOf(claim, '434');
    // A file that was made before its claims has another date wrong.
    if (made === undefined || (statement && isFuture(statement, claim))) return [];
    return all(claim, 'HI', 'BH', 'BI').flatMap((segment) =>
      segment.elements.slice(1).flatMap((_, at): Found[] => {
        const date = component(segment, at + 1, 4).slice(0, 8);
        if (!/^\d{8}$/.test(date) || date <= made) return [];
        const name = elementName(segment, at + 1, 4);
        const message = `${name} lies after the day on which the file was made (BHT04).`;
        return [{ severity: 'warning', segment, loop: '2300', element: name, message }];
      }),
    );
  },
};

/** The guide has a period (RD8) alone, yet a day is sent by many. */
const oneDayStatement: LoopRule = {
  id: 'statement-period',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X223A2, 2300 DTP*434',
  when: 'a statement is a period (RD8), also when it is of one day',
  check(claim) {
    const statement = dateOf(claim, '434');
    if (!statement || !isOneDay(statement)) return [];
    const message = 'DTP02 should be RD8: a statement is a period, also when it is of one day.';
    return [{ severity: 'warning', segment: statement.segment, loop: '2300', element: 'DTP02', message }];
  },
};

const predetermined: LoopRule = {
  id: 'predetermination-date',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X224A2, 2300 CLM19, 2300 and 2400 DTP*472',
  when: 'a predetermination (CLM19 = PB) asks for what is yet to be done, which has no date of service',
  check(claim) {
    const clm = first(claim, 'CLM');
    if (!clm || element(clm, 19) !== 'PB') return [];
    const dated = [claim, ...loopsOf(claim, '2400')].map((loop) => ({
      loop,
      dtp: first(loop, 'DTP', '472'),
    }));
    const shown = dated.find(({ dtp }) => dtp !== undefined);
    if (!shown?.dtp) return [];
    const message = 'A date of service is not due: CLM19 asks for a predetermination.';
    return [{ severity: 'warning', segment: shown.dtp, loop: shown.loop.id, message }];
  },
};

/** SNIP 4, warnings: dates that are hardly meant. */
export const unlikelyDateRules: readonly LoopRule[] = [decidedEarly, claimDecidedEarly];

export const professionalUnlikelyDates: readonly LoopRule[] = [beforeAdmission, endsInFuture];

export const institutionalUnlikelyDates: readonly LoopRule[] = [occurrence, oneDayStatement];

export const dentalUnlikelyDates: readonly LoopRule[] = [predetermined];

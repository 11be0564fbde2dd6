import { parseCompactDate } from '../../../model/index.ts';
import { component, element, type Segment } from '../../tokens/segment.ts';
import { all, first, type Loop, loopsOf, value } from '../../walk/loop.ts';
import type { Found, LoopRule } from '../rule.ts';
import { reasonsOf } from './adjustments.ts';

function hasReason({ segments }: Loop, reason: string): boolean {
  for (const cas of segments) {
    if (cas.id !== 'CAS') continue;
    for (const index of reasonsOf(cas)) if (cas.elements[index] === reason) return true;
  }
  return false;
}

/** What an earlier payer did to a claim (reason 23) is told by the payer after it. */
const primaryAfterAnother: LoopRule = {
  id: 'status-sequence',
  snip: 4,
  loop: '2100',
  from: 'guide',
  source: '005010X221A1, CLP02 codes 1 and 19, 1.10.2.13',
  when: 'CLP02 is 1 or 19 (processed as primary): no adjustment has the reason 23',
  check(loop) {
    const clp = first(loop, 'CLP');
    if (!clp || !['1', '19'].includes(element(clp, 2))) return [];
    if (![loop, ...loopsOf(loop, '2110')].some((one) => hasReason(one, '23'))) return [];
    const message =
      'CLP02 says that this payer was the first, but an adjustment (23) tells of one before it.';
    return [{ severity: 'warning', segment: clp, loop: '2100', element: 'CLP02', message }];
  },
};

const serviceDates = new Set(['150', '151', '232', '233', '472']);

/** DTM segments of one loop: no kind twice, and no end before its beginning. */
function dates(loop: Loop, from: string, to: string): Found[] {
  const found: Found[] = [];
  const dtms = all(loop, 'DTM');
  if (dtms.length < 2) return found;
  // More than two are told as too many, and so is a second of a date that may stand once only.
  const ofService = dtms.filter((dtm) => serviceDates.has(element(dtm, 1)));
  const [one, other] = ofService;
  if (one && other && ofService.length === 2 && element(one, 1) === element(other, 1))
    found.push(at(other, loop, 'DTM01', 'This date was given already.'));
  const [start, end] = [first(loop, 'DTM', from), first(loop, 'DTM', to)];
  if (!start || !end) return found;
  const [begins, ends] = [start, end].map((dtm) => parseCompactDate(value(dtm, 2) ?? ''));
  if (begins !== undefined && ends !== undefined && ends < begins)
    found.push(at(end, loop, 'DTM02', 'The period ends before it begins.'));
  return found;
}

function at(segment: Segment, loop: Loop, elementName: string, message: string): Found {
  return { segment, loop: loop.id, element: elementName, message };
}

const claimDates: LoopRule = {
  id: 'date-order',
  snip: 4,
  loop: '2100',
  onlyWith: 'DTM',
  from: 'guide',
  source: '005010X221A1, 2100 DTM*232 and DTM*233',
  when: 'each date of the claim is given once, and DTM*233 is not before DTM*232',
  check: (loop) => dates(loop, '232', '233'),
};

const lineDates: LoopRule = {
  id: 'date-order',
  snip: 4,
  loop: '2110',
  onlyWith: 'DTM',
  from: 'guide',
  source: '005010X221A1, 2110 DTM*150 and DTM*151',
  when: 'each date of the line is given once, and DTM*151 is not before DTM*150',
  check: (loop) => dates(loop, '150', '151'),
};

/** A line says when the service was, unless its claim does. A date of unknown kind may be the one that is due. */
const serviceDate: LoopRule = {
  id: 'service-date',
  snip: 4,
  loop: '2110',
  from: 'guide',
  source: '005010X221A1, 2110 DTM and 2100 DTM*232',
  when: 'the claim has neither DTM*232 nor DTM*233: the line has DTM*472, or DTM*150 and DTM*151',
  check(loop) {
    const { parent: claim } = loop;
    const [svc] = loop.segments;
    if (!svc || !claim || loop.unsure?.has('DTM') || claim.unsure?.has('DTM')) return [];
    if (first(loop, 'DTM', '150', '151', '472') || first(claim, 'DTM', '232', '233')) return [];
    const message =
      'DTM*472, or DTM*150 and DTM*151, is required: the claim does not say when the service was.';
    return [{ segment: svc, missing: 'DTM', loop: '2110', message }];
  },
};

/** SVC06 and SVC07 tell what was sent, where it is not what was decided on. */
const unchanged: LoopRule = {
  id: 'line-unchanged',
  snip: 4,
  loop: '2110',
  from: 'guide',
  source: '005010X221A1, SVC06 and SVC07',
  when: 'SVC06 is another procedure than SVC01, and SVC07 another number than SVC05 (1 when absent)',
  check(loop) {
    const svc = first(loop, 'SVC');
    const found: Found[] = [];
    if (!svc || svc.elements.length < 7) return found;
    const procedure = (index: number) => [1, 2, 3, 4, 5, 6].map((n) => component(svc, index, n)).join(' ');
    const warn = (name: string, message: string) =>
      found.push({ severity: 'warning', segment: svc, loop: '2110', element: name, message });
    if (element(svc, 6) !== '' && procedure(6) === procedure(1))
      warn('SVC06', 'SVC06 is the procedure of SVC01: it is sent only where they differ.');
    const [paid, sent] = [value(svc, 5) ?? '1', value(svc, 7)];
    if (sent !== undefined && Number(sent) === Number(paid))
      warn('SVC07', 'SVC07 is the units of SVC05: it is sent only where they differ.');
    return found;
  },
};

/** Whoever posts by it finds two lines; only where the payer split a line that is meant. */
const lineNumbers: LoopRule = {
  id: 'line-control-repeats',
  snip: 4,
  loop: '2100',
  from: 'guide',
  source: '005010X221A1, 2110 REF*6R',
  when: 'a line control number (REF*6R) stands once in a claim, unless a line was split or bundled',
  check(loop) {
    const seen = new Set<string>();
    return loopsOf(loop, '2110').flatMap((line): Found[] => {
      const ref = first(line, 'REF', '6R');
      const number = value(ref, 2);
      if (!ref || number === undefined) return [];
      const isRepeated = seen.has(number) && element(first(line, 'SVC') ?? ref, 6) === '';
      seen.add(number);
      if (!isRepeated) return [];
      const message = 'Another line of the claim has the same control number: it was split, or one is wrong.';
      return [{ severity: 'info', segment: ref, loop: '2110', element: 'REF02', message }];
    });
  },
};

/** An extension belongs to the telephone number before it. */
const extensions: LoopRule[] = ['1000A', '2100'].map((loop) => ({
  id: 'contact-extension',
  snip: 4,
  loop,
  onlyWith: 'PER',
  from: 'guide',
  source: `005010X221A1, ${loop} PER05 and PER07`,
  when: 'EX in PER05 or PER07 follows TE',
  check: (one) =>
    all(one, 'PER').flatMap((per) =>
      [5, 7]
        .filter((index) => element(per, index) === 'EX' && /^(?:EM|EX|FX|UR)$/.test(element(per, index - 2)))
        .map((index) =>
          at(
            per,
            one,
            `PER0${index}`,
            `PER0${index} is an extension, but no telephone number stands before it.`,
          ),
        ),
    ),
}));

/** SNIP 4: what one part of a remittance's claim asks of another. */
export const remitClaimRules: readonly LoopRule[] = [
  serviceDate,
  primaryAfterAnother,
  claimDates,
  lineDates,
  unchanged,
  lineNumbers,
  ...extensions,
];

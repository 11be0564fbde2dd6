import { element, type Segment } from '../../tokens/segment.ts';
import { all, first, type Loop, loopsOf, value } from '../../walk/loop.ts';
import type { Found, LoopRule, RuleFinding, RuleSet, TransactionRule } from '../rule.ts';
import { answeredGroup } from './answered-group.ts';

const guide = '005010X231A1';

/** The codes of IK502 to IK506 that say that segments are in error. */
const segmentsInError = ['5', 'I5'];

const reasonsOf = (ik5: Segment) => [2, 3, 4, 5, 6].map((index) => element(ik5, index));

/** An accepted transaction (IK501 = A) has no errors. */
const accepted: LoopRule = {
  id: 'accepted-with-errors',
  snip: 4,
  loop: '2000',
  from: 'guide',
  source: `${guide}, IK501`,
  when: 'IK501 is A: no segment is told to be in error',
  check(loop) {
    const ik5 = first(loop, 'IK5');
    if (!ik5 || element(ik5, 1) !== 'A') return [];
    if (loopsOf(loop, '2100').length === 0 && reasonsOf(ik5).every((code) => code === '')) return [];
    const message = 'IK501 accepts without errors, but errors are listed: E or R is due.';
    return [{ segment: ik5, loop: '2000', element: 'IK501', message }];
  },
};

/** Whoever is refused learns why: by IK502, and where segments are in error, by which they are. */
const reasons: LoopRule = {
  id: 'rejected-without-reason',
  snip: 4,
  loop: '2000',
  from: 'guide',
  source: `${guide}, IK502 and 2100 IK3`,
  when: 'IK501 is not A: IK502 says why; 5 and I5 stand with loops 2100, and only with them',
  check(loop) {
    const ik5 = first(loop, 'IK5');
    if (!ik5 || !['E', 'M', 'R', 'W', 'X'].includes(element(ik5, 1))) return [];
    const codes = reasonsOf(ik5);
    const index = codes.findIndex((code) => segmentsInError.includes(code));
    const hasSegments = loopsOf(loop, '2100').length > 0;
    const at = (name: string, message: string): Found => ({
      segment: ik5,
      loop: '2000',
      element: name,
      message,
    });
    if (codes.every((code) => code === '')) {
      const found = at('IK502', 'IK502 is required: it says why the transaction was not simply accepted.');
      return [hasSegments ? { ...found, severity: 'warning' } : found];
    }
    if (index >= 0 && !hasSegments)
      return [at(`IK50${index + 2}`, 'Segments are said to be in error, but no IK3 names one.')];
    if (index < 0 && hasSegments)
      return [at('IK502', 'IK3 names segments in error, so that one of IK502 to IK506 must be 5 or I5.')];
    return [];
  },
};

/** IK304 = 8 is explained by IK4, and IK4 stands only below it. */
const elements: LoopRule = {
  id: 'segment-error-elements',
  snip: 4,
  loop: '2100',
  from: 'guide',
  source: `${guide}, IK304 and 2110 IK4`,
  when: 'IK304 is 8 where, and only where, loops 2110 name elements in error',
  check(loop) {
    const ik3 = first(loop, 'IK3');
    const code = value(ik3, 4);
    if (!ik3 || code === undefined) return [];
    const hasElements = loopsOf(loop, '2110').length > 0;
    if (hasElements === (code === '8')) return [];
    const message = hasElements
      ? 'IK304 must be 8, because IK4 names elements in error.'
      : 'IK304 says that elements are in error, but no IK4 names one.';
    return [{ segment: ik3, loop: '2100', element: 'IK304', message }];
  },
};

/** What is missing, or too much, only because of another segment is told with that segment. */
const triggers: LoopRule = {
  id: 'situation-untold',
  snip: 4,
  loop: '2100',
  from: 'guide',
  source: `${guide}, IK304 codes I6 and I9, CTX`,
  when: 'IK304 is I6 or I9: CTX tells which segment caused that',
  check(loop) {
    const ik3 = first(loop, 'IK3');
    if (!ik3 || !['I6', 'I9'].includes(element(ik3, 4))) return [];
    if (all(loop, 'CTX', 'SITUATIONAL TRIGGER').length > 0 || loop.unsure?.has('CTX')) return [];
    const message = 'CTX ought to tell which segment made this one necessary, or barred it.';
    return [{ severity: 'warning', segment: ik3, missing: 'CTX', loop: '2100', message }];
  },
};

interface Answers {
  /** Undefined when a verdict is missing or none: then there is nothing to count. */
  listed: number | undefined;
  accepted: number;
  withErrors: number;
}

/** The verdict on a group (AK9) is the sum of the verdicts on its transactions. */
const groupVerdict: TransactionRule = {
  id: 'acknowledged-counts',
  snip: 3,
  from: 'guide',
  source: `${guide}, AK901 to AK905`,
  when: 'AK903 counts the transactions received, AK904 those accepted (IK501 A or E); AK901 is A or E when all are accepted, P when some, R when none; AK905 explains what no transaction does',
  start(report) {
    const answers: Answers = { listed: 0, accepted: 0, withErrors: 0 };
    return {
      closed(loop) {
        if (loop.id === '2000') count(loop, answers);
        if (loop.id === '') checkGroup(loop, answers, report);
      },
    };
  },
};

function count(loop: Loop, answers: Answers): void {
  const verdict = value(first(loop, 'IK5'), 1);
  if (answers.listed === undefined || verdict === undefined || !/^[AEMRWX]$/.test(verdict)) {
    answers.listed = undefined;
    return;
  }
  answers.listed++;
  if (verdict === 'A' || verdict === 'E') answers.accepted++;
  if (verdict === 'E') answers.withErrors++;
}

function checkGroup(loop: Loop, answers: Answers, report: (finding: RuleFinding) => void): void {
  const ak9 = first(loop, 'AK9');
  const { listed } = answers;
  if (!ak9 || listed === undefined) return;
  if (![2, 3, 4].every((index) => /^\d{1,6}$/.test(element(ak9, index)))) return;
  const [included, received, accepted] = [2, 3, 4].map((index) => Number(element(ak9, index)));
  if (included === undefined || received === undefined || accepted === undefined) return;
  const wrong = (index: number, code: string, message: string, severity?: 'warning') =>
    report({
      segment: ak9,
      loop: '',
      element: `AK90${index}`,
      code,
      message,
      ...(severity && { severity }),
    });
  const reasonsGiven = [5, 6, 7, 8, 9].map((index) => element(ak9, index)).filter((code) => code !== '');
  if (received < listed)
    wrong(3, 'acknowledged-counts', `AK903 receives fewer transactions than are answered: ${listed}.`);
  else {
    // Transactions that are not answered one by one may be of either kind, and a group refused for itself
    // accepts none of those that are sound.
    const isRefused = element(ak9, 1) === 'R' && reasonsGiven.length > 0;
    const least = isRefused ? 0 : answers.accepted;
    const most = received - (listed - answers.accepted);
    if (accepted < least || accepted > most) {
      const due = least === most ? `${least}` : `${least} to ${most}`;
      wrong(4, 'acknowledged-counts', `AK904 does not count the accepted transactions right: ${due} is due.`);
    } else checkVerdict(ak9, { received, accepted, answers }, wrong);
  }
  if (included !== received && !reasonsGiven.includes('5'))
    wrong(5, 'group-reason', 'AK905 ought to be 5, because AK902 and AK903 count differently.', 'warning');
  if (element(ak9, 1) === 'R' && listed === 0 && reasonsGiven.length === 0)
    wrong(5, 'group-reason', 'AK905 is required: nothing else says why the group was rejected.');
}

function checkVerdict(
  ak9: Segment,
  { received, accepted, answers }: { received: number; accepted: number; answers: Answers },
  wrong: (index: number, code: string, message: string) => void,
): void {
  const verdict = element(ak9, 1);
  const isWhole = accepted === received;
  const fits: Readonly<Record<string, boolean>> = {
    A: isWhole && answers.withErrors === 0,
    E: isWhole,
    P: accepted > 0 && !isWhole,
    R: accepted === 0,
  };
  if (fits[verdict] !== false) return;
  wrong(
    1,
    'acknowledged-verdict',
    'AK901 does not follow from the transactions: all, some or none accepted.',
  );
}

/** The rules for a 999. */
export const functionalAcknowledgementRules: RuleSet = {
  loops: [accepted, reasons, elements, triggers],
  transactions: [groupVerdict, answeredGroup],
};

import { component, element, type Segment } from '../../tokens/segment.ts';
import type { RuleFinding, TransactionRule } from '../rule.ts';

/** The groups of claim status categories (code source 507) by their letters, as far as their shape tells. */
const category = /^(?:A\d|D\d|DR\d\d|E\d|F\d[FN]?|P\d|R\d{1,2})$/;

/**
 * STC01, STC10 and STC11 name a category and a status. The lists are kept by others and grow, so only their shape is
 * judged; all statuses of a segment are of one group.
 */
export const statusCategories: TransactionRule = {
  id: 'status-category',
  snip: 4,
  from: 'guide',
  source: '005010X212, STC01, STC10 and STC11; code sources 507 and 508',
  when: 'a status names a category (A, D, E, F, P or R with a number) and a numbered status, all of one group',
  start(report) {
    return {
      segment(segment, loop) {
        if (segment.id !== 'STC') return;
        for (const index of [1, 10, 11]) checkStatus(segment, index, loop.id, report);
        if (/^2200[DE]$/.test(loop.id)) checkPaid(segment, loop.id, report);
      },
    };
  },
};

function checkStatus(
  segment: Segment,
  index: number,
  loop: string,
  report: (finding: RuleFinding) => void,
): void {
  const [name, code] = [component(segment, index, 1), component(segment, index, 2)];
  if (name === '') return;
  const at = `STC${String(index).padStart(2, '0')}`;
  const where = { segment, loop };
  if (!category.test(name)) {
    const message = `${at}-1 is no claim status category, which is A, D, E, F, P or R with a number.`;
    report({ ...where, code: 'status-category', element: `${at}-1`, message });
  } else if (category.test(component(segment, 1, 1)) && name[0] !== component(segment, 1, 1)[0]) {
    const message = `${at}-1 is of another group of categories than STC01-1.`;
    const severity = 'warning';
    report({ ...where, severity, code: 'status-group', element: `${at}-1`, message });
  }
  // Reject codes of pharmacy claims (RX) have letters.
  if (code !== '' && component(segment, index, 4) !== 'RX' && !/^\d{1,4}$/.test(code)) {
    const message = `${at}-2 is no claim status code, which is a number.`;
    report({ ...where, code: 'status-code', element: `${at}-2`, message });
  }
}

/** A claim that is decided (F0, F1 …) has an amount paid, zero when it is denied. */
function checkPaid(segment: Segment, loop: string, report: (finding: RuleFinding) => void): void {
  if (!component(segment, 1, 1).startsWith('F') || element(segment, 5) !== '') return;
  const message =
    'STC05, the amount paid, is expected of a claim that is decided; it is zero when nothing is paid.';
  report({ code: 'status-paid', severity: 'warning', segment, loop, element: 'STC05', message });
}

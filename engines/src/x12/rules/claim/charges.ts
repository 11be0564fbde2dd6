import { type Cents, cents, formatMoney } from '../../../model/index.ts';
import { element, type Segment } from '../../tokens/segment.ts';
import { all, first, type Loop, loopsOf } from '../../walk/loop.ts';
import { amount, total } from '../amounts.ts';
import type { Found, LoopRule } from '../rule.ts';
import { chargeOf, elementName, lineTotal, revenueOf, serviceOf } from './line.ts';

const lineCharges: LoopRule = {
  id: 'line-charges',
  snip: 3,
  loop: '2300',
  from: 'guide',
  source: '005010X222A1, X223A2, X224A2: 2300 CLM02',
  when: 'the total charge of a claim (CLM02) is the sum of the charges of its lines',
  check(claim) {
    const clm = first(claim, 'CLM');
    const [charge, sum] = [amount(clm, 2), sumWithoutTotal(claim)];
    if (!clm || charge === undefined || sum === undefined || sum === charge) return [];
    const message = `The charges of the lines do not add up to the claim's charge (CLM02): the difference is ${difference(charge - sum)}.`;
    return [{ segment: clm, loop: '2300', element: 'CLM02', message }];
  },
};

/** A line of revenue code 0001 repeats the total, which has a finding of its own. */
function sumWithoutTotal(claim: Loop): Cents | undefined {
  const lines = loopsOf(claim, '2400');
  if (!lines.some((line) => revenueOf(line) === '0001')) return lineTotal(claim);
  return total(lines.filter((line) => revenueOf(line) !== '0001').map(chargeOf));
}

const totalLine: LoopRule = {
  id: 'total-line',
  snip: 3,
  loop: '2400',
  from: 'guide',
  source: '005010X223A2, 2400 SV201 and 2300 CLM02; NUBC, revenue code 0001',
  when: 'the total of an institutional claim stands in CLM02 alone; revenue code 0001 is for paper',
  check(line) {
    const service = first(line, 'SV2');
    if (!service || element(service, 1) !== '0001') return [];
    const message = 'SV201 says that this line is the total, which an electronic claim tells in CLM02 alone.';
    return [{ segment: service, loop: '2400', element: 'SV201', message }];
  },
};

const negativeCharge: LoopRule = {
  id: 'negative-charge',
  snip: 3,
  loop: '2300',
  from: 'guide',
  source: '005010X222A1, X223A2, X224A2: 2300 CLM02 and the charge of the line in 2400',
  when: 'charges of a claim and of its lines are zero or more',
  check(claim) {
    const clm = first(claim, 'CLM');
    const lines: Found[] = [];
    for (const line of loopsOf(claim, '2400')) {
      const service = serviceOf(line);
      if (!service || (chargeOf(line) ?? 0) >= 0) continue;
      const element = elementName(service.segment, service.charge);
      lines.push({
        segment: service.segment,
        loop: '2400',
        element,
        message: `${element} may not be negative.`,
      });
    }
    // Where a line is negative, the total is so because of it.
    if (lines.length > 0 || !clm || (amount(clm, 2) ?? 0) >= 0) return lines;
    return [{ segment: clm, loop: '2300', element: 'CLM02', message: 'CLM02 may not be negative.' }];
  },
};

const taxAndPostage: LoopRule = {
  id: 'tax-within-charge',
  onlyWith: 'AMT',
  snip: 3,
  loop: '2400',
  from: 'guide',
  source: '005010X222A1, X224A2: 2400 AMT*T and AMT*F4',
  when: 'the charge of a line includes the sales tax and postage told beside it, so they are no more than it',
  check(line) {
    const included = all(line, 'AMT', 'T', 'F4');
    const [charge, sum] = [chargeOf(line), total(included.map((one) => amount(one, 2)))];
    const [segment] = included;
    if (!segment || charge === undefined || sum === undefined || sum <= charge) return [];
    const message = 'Tax and postage are part of the charge of the line, but they are more than it.';
    return [{ segment, loop: '2400', element: 'AMT02', message }];
  },
};

const notCoveredCharge: LoopRule = {
  id: 'not-covered-charge',
  snip: 3,
  loop: '2400',
  from: 'guide',
  source: '005010X223A2, 2400 SV203 and SV207',
  when: 'the part of a line that is not covered (SV207) is no more than its charge (SV203)',
  check(line) {
    const service = first(line, 'SV2');
    const [charge, without] = [amount(service, 3), amount(service, 7)];
    if (!service || charge === undefined || without === undefined || without <= charge) return [];
    const message = 'More of the line is called not covered (SV207) than is charged (SV203).';
    return [{ segment: service, loop: '2400', element: 'SV207', message }];
  },
};

const quantity: LoopRule = {
  id: 'service-quantity',
  snip: 3,
  loop: '2400',
  from: 'guide',
  source: '005010X222A1 2400 SV104, X223A2 2400 SV205, X224A2 2400 SV306; 2410 CTP04',
  when: 'a quantity is more than zero and has at most eight digits, three of them decimals',
  check(line) {
    const service = serviceOf(line);
    const found = service ? wrongQuantity(service.segment, service.quantity, '2400') : [];
    for (const drug of loopsOf(line, '2410')) {
      const ctp = first(drug, 'CTP');
      if (ctp) found.push(...wrongQuantity(ctp, 4, '2410'));
    }
    return found;
  },
};

function wrongQuantity(segment: Segment, index: number, loop: string): Found[] {
  const text = element(segment, index);
  const number = Number(text);
  if (text === '' || Number.isNaN(number)) return [];
  const tell = (message: string): Found[] => {
    const name = elementName(segment, index);
    return [{ segment, loop, element: name, message: `${name} ${message}.` }];
  };
  // Institutional lines without charge are sent with a quantity of zero.
  if (segment.id === 'SV2' ? number < 0 : number <= 0) return tell('must be more than zero');
  const point = text.indexOf('.');
  const decimals = point < 0 ? 0 : text.length - point - 1;
  const digits = point < 0 ? text.length : text.length - 1;
  if (segment.id === 'CTP' || (digits <= 8 && decimals <= 3)) return [];
  return tell('has more than eight digits, or more than three decimals');
}

export function difference(amount: number): string {
  return formatMoney(cents(amount));
}

/** SNIP 3: what is charged on a claim adds up. */
export const claimChargeRules: readonly LoopRule[] = [lineCharges, negativeCharge, taxAndPostage, quantity];

export const institutionalChargeRules: readonly LoopRule[] = [totalLine, notCoveredCharge];

import { isNpi } from '../../model/index.ts';
import type { CodeSet } from './code-set.ts';

// US states and territories, armed forces, and Canadian provinces. Source: USPS Publication 28; Canada Post.
const states = new Set(
  (
    'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND ' +
    'OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY AS FM GU MH MP PR PW VI UM AA AE AP ' +
    'AB BC MB NB NL NS NT NU ON PE QC SK YT'
  ).split(' '),
);

// Source: ISO 3166-1 alpha-2; AN was the Netherlands Antilles until 2010, and stands in older addresses.
const countries = new Set(
  (
    'AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT ' +
    'BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ' +
    'ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT ' +
    'HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS ' +
    'LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI ' +
    'NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG ' +
    'SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG ' +
    'UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
);

const pattern = (expression: RegExp) => (code: string) => expression.test(code);

/** Nine digits, weighed 3, 7, 1, that add up to tens. Source: ANSI X9.100-160, check digit of routing numbers. */
function isRoutingNumber(code: string): boolean {
  if (!/^\d{9}$/.test(code)) return false;
  const sum = [...code].reduce(
    (total, digit, index) => total + Number(digit) * ([3, 7, 1][index % 3] ?? 0),
    0,
  );
  return sum % 10 === 0;
}

/** What a code of a set looks like, whatever edition is in force. */
const shapes: Readonly<Record<CodeSet, (code: string) => boolean>> = {
  icd10cm: pattern(/^[A-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/),
  icd10pcs: pattern(/^[0-9A-HJ-NP-Z]{7}$/),
  // HCPCS and CPT: a letter and four digits, or five digits, of which the last may be the letter of a category.
  procedure: pattern(/^(?:[A-Z]\d{4}|\d{4}[0-9AFMTU])$/),
  icd9cm: pattern(/^(?:V\d{2}|E\d{3}|\d{3})\d{0,2}$/),
  dental: pattern(/^D\d{4}$/),
  modifier: pattern(/^[0-9A-Z]{2}$/),
  'place-of-service': pattern(/^(?!00)\d{2}$/),
  // X12 has numbered its reasons up to some three hundred; letters are older series.
  'adjustment-reason': pattern(/^(?:[1-9]\d?|[12]\d{2}|3[0-4]\d|[ABDPWY]\d{1,2})$/),
  remark: pattern(/^(?:M\d{1,3}|MA\d{2,3}|N\d{1,3})$/),
  'claim-status-category': pattern(/^(?:[ADEFPR]\d{0,2}|F3[FN]|DR0\d)$/),
  'claim-status': pattern(/^\d{1,3}$/),
  'bill-type': pattern(/^[1-9]\d[0-9A-Z]$/),
  revenue: pattern(/^\d{4}$/),
  'admission-type': pattern(/^[1-59]$/),
  'admission-source': pattern(/^[0-9A-Z]$/),
  'patient-status': pattern(/^\d{2}$/),
  condition: pattern(/^[0-9A-Z]{2}$/),
  occurrence: pattern(/^[0-9A-Z]{2}$/),
  value: pattern(/^[0-9A-Z]{2}$/),
  drg: pattern(/^\d{3,4}$/),
  ndc: pattern(/^\d{11}$/),
  taxonomy: pattern(/^\d{3}[0-9A-Z]{2}\d{4}X$/),
  state: (code) => states.has(code),
  zip: pattern(/^\d{5}(?:\d{4})?$/),
  country: (code) => countries.has(code),
  npi: isNpi,
  'tax-number': pattern(/^\d{9}$/),
  routing: isRoutingNumber,
};

const judged = new Map<CodeSet, Map<string, boolean>>();

/** Whether a code can be one of a set at all. Files repeat a few codes over and over. */
export function hasShape(set: CodeSet, code: string): boolean {
  let known = judged.get(set);
  if (!known || known.size > 5_000) {
    known = new Map();
    judged.set(set, known);
  }
  const before = known.get(code);
  if (before !== undefined) return before;
  const answer = shapes[set](code);
  known.set(code, answer);
  return answer;
}

/** Sets whose shape says everything: there is no list to ask. */
export const shapeIsAll: ReadonlySet<CodeSet> = new Set([
  'icd9cm',
  'dental',
  'ndc',
  'taxonomy',
  'state',
  'zip',
  'country',
  'npi',
  'tax-number',
  'routing',
]);

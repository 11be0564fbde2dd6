import type { X12Finding } from '../finding.ts';
import { segmentLayouts } from '../standard/segments.ts';

/** IK502 and what it stands for; these findings have no IK3 of their own. Source: 005010X231A1, IK502. */
const ofTransaction: Readonly<Record<string, string>> = {
  'se-missing': '2',
  'se-control': '3',
  'se-count': '4',
  'control-repeated': '23',
  'version-mismatch': 'I6',
};

/** IK502 for what is wrong with ST itself. */
const ofHeader: Readonly<Record<string, string>> = { ST01: '6', ST02: '7' };

/** IK304. Source: 005010X231A1, IK304. */
const ofSegment: Readonly<Record<string, string>> = {
  'segment-unexpected': '2',
  'segment-missing': '3',
  'loop-repeats': '4',
  'segment-repeats': '5',
  'segment-order': '7',
  'loop-missing': 'I7',
};

/** IK403. Source: 005010X231A1, IK403. */
const ofElement: Readonly<Record<string, string>> = {
  'element-missing': '1',
  'element-condition': '2',
  'too-many-elements': '3',
  'element-too-short': '4',
  'element-too-long': '5',
  'invalid-character': '6',
  'invalid-amount': '6',
  'invalid-date': '8',
  'invalid-time': '9',
  'elements-exclude': '10',
  'element-repeats': '12',
  'too-many-components': '13',
  // Whether the standard knows the code cannot be told from a guide's list alone, so 7 is never said.
  'code-not-allowed': 'I6',
  'element-not-used': 'I10',
  'trailing-separator': '3',
};

/** AK905. Source: 005010X231A1, AK905. */
const ofGroup: Readonly<Record<string, string>> = {
  GS01: '1',
  GS08: '2',
  'group-kind': '1',
  'ge-missing': '3',
  'ge-control': '4',
  'ge-count': '5',
  GS06: '6',
  'control-repeated': '19',
};

/** TA105 by element of the interchange's header and requests. Source: X12.5, TA105. */
const ofHeaderElement: Readonly<Record<string, string>> = {
  ISA01: '010',
  ISA02: '011',
  ISA03: '012',
  ISA04: '013',
  ISA05: '005',
  ISA06: '006',
  ISA07: '007',
  ISA08: '008',
  ISA09: '014',
  ISA10: '015',
  ISA11: '002',
  ISA12: '017',
  ISA13: '018',
  ISA14: '019',
  ISA15: '020',
  ISE01: '028',
  ISE02: '029',
  ISE03: '030',
  ISB01: '031',
};

/** TA105 by finding. */
const ofInterchange: Readonly<Record<string, string>> = {
  'interchange-version': '003',
  'iea-control': '001',
  'repetition-separator': '016',
  'component-separator': '027',
  'iea-count': '021',
  'iea-missing': '023',
  unterminated: '023',
  'control-repeated': '025',
};

/** IK304. */
export function segmentCode(finding: X12Finding): string | undefined {
  const { code, fault, snip, id } = finding;
  if (isOfTransaction(finding)) return undefined;
  if (code === 'segment-unexpected' && !segmentLayouts.has(id)) return '1';
  if (fault === 'unused') return 'I9';
  // What only the situation asks for is an implementation dependent segment.
  return ofSegment[code] ?? (snip >= 3 ? 'I6' : '2');
}

/** IK403. */
export function elementCode(finding: X12Finding): string | undefined {
  const { code, fault, snip } = finding;
  if (isOfTransaction(finding)) return undefined;
  if (snip === 5) return '7';
  if (fault === 'unused') return 'I13';
  if (fault === 'missing' || (snip >= 4 && code === 'element-missing')) return 'I9';
  return ofElement[code] ?? 'I12';
}

function isOfTransaction({ code, element }: X12Finding): boolean {
  return ofTransaction[code] !== undefined || ofHeader[element ?? ''] !== undefined;
}

/** IK502 to IK506: five at most. */
export function transactionCodes(findings: readonly X12Finding[]): string[] {
  const codes = findings.map(
    ({ code, element, snip }) => ofTransaction[code] ?? ofHeader[element ?? ''] ?? (snip === 1 ? '5' : 'I5'),
  );
  return [...new Set(codes)].slice(0, 5);
}

/** AK905 to AK909: five at most. */
export function groupCodes(findings: readonly X12Finding[]): string[] {
  const codes = findings.flatMap(({ code, element }) => ofGroup[code] ?? ofGroup[element ?? ''] ?? []);
  return [...new Set(codes)].slice(0, 5);
}

/** TA105. */
export function noteCode({ code, element }: X12Finding): string {
  return (
    ofInterchange[code] ?? (code === 'envelope-element' ? ofHeaderElement[element ?? ''] : undefined) ?? '022'
  );
}

/** What a group has wrong that no 999 can tell of: the interchange is refused for it (TA105 = 024, 023 or 022). */
export function noteCodeOfGroup({ code, element = '' }: X12Finding): string | undefined {
  if ((ofGroup[code] ?? ofGroup[element]) !== undefined) return undefined;
  return code === 'envelope-element' ? '024' : (ofInterchange[code] ?? '022');
}

import type { X12Finding } from './finding.ts';

/** IK502 and what it stands for; these findings have no IK3 of their own. Source: 005010X231A1, IK502. */
const ofTransaction: Readonly<Record<string, string>> = {
  'se-missing': '2',
  'se-control': '3',
  'se-count': '4',
  'group-kind': '6',
  'control-repeated': '23',
  'version-mismatch': 'I6',
};

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
  'code-not-allowed': 'I6',
  'element-not-used': 'I10',
};

/** AK905. Source: 005010X231A1, AK905. */
const ofGroup: Readonly<Record<string, string>> = {
  'ge-missing': '3',
  'ge-control': '4',
  'ge-count': '5',
  'envelope-element': '6',
  'control-repeated': '19',
};

/** TA105 by element of the ISA. Source: X12.5, TA105. */
const ofIsa: Readonly<Record<string, string>> = {
  ISA01: '010',
  ISA03: '012',
  ISA05: '005',
  ISA06: '006',
  ISA07: '007',
  ISA08: '008',
  ISA09: '014',
  ISA10: '015',
  ISA12: '017',
  ISA13: '018',
  ISA14: '019',
  ISA15: '020',
};

/** TA105 by finding. */
const ofInterchange: Readonly<Record<string, string>> = {
  'iea-control': '001',
  'iea-count': '021',
  'iea-missing': '023',
  unterminated: '023',
  'control-repeated': '025',
};

export function segmentCode({ code, snip }: X12Finding): string | undefined {
  if (ofTransaction[code] !== undefined) return undefined;
  // What only the situation asks for is an implementation dependent segment.
  return ofSegment[code] ?? (snip >= 3 ? 'I6' : '2');
}

export function elementCode({ code, snip }: X12Finding): string | undefined {
  if (ofTransaction[code] !== undefined) return undefined;
  if (snip === 5) return '7';
  if (snip >= 4 && code === 'element-missing') return 'I9';
  return ofElement[code] ?? 'I12';
}

/** IK502 to IK506. */
export function transactionCodes(findings: readonly X12Finding[]): string[] {
  const codes = new Set<string>();
  for (const { code, snip } of findings) codes.add(ofTransaction[code] ?? (snip === 1 ? '5' : 'I5'));
  return [...codes].slice(0, 5);
}

/** AK905 to AK909. */
export function groupCodes(findings: readonly X12Finding[]): string[] {
  return [...new Set(findings.map(({ code }) => ofGroup[code] ?? '3'))].slice(0, 5);
}

/** TA105. */
export function noteCode({ code, element }: X12Finding): string {
  return ofInterchange[code] ?? (code === 'envelope-element' ? ofIsa[element ?? ''] : undefined) ?? '022';
}

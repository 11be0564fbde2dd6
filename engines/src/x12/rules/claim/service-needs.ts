import { around, first, type Loop, part, value } from '../../walk/loop.ts';
import type { LoopRule } from '../rule.ts';
import { modifiersOf, procedureOf } from './line.ts';

/** The payer that the claim goes to, by SBR09: `MB` Medicare Part B, `MC` Medicaid. */
export function goesTo(loop: Loop, ...filing: string[]): boolean {
  return filing.includes(value(first(around(loop, '2000B'), 'SBR'), 9) ?? '');
}

interface LineNeed {
  id: string;
  source: string;
  when: string;
  /** Procedure codes of the lines that are meant. */
  procedure: RegExp;
  applies?(line: Loop): boolean;
  isMet(line: Loop): boolean;
  missing: string;
  message: string;
}

/** A line for one of some procedures needs a segment, at the line or the claim. */
function lineNeeds(need: LineNeed): LoopRule {
  const { id, source, when, missing, message } = need;
  return {
    id,
    snip: 6,
    loop: '2400',
    from: 'guide',
    source: `005010X222A1, ${source}`,
    when,
    check(line) {
      const segment = first(line, 'SV1');
      if (!segment || !need.procedure.test(procedureOf(line) ?? '')) return [];
      if (!(need.applies?.(line) ?? true) || need.isMet(line)) return [];
      return [{ segment, missing, fault: 'missing', loop: '2400', message }];
    },
  };
}

const ambulance = lineNeeds({
  id: 'ambulance-service',
  source: '2300 and 2400 CR1; HCPCS A0225 to A0436',
  when: 'transport by ambulance (A0225, A0425 to A0436) is described in CR1',
  procedure: /^A0(?:225|42[5-9]|43[0-6])$/,
  // The place of service asks for it already.
  applies: (line) => !/^4[12]$/.test(part(first(line.parent, 'CLM'), 5, 1) ?? ''),
  isMet: (line) => first(line, 'CR1') !== undefined || first(line.parent, 'CR1') !== undefined,
  missing: 'CR1',
  message: 'CR1 is required: the line is for transport by ambulance.',
});

const mammography = lineNeeds({
  id: 'mammography-certificate',
  source: '2300 and 2400 REF*EW; HCPCS 77065 to 77067',
  when: 'a Medicare claim for a mammogram has the certificate of the facility (REF*EW), unless only its reading is billed (modifier 26)',
  procedure: /^7706[567]$/,
  applies: (line) => goesTo(line, 'MB') && !modifiersOf(line).includes('26'),
  isMet: (line) => hasRef(line, 'EW'),
  missing: 'REF',
  message: 'REF*EW is required: the line is for a mammogram.',
});

/** Tests that the law on laboratories does not cover. Source: CMS, CLIA excluded codes. */
const withoutClia = /^8(?:0050|05\d\d|1050|2075|3013|3014|3987|607[789]|6910|6960|8125|8240|8241)$/;

const clia = lineNeeds({
  id: 'clia-number',
  source: '2300 and 2400 REF*X4',
  when: 'a Medicare claim for a laboratory test (80047 to 89398) has the CLIA number of the laboratory (REF*X4), unless only its reading is billed (modifier 26)',
  procedure: /^8(?:004[7-9]|00[5-9]\d|0[1-9]\d\d|[1-8]\d{3}|9[0-2]\d\d|93[0-8]\d|939[0-8])$/,
  applies: (line) =>
    goesTo(line, 'MB') && !modifiersOf(line).includes('26') && !withoutClia.test(procedureOf(line) ?? ''),
  isMet: (line) => hasRef(line, 'X4'),
  missing: 'REF',
  message: 'REF*X4 is required: the line is for a laboratory test.',
});

const referredTest = lineNeeds({
  id: 'referring-clia-number',
  source: '2400 REF*F4',
  when: 'a Medicare claim for a test that another laboratory did (modifier 90) has the CLIA number of that laboratory (REF*F4)',
  procedure: /^8\d{4}$/,
  applies: (line) => goesTo(line, 'MB') && modifiersOf(line).includes('90'),
  isMet: (line) => first(line, 'REF', 'F4') !== undefined,
  missing: 'REF',
  message: 'REF*F4 is required: another laboratory did the test (modifier 90).',
});

const carePlan = lineNeeds({
  id: 'care-plan-oversight',
  source: '2300 REF*1J',
  when: 'a Medicare claim for care plan oversight (G0181, G0182) names the home health agency or hospice in REF*1J',
  procedure: /^G018[12]$/,
  applies: (line) => goesTo(line, 'MB'),
  isMet: (line) => hasRef(line, '1J'),
  missing: 'REF',
  message: 'REF*1J is required: the line is for care plan oversight.',
});

const initialTreatment = lineNeeds({
  id: 'chiropractic-initial-treatment',
  source: '2300 and 2400 DTP*454; Medicare Benefit Policy Manual, chapter 15, 240',
  when: 'a Medicare claim for spinal manipulation (98940 to 98942) says when the treatment began (DTP*454)',
  procedure: /^9894[0-2]$/,
  applies: (line) => goesTo(line, 'MB'),
  isMet: (line) => hasDate(line, '454'),
  missing: 'DTP',
  message: 'DTP*454 is required: the line is for spinal manipulation.',
});

const hospice = lineNeeds({
  id: 'hospice-employee',
  source: '2400 CRC*70; modifiers GV and GW',
  when: "a Medicare claim for a hospice patient (modifiers GV, GW) says whether the provider is the hospice's employee (CRC*70)",
  procedure: /^/,
  applies: (line) => goesTo(line, 'MB') && modifiersOf(line).some((code) => code === 'GV' || code === 'GW'),
  isMet: (line) => first(line, 'CRC', '70') !== undefined,
  missing: 'CRC',
  message: 'CRC*70 is required: the patient is in hospice care (modifier GV or GW).',
});

function hasRef(line: Loop, code: string): boolean {
  return first(line, 'REF', code) !== undefined || first(line.parent, 'REF', code) !== undefined;
}

function hasDate(line: Loop, code: string): boolean {
  return first(line, 'DTP', code) !== undefined || first(line.parent, 'DTP', code) !== undefined;
}

/** SNIP 6: segments that a professional line needs for what was done, at the line or the claim. */
export const serviceNeeds: readonly LoopRule[] = [
  ambulance,
  mammography,
  clia,
  referredTest,
  carePlan,
  initialTreatment,
  hospice,
];

import { component, element } from '../../tokens/segment.ts';
import { first, loopOf, loopsOf } from '../../walk/loop.ts';
import type { LoopRule } from '../rule.ts';
import { modifiersOf, procedureOf } from './line.ts';
import { goesTo, serviceNeeds } from './service-needs.ts';
import { isUnlisted } from './unlisted.ts';

const guide = '005010X222A1';

const ambulanceRoute: LoopRule = {
  id: 'ambulance-route',
  snip: 6,
  loop: '2400',
  from: 'guide',
  source: `${guide}, 2400 SV101-3; Medicare Claims Processing Manual, chapter 15, 30`,
  when: 'a trip by ambulance on a Medicare claim has a modifier of two letters, from where and to where',
  check(line) {
    const segment = first(line, 'SV1');
    if (!segment || !goesTo(line, 'MB') || !/^A04(?:2[5-9]|3[0-6])$/.test(procedureOf(line) ?? '')) return [];
    if (modifiersOf(line).some((code) => /^[DEGHIJNPRSX]{2}$|^Q[LMN]$/.test(code))) return [];
    const message = 'A modifier must say from where and to where the ambulance went.';
    return [{ segment, loop: '2400', element: 'SV101-3', message }];
  },
};

const anesthesiaMinutes: LoopRule = {
  id: 'anesthesia-minutes',
  snip: 6,
  loop: '2400',
  from: 'guide',
  source: `${guide}, 2400 SV103 and SV104`,
  when: 'anesthesia (00100 to 01999) is measured in minutes (SV103 = MJ), but for codes that say a length of time or an amount themselves',
  check(line) {
    const segment = first(line, 'SV1');
    const code = procedureOf(line) ?? '';
    if (!segment || !/^0(?:0[1-9]|1\d)\d\d$/.test(code) || ['01953', '01996'].includes(code)) return [];
    if (element(segment, 3) !== 'UN') return [];
    const message = 'SV103 must be MJ: anesthesia is measured in minutes.';
    return [{ segment, loop: '2400', element: 'SV103', message }];
  },
};

const screening: LoopRule = {
  id: 'epsdt-referral',
  snip: 6,
  loop: '2300',
  from: 'guide',
  source: `${guide}, 2300 CRC*ZZ`,
  when: 'a Medicaid claim for the screening of a child (99381 to 99395 with modifier EP) says whether it led to a referral (CRC*ZZ)',
  check(claim) {
    const clm = first(claim, 'CLM');
    const isDue = loopsOf(claim, '2400').some(
      (line) => /^993(?:8[1-5]|9[1-5])$/.test(procedureOf(line) ?? '') && modifiersOf(line).includes('EP'),
    );
    if (!clm || !isDue || !goesTo(claim, 'MC') || first(claim, 'CRC', 'ZZ')) return [];
    const message = 'CRC*ZZ is required: a screening is billed (modifier EP).';
    return [{ segment: clm, missing: 'CRC', fault: 'missing', loop: '2300', message }];
  },
};

const equipmentModifier: LoopRule = {
  id: 'equipment-modifier',
  snip: 6,
  loop: '2400',
  from: 'guide',
  source: `${guide}, 2400 SV101-3; Medicare Claims Processing Manual, chapter 20`,
  when: 'durable medical equipment (E and K codes) with a price for rent and purchase (SV5) is rented or bought (modifiers RR, NU, UE)',
  check(line) {
    const segment = first(line, 'SV5') && first(line, 'SV1');
    if (!segment || !/^[EK]\d{4}$/.test(procedureOf(line) ?? '')) return [];
    if (modifiersOf(line).some((code) => /^(?:RR|NU|UE|BP|BR|BU|KR|MS|RA|RB)$/.test(code))) return [];
    const message = 'A modifier must say whether the equipment is rented (RR), new (NU) or used (UE).';
    return [{ segment, loop: '2400', element: 'SV101-3', message }];
  },
};

const orderingProvider: LoopRule = {
  id: 'equipment-order',
  snip: 6,
  loop: '2400',
  from: 'guide',
  source: `${guide}, 2420E; Medicare Claims Processing Manual, chapter 20`,
  when: 'durable medical equipment (E and K codes, modifiers RR, NU, UE) on a Medicare claim names who ordered it (2420E), or who referred the patient',
  check(line) {
    const segment = first(line, 'SV1');
    const isEquipment = /^[EK]\d{4}$/.test(procedureOf(line) ?? '');
    if (!segment || !isEquipment || !goesTo(line, 'MB')) return [];
    if (!modifiersOf(line).some((code) => /^(?:RR|NU|UE)$/.test(code))) return [];
    if (loopOf(line, '2420E') || loopOf(line, '2420F') || loopOf(line.parent, '2310A')) return [];
    // A provider whose code is wrong may be the one.
    if (line.unsure?.has('NM1')) return [];
    const message = 'Loop 2420E is required: equipment is supplied on the order of a provider.';
    return [{ segment, missing: 'NM1', fault: 'missing', loop: '2420E', message }];
  },
};

/** Visits, which are not measured in minutes. */
const visit = /^99[2-4]\d\d$/;

const visitMinutes: LoopRule = {
  id: 'visit-minutes',
  snip: 6,
  loop: '2400',
  onlyWith: 'SV1',
  from: 'guide',
  source: `${guide}, 2400 SV103`,
  when: 'a visit (99202 to 99499) is measured in units (SV103 = UN); minutes are for anesthesia',
  check(line) {
    const segment = first(line, 'SV1');
    if (!segment || element(segment, 3) !== 'MJ' || !visit.test(procedureOf(line) ?? '')) return [];
    const message = 'SV103 must be UN: minutes are for anesthesia.';
    return [{ segment, loop: '2400', element: 'SV103', message }];
  },
};

const description: LoopRule = {
  id: 'unlisted-procedure',
  snip: 6,
  loop: '2400',
  from: 'guide',
  source: `${guide}, 2400 SV101-7`,
  when: 'a procedure code that stands for what has no code is described in SV101-7, or by the drug in loop 2410',
  check(line) {
    const segment = first(line, 'SV1');
    if (!segment || !isUnlisted(procedureOf(line) ?? '')) return [];
    if (component(segment, 1, 7) !== '' || loopOf(line, '2410')) return [];
    const message = 'SV101-7 must describe the service: its code stands for what has no code.';
    return [{ segment, loop: '2400', element: 'SV101-7', message }];
  },
};

/** SNIP 6: what a professional claim needs by the kind of service. */
export const serviceRules: readonly LoopRule[] = [
  ...serviceNeeds,
  ambulanceRoute,
  anesthesiaMinutes,
  visitMinutes,
  screening,
  equipmentModifier,
  orderingProvider,
  description,
];

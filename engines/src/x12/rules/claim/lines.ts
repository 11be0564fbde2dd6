import { element } from '../../tokens/segment.ts';
import { first, type Loop, loopsOf, part, value } from '../../walk/loop.ts';
import type { Found, LoopRule } from '../rule.ts';
import { outOfSequence } from '../sequence.ts';

const guides = '005010X222A1, X223A2, X224A2';

const lineNumbers: LoopRule = {
  id: 'line-number',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: `${guides}: 2400 LX01`,
  when: 'the lines of a claim are numbered 1, 2, 3 …',
  check: (claim) => outOfSequence(loopsOf(claim, '2400'), 'LX'),
};

const lineControlNumber: LoopRule = {
  id: 'line-control-number',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: `${guides}: 2400 REF*6R`,
  when: 'the control number of a line (REF*6R) is no other line of the claim has',
  check(claim) {
    const seen = new Set<string>();
    return loopsOf(claim, '2400').flatMap((line): Found[] => {
      const ref = first(line, 'REF', '6R');
      const number = value(ref, 2);
      if (!ref || number === undefined) return [];
      const isSeen = seen.has(number);
      seen.add(number);
      if (!isSeen) return [];
      const message = 'Another line of the claim has this control number already.';
      return [{ segment: ref, loop: '2400', element: 'REF02', message }];
    });
  },
};

const equipment: LoopRule = {
  id: 'equipment-procedure',
  onlyWith: 'SV5',
  snip: 4,
  loop: '2400',
  from: 'guide',
  source: '005010X222A1, 2400 SV501-2',
  when: 'equipment that is rented or bought (SV5) is the procedure of the line (SV1)',
  check(line) {
    const [sv1, sv5] = [first(line, 'SV1'), first(line, 'SV5')];
    const [done, supplied] = [part(sv1, 1, 2), part(sv5, 1, 2)];
    if (!sv5 || done === undefined || supplied === undefined || done === supplied) return [];
    const message = 'SV501-2 is not the procedure of the line (SV101-2).';
    return [{ segment: sv5, loop: '2400', element: 'SV501-2', message }];
  },
};

const referringOrder: LoopRule = {
  id: 'referring-provider-order',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X222A1 2310A and 2420F, X224A2 2310A: NM101',
  when: 'the first referring provider is DN; P3 (primary care) is for a second one',
  check(claim) {
    const lines = loopsOf(claim, '2400').map((line) => loopsOf(line, '2420F'));
    return [loopsOf(claim, '2310A'), ...lines].flatMap(wrongReferrer);
  },
};

function wrongReferrer(loops: readonly Loop[]): Found[] {
  // More than two are told of as that.
  if (loops.length > 2) return [];
  return loops.flatMap((loop, index): Found[] => {
    const name = first(loop, 'NM1');
    const due = index === 0 ? 'DN' : 'P3';
    if (!name || !/^(?:DN|P3)$/.test(element(name, 1)) || element(name, 1) === due) return [];
    const message =
      index === 0
        ? 'The first referring provider is called DN; P3 is for a second one.'
        : 'The second referring provider is called P3, the primary care provider.';
    return [{ segment: name, loop: loop.id, element: 'NM101', message }];
  });
}

const screeningReferral: LoopRule = {
  id: 'epsdt-condition',
  onlyWith: 'CRC',
  snip: 4,
  loop: '2300',
  from: 'guide',
  source: '005010X222A1, X223A2: 2300 CRC*ZZ, CRC02 and CRC03',
  when: 'a screening that led to no referral (CRC02 = N) has the condition NU (CRC03), and one that did has another',
  check(claim) {
    const segment = first(claim, 'CRC', 'ZZ');
    if (!segment || !/^[NY]$/.test(element(segment, 2))) return [];
    if (!/^(?:AV|NU|S2|ST)$/.test(element(segment, 3))) return [];
    if ((element(segment, 2) === 'N') === (element(segment, 3) === 'NU')) return [];
    const message =
      element(segment, 2) === 'N'
        ? 'CRC03 must be NU: there was no referral (CRC02).'
        : 'CRC03 is NU, for no referral, but CRC02 says that there was one.';
    return [{ segment, loop: '2300', element: 'CRC03', message }];
  },
};

/** SNIP 4: the lines of a claim. */
export const claimLineRules: readonly LoopRule[] = [lineNumbers, lineControlNumber];

export const professionalLineRules: readonly LoopRule[] = [equipment, referringOrder];

export const dentalLineRules: readonly LoopRule[] = [referringOrder];

export const screeningRules: readonly LoopRule[] = [screeningReferral];

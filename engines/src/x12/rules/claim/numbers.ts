import { hasShape } from '../../codes/shapes.ts';
import { component, element } from '../../tokens/segment.ts';
import { all, first } from '../../walk/loop.ts';
import type { Found, LoopRule } from '../rule.ts';

/** Sent without hyphens by the guides, whose own examples of home infusion have one: receivers take it. */
const hyphenedTaxNumber: LoopRule = {
  id: 'tax-number-hyphen',
  snip: 5,
  loop: '2010AA',
  onlyWith: 'REF',
  from: 'guide',
  source: '005010X222A1, X223A2, X224A2: 2010AA REF*EI',
  when: 'the tax number of a provider (REF*EI) has no hyphen',
  check(provider) {
    const segment = first(provider, 'REF', 'EI');
    const number = segment ? element(segment, 2) : '';
    // What is no tax number even without them is told as that.
    if (!segment || !number.includes('-') || !/^[\d-]{10,12}$/.test(number)) return [];
    const message = 'REF02 must be nine digits without a hyphen.';
    return [{ severity: 'warning', segment, loop: provider.id, element: 'REF02', message }];
  },
};

const words =
  'the number of a laboratory by the Clinical Laboratory Improvement Amendments (REF*X4, REF*F4) is two digits, D and seven digits';

function cliaForm(loop: '2300' | '2400'): LoopRule {
  return {
    id: 'clia-number-form',
    snip: 5,
    loop,
    onlyWith: 'REF',
    from: 'guide',
    source: '005010X222A1, 2300 REF*X4, 2400 REF*X4 and REF*F4; CMS, form of CLIA numbers',
    when: words,
    check: (one) =>
      all(one, 'REF', 'X4', 'F4').flatMap((segment): Found[] => {
        const number = element(segment, 2);
        if (number === '' || /^\d\dD\d{7}$/.test(number)) return [];
        const message = 'REF02 is no CLIA number: two digits, D and seven digits are due.';
        return [{ segment, loop, element: 'REF02', message }];
      }),
  };
}

const accidentState: LoopRule = {
  id: 'accident-state-code',
  snip: 5,
  loop: '2300',
  onlyWith: 'REF',
  from: 'guide',
  source: '005010X223A2, 2300 REF*LU',
  when: 'the state of a car accident (REF*LU) is a state or province',
  check(claim) {
    const segment = first(claim, 'REF', 'LU');
    const state = segment ? element(segment, 2) : '';
    if (!segment || state === '' || hasShape('state', state)) return [];
    const message = 'REF02 is no state or province code: it tells where the accident happened.';
    return [{ segment, loop: '2300', element: 'REF02', message }];
  },
};

/** Whole, jaws, sextants, another area, quadrants, sides. */
const area = /^(?:0\d|[1-4]0|L|R)$/;

const oralCavity: LoopRule = {
  id: 'oral-cavity-code',
  snip: 5,
  loop: '2400',
  onlyWith: 'SV3',
  from: 'guide',
  source: '005010X224A2, 2400 SV304; ADA, areas of the oral cavity',
  when: 'an area of the oral cavity is 00 to 09, 10, 20, 30, 40, L or R',
  check(line) {
    const segment = first(line, 'SV3');
    if (!segment || element(segment, 4) === '') return [];
    return [1, 2, 3, 4, 5].flatMap((part): Found[] => {
      const code = component(segment, 4, part);
      const name = `SV304-${part}`;
      if (code === '' || area.test(code)) return [];
      return [{ segment, loop: '2400', element: name, message: `${name} is no area of the oral cavity.` }];
    });
  },
};

const frequency: LoopRule = {
  id: 'claim-frequency',
  snip: 5,
  loop: '2300',
  onlyWith: 'CLM',
  from: 'guide',
  source: '005010X222A1, X224A2: 2300 CLM05-3; NUBC, frequency codes',
  when: 'a professional or dental claim is an original (1), corrected (6), a replacement (7) or void (8); the other frequencies are of institutions',
  check(claim) {
    const segment = first(claim, 'CLM');
    if (!segment || !/^[02-59A-Z]$/.test(component(segment, 5, 3))) return [];
    const message = 'CLM05-3 should be 1, 6, 7 or 8: the other frequencies are of institutional claims.';
    return [{ severity: 'warning', segment, loop: '2300', element: 'CLM05-3', message }];
  },
};

export const taxNumberRules: readonly LoopRule[] = [hyphenedTaxNumber];

/** SNIP 5: codes and numbers whose form is known. */
export const professionalNumberRules: readonly LoopRule[] = [cliaForm('2300'), cliaForm('2400'), frequency];

export const institutionalNumberRules: readonly LoopRule[] = [accidentState];

export const dentalNumberRules: readonly LoopRule[] = [oralCavity, frequency];

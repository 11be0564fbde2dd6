import { component } from '../../tokens/segment.ts';
import { first } from '../../walk/loop.ts';
import type { Found, LoopRule } from '../rule.ts';
import { elementName } from './line.ts';

/** V00 to Y99 of ICD-10-CM, E000 to E999 of ICD-9-CM. */
function isCause(qualifier: string, code: string): boolean {
  return qualifier.startsWith('A') ? /^[V-Y]\d/.test(code) : /^E\d{3}/.test(code);
}

const principal: LoopRule = {
  id: 'external-cause-first',
  snip: 5,
  loop: '2300',
  onlyWith: 'HI',
  from: 'guide',
  source: 'ICD-10-CM Official Guidelines, I.C.20.a.6',
  when: 'the first or principal diagnosis (HI*ABK, HI*BK) is none of an external cause (V00 to Y99; E000 to E999 of ICD-9)',
  check(claim) {
    const segment = first(claim, 'HI', 'ABK', 'BK');
    if (!segment || !isCause(component(segment, 1, 1), component(segment, 1, 2))) return [];
    const message = 'HI01-2 tells how an injury happened: the injury itself comes first.';
    return [{ segment, loop: '2300', element: 'HI01-2', message }];
  },
};

const causesOnly: LoopRule = {
  id: 'external-cause-code',
  snip: 5,
  loop: '2300',
  onlyWith: 'HI',
  from: 'guide',
  source: '005010X223A2, 2300 HI*ABN; ICD-10-CM, chapter 20',
  when: 'the external causes of an institutional claim (HI*ABN, HI*BN) are of the chapter on them (V00 to Y99; E000 to E999 of ICD-9)',
  check(claim) {
    const segment = first(claim, 'HI', 'ABN', 'BN');
    if (!segment) return [];
    return segment.elements.slice(1).flatMap((_, at): Found[] => {
      const [qualifier, code] = [component(segment, at + 1, 1), component(segment, at + 1, 2)];
      // What is no code of that edition, or has its point, is told as that.
      const isCode = qualifier === 'ABN' ? /^[A-Z]\d[0-9A-Z]{1,5}$/ : /^(?:V\d{2}|E\d{3}|\d{3})\d{0,2}$/;
      if (!/^A?BN$/.test(qualifier) || !isCode.test(code) || isCause(qualifier, code)) return [];
      const name = elementName(segment, at + 1, 2);
      return [{ segment, loop: '2300', element: name, message: `${name} is no external cause.` }];
    });
  },
};

/** SNIP 5: how an injury happened. */
export const firstDiagnosisRules: readonly LoopRule[] = [principal];

export const externalCauseRules: readonly LoopRule[] = [causesOnly];

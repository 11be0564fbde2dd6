import { components, element } from '../../tokens/segment.ts';
import { first } from '../../walk/loop.ts';
import type { TransactionRule } from '../rule.ts';

/** EQ05 and EB14 point at the diagnoses of the patient by their place in HI. */
export const eligibilityPointers: TransactionRule = {
  id: 'diagnosis-pointer',
  snip: 4,
  from: 'guide',
  source: '005010X279A1, EQ05 and EB14',
  when: 'a pointer to a diagnosis is the place of one that HI lists, and no two point at the same',
  start(report) {
    return {
      segment(segment, loop) {
        const index = segment.id === 'EQ' ? 5 : segment.id === 'EB' ? 14 : 0;
        if (index === 0 || element(segment, index) === '') return;
        const hi = first(loop.parent, 'HI');
        // Without any diagnosis the missing HI is all there is to say.
        if (!hi) return;
        const count = hi.elements.length - 1;
        const pointers = components(segment, element(segment, index));
        for (const [place, pointer] of pointers.entries()) {
          // What is no number is told already.
          if (!/^\d+$/.test(pointer)) continue;
          const at = `${segment.id}${String(index).padStart(2, '0')}-${place + 1}`;
          const where = { code: 'diagnosis-pointer', segment, loop: loop.id, element: at };
          if (Number(pointer) < 1 || Number(pointer) > count) {
            report({ ...where, message: `${at} names no diagnosis of the patient, who has ${count}.` });
          } else if (pointers.indexOf(pointer) < place) {
            report({ ...where, message: `${at} names the same diagnosis as a pointer before it.` });
          }
        }
      },
    };
  },
};

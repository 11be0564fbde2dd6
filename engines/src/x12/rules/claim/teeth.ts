import { components, element } from '../../tokens/segment.ts';
import { all, first } from '../../walk/loop.ts';
import type { Found, LoopRule } from '../rule.ts';

const surfaceRepeated: LoopRule = {
  id: 'tooth-surface-repeated',
  snip: 4,
  loop: '2400',
  onlyWith: 'TOO',
  from: 'guide',
  source: '005010X224A2, 2400 TOO03',
  when: 'a surface of a tooth is named once (TOO03)',
  check(line) {
    return all(line, 'TOO').flatMap((segment): Found[] => {
      const surfaces = components(segment, element(segment, 3)).filter((one) => one !== '');
      const again = surfaces.findIndex((one, at) => surfaces.indexOf(one) < at);
      if (again < 0) return [];
      const message = 'TOO03 names a surface twice.';
      return [{ segment, loop: '2400', element: `TOO03-${again + 1}`, message }];
    });
  },
};

/** Incisors and canines, permanent and primary. */
const front = /^(?:0?[6-9]|1[01]|2[2-7]|[C-HM-R])$/;

const surfaceOfTooth: LoopRule = {
  id: 'tooth-surface-place',
  snip: 4,
  loop: '2400',
  onlyWith: 'TOO',
  from: 'guide',
  source: '005010X224A2, 2400 TOO02 and TOO03; ADA Universal National Tooth Designation System',
  when: 'teeth in front have an incisal edge (I), those behind a chewing surface (O)',
  check(line) {
    return all(line, 'TOO').flatMap((segment): Found[] => {
      const tooth = element(segment, 2);
      if (!/^(?:\d{1,2}|[A-T])$/.test(tooth) || Number(tooth) > 32) return [];
      const wrong = front.test(tooth) ? 'O' : 'I';
      const at = components(segment, element(segment, 3)).indexOf(wrong);
      if (at < 0) return [];
      const message =
        wrong === 'O'
          ? 'TOO03 names a chewing surface (O), which this tooth has not.'
          : 'TOO03 names an incisal edge (I), which this tooth has not.';
      return [{ severity: 'warning', segment, loop: '2400', element: `TOO03-${at + 1}`, message }];
    });
  },
};

const monthsOfTreatment: LoopRule = {
  id: 'orthodontic-months',
  snip: 4,
  loop: '2300',
  onlyWith: 'DN1',
  from: 'guide',
  source: '005010X224A2, 2300 DN101 and DN102',
  when: 'the months of orthodontic treatment that remain (DN102) are no more than all of them (DN101)',
  check(claim) {
    const segment = first(claim, 'DN1');
    const [all, left] = [segment && element(segment, 1), segment && element(segment, 2)];
    if (!segment || !all || !left || !(Number(left) > Number(all))) return [];
    const message = 'More months of treatment remain (DN102) than there are in all (DN101).';
    return [{ segment, loop: '2300', element: 'DN102', message }];
  },
};

/** SNIP 4: teeth and their treatment. */
export const toothRules: readonly LoopRule[] = [surfaceRepeated, surfaceOfTooth, monthsOfTreatment];

import { component, components, element, type Segment } from '../../tokens/segment.ts';
import { all, first, loopsOf, part, value } from '../../walk/loop.ts';
import type { Found, LoopRule } from '../rule.ts';
import { procedureOf } from './line.ts';

/** Fillings by the number of surfaces, four meaning four or more. CDT: amalgam, and resin in front and behind. */
const surfacesOf: ReadonlyMap<string, number> = new Map([
  ['D2140', 1],
  ['D2150', 2],
  ['D2160', 3],
  ['D2161', 4],
  ['D2330', 1],
  ['D2331', 2],
  ['D2332', 3],
  ['D2391', 1],
  ['D2392', 2],
  ['D2393', 3],
  ['D2394', 4],
]);

const surfaces: LoopRule = {
  id: 'tooth-surfaces',
  snip: 6,
  loop: '2400',
  from: 'guide',
  source: '005010X224A2, 2400 TOO03; CDT, amalgam and resin restorations',
  when: 'a filling has the tooth and as many surfaces of it (TOO03) as its procedure code says',
  check(line) {
    const service = first(line, 'SV3');
    const due = surfacesOf.get(procedureOf(line, 'AD') ?? '');
    if (!service || due === undefined) return [];
    const teeth = all(line, 'TOO');
    if (teeth.length === 0) return [missingTooth(service)];
    return teeth.flatMap((segment): Found[] => {
      const text = element(segment, 3);
      const named = text === '' ? [] : components(segment, text);
      // An empty one is told as missing.
      if (named.slice(0, -1).includes('')) return [];
      const count = named.filter((one) => one !== '').length;
      if (due === 4 ? count >= 4 : count === due) return [];
      const message = `TOO03 must name ${due === 4 ? 'four or more surfaces' : due === 1 ? 'one surface' : `${due} surfaces`} for this procedure.`;
      return [{ segment, loop: '2400', element: 'TOO03', message }];
    });
  },
};

/** One tooth each: inlays and crowns, root canals, extractions. */
const ofOneTooth = /^D(?:25[1-9]\d|26[0-6]\d|27\d\d|29[3-5]\d|32[2-3]\d|33[1-5]\d|7111|7140|72[1-4]\d|7250)$/;

const toothOfProcedure: LoopRule = {
  id: 'tooth-required',
  snip: 6,
  loop: '2400',
  from: 'guide',
  source: '005010X224A2, 2400 TOO; CDT, procedures of one tooth',
  when: 'an inlay, a crown, a root canal or an extraction says of which tooth (TOO)',
  check(line) {
    const service = first(line, 'SV3');
    if (!service || !ofOneTooth.test(procedureOf(line, 'AD') ?? '') || first(line, 'TOO')) return [];
    return [missingTooth(service)];
  },
};

function missingTooth(segment: Segment): Found {
  const message = 'TOO is required: the procedure is of one tooth.';
  return { segment, missing: 'TOO', fault: 'missing', loop: '2400', message };
}

const quadrant: LoopRule = {
  id: 'oral-cavity',
  snip: 6,
  loop: '2400',
  from: 'guide',
  source: '005010X224A2, 2400 SV304; CDT, scaling and root planing by quadrant',
  when: 'scaling and root planing (D4341, D4342) says in which quadrant (SV304 = 10, 20, 30 or 40)',
  check(line) {
    const segment = first(line, 'SV3');
    if (!segment || !/^D434[12]$/.test(procedureOf(line, 'AD') ?? '')) return [];
    const area = component(segment, 4, 1);
    if (/^[1-4]0$/.test(area)) return [];
    const message = 'SV304 must name the quadrant (10, 20, 30 or 40) for this procedure.';
    return [{ segment, loop: '2400', element: area === '' ? 'SV304' : 'SV304-1', message }];
  },
};

const orthodontics: LoopRule = {
  id: 'orthodontic-treatment',
  snip: 6,
  loop: '2300',
  from: 'guide',
  source: '005010X224A2, 2300 DN1 and DTP*452; CDT, orthodontics',
  when: 'a claim for braces (D8010 to D8090) tells of the treatment in DN1 and, unless it is a predetermination, when they were placed (DTP*452)',
  check(claim) {
    const clm = first(claim, 'CLM');
    const lines = loopsOf(claim, '2400');
    if (!clm || !lines.some((line) => /^D80[1-9]0$/.test(procedureOf(line, 'AD') ?? ''))) return [];
    const at = { segment: clm, fault: 'missing', loop: '2300' } as const;
    const found: Found[] = [];
    if (!first(claim, 'DN1')) {
      const message = 'DN1 is required: the claim is for orthodontic treatment.';
      found.push({ ...at, missing: 'DN1', message });
    }
    const isPlaced = [claim, ...lines].some((loop) => first(loop, 'DTP', '452') || loop.unsure?.has('DTP'));
    if (value(clm, 19) !== 'PB' && !isPlaced) {
      const message = 'DTP*452 is required: it tells when the appliance was placed.';
      found.push({ ...at, missing: 'DTP', message });
    }
    return found;
  },
};

/** Complete and partial dentures, and crowns and retainers of bridges. */
const prosthesis = /^D(?:51[1-4]0|52[1-2]\d|27[1-9]\d|62[0-5]\d|6[67]\d\d)$/;

const placement: LoopRule = {
  id: 'prosthesis-placement',
  snip: 6,
  loop: '2400',
  from: 'guide',
  source: '005010X224A2, 2400 SV305; CDT, crowns, dentures and bridges',
  when: 'a crown, a denture or a bridge says whether it is the first or a replacement (SV305)',
  check(line) {
    const segment = first(line, 'SV3');
    const code = procedureOf(line, 'AD') ?? '';
    if (!segment || !prosthesis.test(code) || part(segment, 5, 1) !== undefined) return [];
    const message = 'SV305 must say whether this is the first prosthesis (I) or replaces one (R).';
    return [{ severity: 'warning', segment, loop: '2400', element: 'SV305', message }];
  },
};

/** SNIP 6: what a dental claim needs by the kind of service. */
export const dentalServiceRules: readonly LoopRule[] = [
  surfaces,
  toothOfProcedure,
  quadrant,
  orthodontics,
  placement,
];

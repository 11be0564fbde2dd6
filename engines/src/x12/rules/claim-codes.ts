import { type IsoDate, parseCompactDate } from '../../model/index.ts';
import { all, first, type Loop, loopsOf, value } from '../loop.ts';
import { component } from '../segment.ts';
import type { CodePort, Found, LoopRule } from './rule.ts';

/** SNIP 5: the codes of a professional claim were in force on the date of service. */
export const codesOfClaim: LoopRule = {
  id: 'code-set',
  snip: 5,
  loop: '2300',
  source: 'code sets of 45 CFR 162.1002 in force on the date of service',
  check(loop, codes) {
    const lines = loopsOf(loop, '2400');
    const dates = lines.map(serviceDate);
    const date = dates.find((one) => one !== undefined);
    const clm = first(loop, 'CLM');
    const found: Found[] = [];
    if (clm && codes.placeOfService?.(component(clm, 5, 1)) === false) {
      found.push({
        segment: clm,
        loop: '2300',
        element: 'CLM05-1',
        message: 'CLM05-1 is no place of service.',
      });
    }
    if (date !== undefined) found.push(...diagnoses(loop, codes, date));
    found.push(...lines.flatMap((line, index) => procedures(line, codes, dates[index])));
    return found;
  },
};

function diagnoses(loop: Loop, { diagnosis }: CodePort, date: IsoDate): Found[] {
  if (!diagnosis) return [];
  return all(loop, 'HI', 'ABK').flatMap((hi) =>
    hi.elements.slice(1).flatMap((_, index): Found[] => {
      const bare = component(hi, index + 1, 2);
      const code = bare.length > 3 ? `${bare.slice(0, 3)}.${bare.slice(3)}` : bare;
      if (bare === '' || diagnosis(code, date) !== false) return [];
      const element = `HI${String(index + 1).padStart(2, '0')}-2`;
      return [
        {
          segment: hi,
          loop: '2300',
          element,
          message: `${element} is no billable ICD-10-CM code on the date of service.`,
        },
      ];
    }),
  );
}

function procedures(line: Loop, { procedure, modifier }: CodePort, date: IsoDate | undefined): Found[] {
  const sv1 = first(line, 'SV1');
  if (!sv1 || date === undefined || component(sv1, 1, 1) !== 'HC') return [];
  const found: Found[] = [];
  const at = { segment: sv1, loop: '2400' };
  if (procedure?.(component(sv1, 1, 2), date) === false) {
    found.push({
      ...at,
      element: 'SV101-2',
      message: 'SV101-2 is no procedure code on the date of service.',
    });
  }
  for (const n of [3, 4, 5, 6]) {
    const code = component(sv1, 1, n);
    if (code !== '' && modifier?.(code, date) === false) {
      found.push({
        ...at,
        element: `SV101-${n}`,
        message: `SV101-${n} is no modifier on the date of service.`,
      });
    }
  }
  return found;
}

function serviceDate(line: Loop): IsoDate | undefined {
  return parseCompactDate((value(first(line, 'DTP', '472'), 3) ?? '').slice(0, 8));
}

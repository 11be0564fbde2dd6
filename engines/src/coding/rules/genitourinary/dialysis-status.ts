import { added, type CodingRule } from '../rule.ts';
import { firstSaid } from '../stated.ts';

const dialysis = new Set(['dialysis', 'hemodialysis', 'hd', 'capd', 'ccpd']);

/** End-stage disease on dialysis has the status beside it. */
export const dialysisStatus: CodingRule = {
  id: 'dialysis-status',
  source: 'ICD-10-CM tabular list, note "use additional code" at N18.6',
  reason: 'Dependence on dialysis is coded beside end-stage kidney disease.',
  apply(candidates, about) {
    if (!candidates.some(({ code }) => code === 'N18.6') || candidates.some(({ code }) => code === 'Z99.2')) {
      return [...candidates];
    }
    const evidence = firstSaid(about, dialysis);
    const status =
      evidence &&
      added('Z99.2', [evidence], about, 'Dialysis stated with end-stage disease', candidates.length + 300);
    return status ? [...candidates, status] : [...candidates];
  },
};

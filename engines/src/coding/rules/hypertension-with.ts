import type { Candidate } from '../candidates.ts';
import { type CodingRule, moved } from './rule.ts';

/** The combination code for hypertension with heart failure, chronic kidney disease, or both. */
function combination(failure: boolean, kidney: Candidate | undefined): string | undefined {
  const late = kidney !== undefined && /^N18\.[56]/.test(kidney.code);
  if (failure && kidney) return late ? 'I13.2' : 'I13.0';
  if (failure) return 'I11.0';
  if (kidney) return late ? 'I12.0' : 'I12.9';
  return undefined;
}

/** Hypertension is presumed to be the cause of heart failure and of chronic kidney disease. */
export const hypertensionWith: CodingRule = {
  id: 'hypertension-with',
  source: 'ICD-10-CM Official Guidelines I.C.9.a',
  apply(candidates, { book }) {
    const kidney = candidates.find(({ code }) => /^N18/.test(code));
    const failure = candidates.find(({ code }) => /^I50/.test(code));
    const target = combination(failure !== undefined, kidney);
    if (!target || !book.lookup(target)) return [...candidates];
    const hypertension = candidates.find(({ code }) => /^I1[0-3]/.test(code));
    if (!hypertension || hypertension.code === target) return [...candidates];
    const causes = [failure, kidney].flatMap((cause) => cause?.evidence ?? []);
    const joined = moved(hypertension, target, book, 'Hypertension presumed to be the cause (I.C.9.a)');
    return candidates.flatMap((candidate) => {
      if (candidate === hypertension) return [{ ...joined, evidence: [...hypertension.evidence, ...causes] }];
      return /^I1[0-3]/.test(candidate.code) ? [] : [candidate];
    });
  },
};

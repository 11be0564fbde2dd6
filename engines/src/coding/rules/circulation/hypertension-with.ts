import { type Candidate, candidateOf } from '../../candidates.ts';
import { isUnrelated } from '../presumed-link.ts';
import { added, type Case, type CodingRule, moved } from '../rule.ts';
import { affirmedOf } from '../stated.ts';

/** The combination code for hypertension with heart failure or another heart disease, chronic kidney disease, or both. */
function combination(failure: boolean, heart: boolean, kidney: Candidate | undefined): string | undefined {
  const late = kidney !== undefined && /^N18\.[56]/.test(kidney.code);
  if (failure && kidney) return late ? 'I13.2' : 'I13.0';
  if (failure) return 'I11.0';
  if (heart && kidney) return late ? 'I13.11' : 'I13.10';
  if (heart) return 'I11.9';
  if (kidney) return late ? 'I12.0' : 'I12.9';
  return undefined;
}

/** Diseases of the heart that hypertension is presumed to cause, and those of them that its code says. Source: I.C.9.a.1. */
const disease = /^I51\.(?:4|5|7|89|9)/;
const within = /^I51\.[57]/;
const pressure = /hypertens|\bHTN\b|blood pressure/i;

/** Hypertension that the history records as present: it counts with what it is presumed to cause. */
function recorded({ read, book }: Case): Candidate | undefined {
  for (const { document, mentions } of read) {
    for (const mention of mentions) {
      if (mention.code !== 'I10' || mention.assertion !== 'present') continue;
      if (/\boff (?:all |his |her |of )?(?:drugs|meds|medic)/i.test(mention.clause.text)) continue;
      const candidate = candidateOf(mention, document, book, Number.MAX_SAFE_INTEGER);
      if (candidate) return candidate;
    }
  }
  return undefined;
}

/** `Hypertensive kidney disease` names the hypertension with what it causes. */
function named(causes: readonly (Candidate | undefined)[], about: Case): Candidate | undefined {
  for (const cause of causes) {
    if (!cause || !/\bhypertensive\b/i.test(affirmedOf(cause, about))) continue;
    return added('I10', cause.evidence, about, 'Called hypertensive', cause.order - 0.25);
  }
  return undefined;
}

/** Hypertension is presumed to be the cause of heart failure and of chronic kidney disease. */
export const hypertensionWith: CodingRule = {
  id: 'hypertension-with',
  source: 'ICD-10-CM Official Guidelines I.C.9.a',
  reason: 'Hypertension is presumed to be related to heart failure and chronic kidney disease.',
  apply(candidates, about) {
    const { book } = about;
    const linked = candidates.filter((one) => !isUnrelated(one, pressure, about));
    const kidney = linked.find(({ code }) => /^N18/.test(code));
    const failure = linked.find(({ code }) => /^I50/.test(code));
    const heart = linked.find(({ code }) => disease.test(code));
    const isOfHeart = heart !== undefined || candidates.some(({ code }) => /^I1(?:1|3)/.test(code));
    const target = combination(failure !== undefined, isOfHeart, kidney);
    if (!target || !book.lookup(target)) return [...candidates];
    const hypertension =
      candidates.find(({ code }) => /^I1[0-3]/.test(code)) ??
      recorded(about) ??
      named([failure, kidney], about);
    if (!hypertension) return [...candidates];
    const causes = [failure, heart, kidney].flatMap((cause) => cause ?? []);
    const joined =
      hypertension.code === target
        ? hypertension
        : moved(hypertension, target, book, 'Hypertension presumed to be the cause (I.C.9.a)');
    const evidence = [...hypertension.evidence, ...causes.flatMap((cause) => cause.evidence)];
    // The tabular list has the kind of failure and the stage of kidney disease follow.
    const order = Math.min(hypertension.order, ...causes.map((cause) => cause.order - 0.25));
    const rest = candidates.filter(({ code }) => !/^I1[0-3]/.test(code) && !within.test(code));
    return [{ ...joined, evidence, order }, ...rest];
  },
  standsFor: ({ code }) => /^I1[1-3]/.test(code),
};

import { type Candidate, mergeByCode } from '../candidates.ts';
import { bodyMassIndexCode } from './body-mass-index.ts';
import { bothSides } from './both-sides.ts';
import { dementiaManifestation } from './dementia-manifestation.ts';
import { diabetesType } from './diabetes-type.ts';
import { diabetesWith } from './diabetes-with.ts';
import { dialysisStatus } from './dialysis-status.ts';
import { excludesOne } from './excludes.ts';
import { hypertensionWith } from './hypertension-with.ts';
import { integralSymptoms } from './integral-symptoms.ts';
import { longTermDrugs } from './long-term-drugs.ts';
import { pregnancy } from './pregnancy.ts';
import type { Case, CodingRule } from './rule.ts';
import { specificOverUnspecified } from './specific-over-unspecified.ts';

/** In the order they are applied: first what a code is, then what comes with it, then what must go. */
const codingRules: readonly CodingRule[] = [
  bothSides,
  dementiaManifestation,
  diabetesType,
  diabetesWith,
  hypertensionWith,
  specificOverUnspecified,
  integralSymptoms,
  excludesOne,
  longTermDrugs,
  dialysisStatus,
  bodyMassIndexCode,
  pregnancy,
];

export function applyRules(candidates: readonly Candidate[], about: Case): Candidate[] {
  return codingRules.reduce((settled, rule) => mergeByCode(rule.apply(settled, about)), [...candidates]);
}

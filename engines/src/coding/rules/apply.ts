import type { RuleFiring } from '../../model/index.ts';
import { type Candidate, mergeByCode } from '../candidates.ts';
import { adverseEffect } from './adverse-effect.ts';
import { bodyMassIndexCode } from './body-mass-index.ts';
import { bothSides } from './both-sides.ts';
import { burnExtent } from './burn-extent.ts';
import { cancerHistory } from './cancer-history.ts';
import { complicatingPregnancy } from './complicating-pregnancy.ts';
import { dementiaManifestation } from './dementia-manifestation.ts';
import { diabetesType } from './diabetes-type.ts';
import { diabetesWith } from './diabetes-with.ts';
import { dialysisStatus } from './dialysis-status.ts';
import { established } from './established.ts';
import { examinationFindings } from './examination-findings.ts';
import { excludesOne } from './excludes.ts';
import { firingsOf } from './firings.ts';
import { hypertensionWith } from './hypertension-with.ts';
import { hypothyroidismAfter } from './hypothyroidism-after.ts';
import { immunization } from './immunization.ts';
import { insulinPump } from './insulin-pump.ts';
import { integralSymptoms } from './integral-symptoms.ts';
import { longTermDrugs } from './long-term-drugs.ts';
import { lungInfection } from './lung-infection.ts';
import { namedWithin } from './named-within.ts';
import { neoplasmFound } from './neoplasm-found.ts';
import { phaseOfCare } from './phase-of-care.ts';
import { pregnancy } from './pregnancy.ts';
import { preventiveVisit } from './preventive-visit.ts';
import { problemLists } from './problem-lists.ts';
import { prostateWith } from './prostate-with.ts';
import type { Case, CodingRule } from './rule.ts';
import { specificOverUnspecified } from './specific-over-unspecified.ts';
import { strokeSequelae } from './stroke-sequelae.ts';
import { substanceRemission } from './substance-remission.ts';
import { tobaccoProduct } from './tobacco-product.ts';
import { underdosingReason } from './underdosing-reason.ts';
import { useAdditional } from './use-additional.ts';

/** In the order they are applied: first what a code is, then what comes with it, then what must go. */
export const codingRules: readonly CodingRule[] = [
  problemLists,
  bothSides,
  phaseOfCare,
  hypothyroidismAfter,
  neoplasmFound,
  cancerHistory,
  dementiaManifestation,
  useAdditional,
  diabetesType,
  diabetesWith,
  hypertensionWith,
  strokeSequelae,
  substanceRemission,
  tobaccoProduct,
  prostateWith,
  specificOverUnspecified,
  namedWithin,
  lungInfection,
  integralSymptoms,
  burnExtent,
  adverseEffect,
  underdosingReason,
  established,
  excludesOne,
  longTermDrugs,
  dialysisStatus,
  insulinPump,
  bodyMassIndexCode,
  immunization,
  preventiveVisit,
  examinationFindings,
  complicatingPregnancy,
  pregnancy,
];

/** What is left when every rule was asked, and all that the rules did on the way. */
export interface Settled {
  candidates: Candidate[];
  firings: RuleFiring[];
}

export function applyRules(candidates: readonly Candidate[], about: Case): Settled {
  const firings: RuleFiring[] = [];
  let settled = [...candidates];
  for (const rule of codingRules) {
    const applied = rule.apply(settled, about);
    firings.push(...firingsOf(rule, settled, applied, about));
    settled = mergeByCode(applied);
  }
  return { candidates: settled, firings };
}

import type { RuleFiring } from '../../model/index.ts';
import { type Candidate, mergeByCode } from '../candidates.ts';
import { acuteTubularNecrosis } from './acute-tubular-necrosis.ts';
import { adverseEffect } from './adverse-effect.ts';
import { alcoholWithdrawal } from './alcohol-withdrawal.ts';
import { antineoplasticEncounter } from './antineoplastic-encounter.ts';
import { bodyMassIndexCode } from './body-mass-index.ts';
import { bothSides } from './both-sides.ts';
import { burnExtent } from './burn-extent.ts';
import { cancerHistory } from './cancer-history.ts';
import { colonPolyps } from './colon-polyps.ts';
import { complicatingPregnancy } from './complicating-pregnancy.ts';
import { delivery } from './delivery.ts';
import { dementiaManifestation } from './dementia-manifestation.ts';
import { detailElsewhere } from './detail-elsewhere.ts';
import { deviceInfection } from './device-infection.ts';
import { diabetesType } from './diabetes-type.ts';
import { diabetesWith } from './diabetes-with.ts';
import { diabeticUlcer } from './diabetic-ulcer.ts';
import { dialysisStatus } from './dialysis-status.ts';
import { diverticularDisease } from './diverticular-disease.ts';
import { drugResistance } from './drug-resistance.ts';
import { established } from './established.ts';
import { examinationFindings } from './examination-findings.ts';
import { excludesOne } from './excludes.ts';
import { firingsOf } from './firings.ts';
import { fractureDetail } from './fracture-detail.ts';
import { gallstones } from './gallstones.ts';
import { graftVersusHost } from './graft-versus-host.ts';
import { heartFailureKind } from './heart-failure-kind.ts';
import { hemiplegiaDominance } from './hemiplegia-dominance.ts';
import { highRiskHpv } from './high-risk-hpv.ts';
import { hypertensionWith } from './hypertension-with.ts';
import { hypothyroidismAfter } from './hypothyroidism-after.ts';
import { immunization } from './immunization.ts';
import { infectionOrganism } from './infection-organism.ts';
import { inflamedKeratosis } from './inflamed-keratosis.ts';
import { insulinPump } from './insulin-pump.ts';
import { integralSymptoms } from './integral-symptoms.ts';
import { intestinalObstruction } from './intestinal-obstruction.ts';
import { invasiveOverInSitu } from './invasive-over-in-situ.ts';
import { leukemiaRemission } from './leukemia-remission.ts';
import { longTermDrugs } from './long-term-drugs.ts';
import { lungInfection } from './lung-infection.ts';
import { metastases } from './metastases.ts';
import { multipleGestation } from './multiple-gestation.ts';
import { namedWithin } from './named-within.ts';
import { neoplasmFound } from './neoplasm-found.ts';
import { neutropenicFever } from './neutropenic-fever.ts';
import { newborn } from './newborn.ts';
import { openFracture } from './open-fracture.ts';
import { osteoporoticFracture } from './osteoporotic-fracture.ts';
import { phaseOfCare } from './phase-of-care.ts';
import { poisoningIntent } from './poisoning-intent.ts';
import { postoperativeIleus } from './postoperative-ileus.ts';
import { pregnancy } from './pregnancy.ts';
import { pressureUlcers } from './pressure-ulcers.ts';
import { preventiveVisit } from './preventive-visit.ts';
import { problemLists } from './problem-lists.ts';
import { prostateRetention } from './prostate-retention.ts';
import { prostateWith } from './prostate-with.ts';
import { receptorStatus } from './receptor-status.ts';
import { respiratoryFailureKind } from './respiratory-failure-kind.ts';
import { rotatorCuffTear } from './rotator-cuff-tear.ts';
import type { Case, CodingRule } from './rule.ts';
import { screeningReport } from './screening-report.ts';
import { sepsis } from './sepsis.ts';
import { sequela } from './sequela.ts';
import { siteFromLabel } from './site-from-label.ts';
import { specificOverUnspecified } from './specific-over-unspecified.ts';
import { strokeDetail } from './stroke-detail.ts';
import { strokeSequelae } from './stroke-sequelae.ts';
import { substanceRemission } from './substance-remission.ts';
import { substanceSeverity } from './substance-severity.ts';
import { tobaccoProduct } from './tobacco-product.ts';
import { underdosingReason } from './underdosing-reason.ts';
import { useAdditional } from './use-additional.ts';
import { varicesWithCirrhosis } from './varices-with-cirrhosis.ts';

/** In the order they are applied: first what a code is, then what comes with it, then what must go. */
export const codingRules: readonly CodingRule[] = [
  problemLists,
  bothSides,
  colonPolyps,
  siteFromLabel,
  rotatorCuffTear,
  inflamedKeratosis,
  highRiskHpv,
  heartFailureKind,
  respiratoryFailureKind,
  detailElsewhere,
  hemiplegiaDominance,
  strokeDetail,
  phaseOfCare,
  openFracture,
  fractureDetail,
  osteoporoticFracture,
  pressureUlcers,
  sequela,
  hypothyroidismAfter,
  neoplasmFound,
  invasiveOverInSitu,
  cancerHistory,
  metastases,
  leukemiaRemission,
  receptorStatus,
  graftVersusHost,
  antineoplasticEncounter,
  neutropenicFever,
  poisoningIntent,
  dementiaManifestation,
  useAdditional,
  diabeticUlcer,
  diabetesType,
  diabetesWith,
  hypertensionWith,
  strokeSequelae,
  acuteTubularNecrosis,
  sepsis,
  deviceInfection,
  infectionOrganism,
  drugResistance,
  gallstones,
  intestinalObstruction,
  diverticularDisease,
  varicesWithCirrhosis,
  postoperativeIleus,
  substanceSeverity,
  alcoholWithdrawal,
  substanceRemission,
  tobaccoProduct,
  prostateWith,
  prostateRetention,
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
  screeningReport,
  examinationFindings,
  multipleGestation,
  complicatingPregnancy,
  pregnancy,
  delivery,
  newborn,
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

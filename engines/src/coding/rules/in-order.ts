import { heartFailureKind } from './circulation/heart-failure-kind.ts';
import { hemiplegiaDominance } from './circulation/hemiplegia-dominance.ts';
import { hypertensionWith } from './circulation/hypertension-with.ts';
import { strokeDetail } from './circulation/stroke-detail.ts';
import { strokeSequelae } from './circulation/stroke-sequelae.ts';
import { diverticularDisease } from './digestive/diverticular-disease.ts';
import { gallstones } from './digestive/gallstones.ts';
import { intestinalObstruction } from './digestive/intestinal-obstruction.ts';
import { postoperativeIleus } from './digestive/postoperative-ileus.ts';
import { varicesWithCirrhosis } from './digestive/varices-with-cirrhosis.ts';
import { adverseEffect } from './drugs/adverse-effect.ts';
import { longTermDrugs } from './drugs/long-term-drugs.ts';
import { poisoningIntent } from './drugs/poisoning-intent.ts';
import { underdosingReason } from './drugs/underdosing-reason.ts';
import { examinationFindings } from './encounters/examination-findings.ts';
import { immunization } from './encounters/immunization.ts';
import { preventiveVisit } from './encounters/preventive-visit.ts';
import { screeningReport } from './encounters/screening-report.ts';
import { diabetesType } from './endocrine/diabetes-type.ts';
import { diabetesWith } from './endocrine/diabetes-with.ts';
import { diabeticUlcer } from './endocrine/diabetic-ulcer.ts';
import { hypothyroidismAfter } from './endocrine/hypothyroidism-after.ts';
import { insulinPump } from './endocrine/insulin-pump.ts';
import { bodyMassIndexCode } from './general/body-mass-index.ts';
import { bothSides } from './general/both-sides.ts';
import { detailElsewhere } from './general/detail-elsewhere.ts';
import { established } from './general/established.ts';
import { excludesOne } from './general/excludes.ts';
import { integralSymptoms } from './general/integral-symptoms.ts';
import { namedWithin } from './general/named-within.ts';
import { phaseOfCare } from './general/phase-of-care.ts';
import { problemLists } from './general/problem-lists.ts';
import { sequela } from './general/sequela.ts';
import { siteFromLabel } from './general/site-from-label.ts';
import { specificOverUnspecified } from './general/specific-over-unspecified.ts';
import { useAdditional } from './general/use-additional.ts';
import { acuteTubularNecrosis } from './genitourinary/acute-tubular-necrosis.ts';
import { dialysisStatus } from './genitourinary/dialysis-status.ts';
import { prostateRetention } from './genitourinary/prostate-retention.ts';
import { prostateWith } from './genitourinary/prostate-with.ts';
import { deviceInfection } from './infections/device-infection.ts';
import { drugResistance } from './infections/drug-resistance.ts';
import { highRiskHpv } from './infections/high-risk-hpv.ts';
import { infectionOrganism } from './infections/infection-organism.ts';
import { sepsis } from './infections/sepsis.ts';
import { sepsisSource } from './infections/sepsis-source.ts';
import { burnExtent } from './injuries/burn-extent.ts';
import { fractureDetail } from './injuries/fracture-detail.ts';
import { openFracture } from './injuries/open-fracture.ts';
import { osteoporoticFracture } from './injuries/osteoporotic-fracture.ts';
import { rotatorCuffTear } from './injuries/rotator-cuff-tear.ts';
import { alcoholWithdrawal } from './mental/alcohol-withdrawal.ts';
import { dementiaManifestation } from './mental/dementia-manifestation.ts';
import { substanceRemission } from './mental/substance-remission.ts';
import { substanceSeverity } from './mental/substance-severity.ts';
import { tobaccoProduct } from './mental/tobacco-product.ts';
import { antineoplasticEncounter } from './neoplasms/antineoplastic-encounter.ts';
import { cancerHistory } from './neoplasms/cancer-history.ts';
import { colonPolyps } from './neoplasms/colon-polyps.ts';
import { graftVersusHost } from './neoplasms/graft-versus-host.ts';
import { invasiveOverInSitu } from './neoplasms/invasive-over-in-situ.ts';
import { leukemiaRemission } from './neoplasms/leukemia-remission.ts';
import { metastases } from './neoplasms/metastases.ts';
import { neoplasmFound } from './neoplasms/neoplasm-found.ts';
import { neutropenicFever } from './neoplasms/neutropenic-fever.ts';
import { receptorStatus } from './neoplasms/receptor-status.ts';
import { complicatingPregnancy } from './obstetrics/complicating-pregnancy.ts';
import { delivery } from './obstetrics/delivery.ts';
import { multipleGestation } from './obstetrics/multiple-gestation.ts';
import { newborn } from './obstetrics/newborn.ts';
import { pregnancy } from './obstetrics/pregnancy.ts';
import { lungInfection } from './respiratory/lung-infection.ts';
import { respiratoryFailureKind } from './respiratory/respiratory-failure-kind.ts';
import type { CodingRule } from './rule.ts';
import { inflamedKeratosis } from './skin/inflamed-keratosis.ts';
import { pressureUlcers } from './skin/pressure-ulcers.ts';

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
  sepsisSource,
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
  immunization,
  preventiveVisit,
  screeningReport,
  examinationFindings,
  multipleGestation,
  complicatingPregnancy,
  pregnancy,
  delivery,
  newborn,
  bodyMassIndexCode,
];

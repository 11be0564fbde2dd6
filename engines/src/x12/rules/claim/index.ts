import { accidentSituations, claimSituations, lineAttachments } from '../../guides/claim.situations.ts';
import { situationsOfProfessional } from '../../guides/x222a1.situations.ts';
import { x222a1 } from '../../guides/x222a1.ts';
import { situationsOfInstitutional } from '../../guides/x223a2.situations.ts';
import { x223a2 } from '../../guides/x223a2.ts';
import { situationsOfDental } from '../../guides/x224a2.situations.ts';
import { x224a2 } from '../../guides/x224a2.ts';
import { readSituations } from '../../situations/read.ts';
import { hierarchy } from '../hierarchy.ts';
import type { LoopRule, RuleSet, TransactionRule } from '../rule.ts';
import { ssns } from '../ssn.ts';
import { claimBalanceRules } from './balance.ts';
import { claimChargeRules, institutionalChargeRules } from './charges.ts';
import { causeRules, claimDateRules, professionalDateRules } from './dates.ts';
import { daysOfStay } from './days.ts';
import { claimDecisionRules } from './decided.ts';
import { dentalRules } from './dental.ts';
import { claimDiagnosisRules } from './diagnoses.ts';
import { externalCauseRules, firstDiagnosisRules } from './external-causes.ts';
import { hospitalRules, paidUnitRules } from './hospital.ts';
import { institutionalRules } from './institutional.ts';
import { claimLineRules, dentalLineRules, professionalLineRules, screeningRules } from './lines.ts';
import {
  dentalNumberRules,
  institutionalNumberRules,
  professionalNumberRules,
  taxNumberRules,
} from './numbers.ts';
import { billingRules, claimPartyRules, wholeZip } from './parties.ts';
import { claimPayerRules, payerSequence } from './payers.ts';
import { serviceRules } from './services.ts';
import { dentalServiceRules } from './services-dental.ts';
import { institutionalServiceRules } from './services-institutional.ts';
import { toothRules } from './teeth.ts';
import {
  dentalUnlikelyDates,
  institutionalUnlikelyDates,
  professionalUnlikelyDates,
  unlikelyDateRules,
} from './unlikely-dates.ts';

const loops: readonly LoopRule[] = [
  ...claimChargeRules,
  ...claimBalanceRules,
  ...claimPayerRules,
  ...claimDecisionRules,
  ...claimDiagnosisRules,
  ...claimLineRules,
  ...firstDiagnosisRules,
  ...unlikelyDateRules,
  ...paidUnitRules,
  ...billingRules,
  ...taxNumberRules,
];

const transactions: readonly TransactionRule[] = [hierarchy, ...claimPartyRules, ...claimDateRules, ssns];

/** The rules for an 837P. */
export const professionalRules: RuleSet = {
  loops: [
    ...readSituations(
      [claimSituations, accidentSituations, lineAttachments, situationsOfProfessional].join('\n'),
      x222a1.id,
    ),
    ...loops,
    ...professionalLineRules,
    wholeZip('2310C'),
    ...screeningRules,
    ...professionalDateRules,
    ...professionalUnlikelyDates,
    ...professionalNumberRules,
    ...causeRules,
    ...serviceRules,
  ],
  transactions: [...transactions, payerSequence(true)],
};

/** The rules for an 837I. */
export const institutionalClaimRules: RuleSet = {
  loops: [
    ...readSituations([claimSituations, lineAttachments, situationsOfInstitutional].join('\n'), x223a2.id),
    ...loops,
    ...screeningRules,
    wholeZip('2310E'),
    ...institutionalChargeRules,
    ...institutionalRules,
    ...hospitalRules,
    ...externalCauseRules,
    ...institutionalUnlikelyDates,
    ...institutionalNumberRules,
    daysOfStay,
    ...institutionalServiceRules,
  ],
  transactions: [...transactions, payerSequence(false)],
};

/** The rules for an 837D. */
export const dentalClaimRules: RuleSet = {
  loops: [
    ...readSituations([claimSituations, accidentSituations, situationsOfDental].join('\n'), x224a2.id),
    ...loops,
    ...dentalLineRules,
    wholeZip('2310C'),
    ...causeRules,
    ...dentalRules,
    ...toothRules,
    ...dentalUnlikelyDates,
    ...dentalNumberRules,
    ...dentalServiceRules,
  ],
  transactions: [...transactions, payerSequence(true)],
};

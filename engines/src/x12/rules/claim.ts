import { accidentSituations, claimSituations, lineAttachments } from '../guides/claim.situations.ts';
import { situationsOfProfessional } from '../guides/x222a1.situations.ts';
import { x222a1 } from '../guides/x222a1.ts';
import { situationsOfInstitutional } from '../guides/x223a2.situations.ts';
import { x223a2 } from '../guides/x223a2.ts';
import { situationsOfDental } from '../guides/x224a2.situations.ts';
import { x224a2 } from '../guides/x224a2.ts';
import { readSituations } from '../situations/read.ts';
import { claimBalanceRules } from './claim-balance.ts';
import { claimChargeRules, institutionalChargeRules } from './claim-charges.ts';
import { causeRules, claimDateRules, professionalDateRules } from './claim-dates.ts';
import { daysOfStay } from './claim-days.ts';
import { claimDecisionRules } from './claim-decided.ts';
import { dentalRules } from './claim-dental.ts';
import { claimDiagnosisRules } from './claim-diagnoses.ts';
import { institutionalRules } from './claim-institutional.ts';
import { claimLineRules, dentalLineRules, professionalLineRules, screeningRules } from './claim-lines.ts';
import { claimPartyRules } from './claim-parties.ts';
import { claimPayerRules, payerSequence } from './claim-payers.ts';
import { serviceRules } from './claim-services.ts';
import { dentalServiceRules } from './claim-services-dental.ts';
import { institutionalServiceRules } from './claim-services-institutional.ts';
import { hierarchy } from './hierarchy.ts';
import type { LoopRule, RuleSet, TransactionRule } from './rule.ts';
import { ssns } from './ssn.ts';

const loops: readonly LoopRule[] = [
  ...claimChargeRules,
  ...claimBalanceRules,
  ...claimPayerRules,
  ...claimDecisionRules,
  ...claimDiagnosisRules,
  ...claimLineRules,
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
    ...screeningRules,
    ...professionalDateRules,
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
    ...institutionalChargeRules,
    ...institutionalRules,
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
    ...causeRules,
    ...dentalRules,
    ...dentalServiceRules,
  ],
  transactions: [...transactions, payerSequence(false)],
};

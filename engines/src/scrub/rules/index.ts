import type { Rule } from '../rule.ts';
import { authorizationMissing } from './authorization-missing.ts';
import { authorizationNotValid } from './authorization-not-valid.ts';
import { billingAddress } from './billing-address.ts';
import { billingTaxId } from './billing-tax-id.ts';
import { birthDateAfterService } from './birth-date-after-service.ts';
import { claimTotal } from './claim-total.ts';
import { codeSetNotLoaded } from './code-set-not-loaded.ts';
import { controlNumber } from './control-number.ts';
import { diagnosisDuplicate } from './diagnosis-duplicate.ts';
import { diagnosisMissing } from './diagnosis-missing.ts';
import { diagnosisNotBillable } from './diagnosis-not-billable.ts';
import { diagnosisNotInForce } from './diagnosis-not-in-force.ts';
import { diagnosisTooMany } from './diagnosis-too-many.ts';
import { diagnosisUnknown } from './diagnosis-unknown.ts';
import { duplicateClaim } from './duplicate-claim.ts';
import { excludes1Pair } from './excludes1-pair.ts';
import { externalCauseFirst } from './external-cause-first.ts';
import { frequencyWithoutOriginal } from './frequency-without-original.ts';
import { lineChargeNotPositive } from './line-charge-not-positive.ts';
import { lineControlNumber } from './line-control-number.ts';
import { lineMissing } from './line-missing.ts';
import { lineRepeated } from './line-repeated.ts';
import { lineTooMany } from './line-too-many.ts';
import { manifestationFirst } from './manifestation-first.ts';
import { modifier25WithoutVisit } from './modifier-25-without-visit.ts';
import { modifierForm } from './modifier-form.ts';
import { modifierRepeated } from './modifier-repeated.ts';
import { modifierTooMany } from './modifier-too-many.ts';
import { patientMissing } from './patient-missing.ts';
import { payerIdMissing } from './payer-id-missing.ts';
import { placeOfServiceUnknown } from './place-of-service-unknown.ts';
import { pointerMissing } from './pointer-missing.ts';
import { pointerOutOfRange } from './pointer-out-of-range.ts';
import { pointerRepeated } from './pointer-repeated.ts';
import { pointerTooMany } from './pointer-too-many.ts';
import { procedureForm } from './procedure-form.ts';
import { procedureNotInFeeSchedule } from './procedure-not-in-fee-schedule.ts';
import { providerNpi } from './provider-npi.ts';
import { secondaryWithoutAdjudication } from './secondary-without-adjudication.ts';
import { serviceDateInFuture } from './service-date-in-future.ts';
import { serviceDateOld } from './service-date-old.ts';
import { serviceDateOrder } from './service-date-order.ts';
import { subscriberAddressMissing } from './subscriber-address-missing.ts';
import { subscriberBirthDateMissing } from './subscriber-birth-date-missing.ts';
import { subscriberIdMissing } from './subscriber-id-missing.ts';
import { subscriberNameMissing } from './subscriber-name-missing.ts';
import { taxonomyForm } from './taxonomy-form.ts';
import { telehealthWithoutModifier } from './telehealth-without-modifier.ts';
import { timelyFiling } from './timely-filing.ts';
import { unitsNotPositive } from './units-not-positive.ts';

/** Every claim edit, in the order in which a biller would fix them. */
export const rules: readonly Rule[] = [
  codeSetNotLoaded,
  diagnosisMissing,
  diagnosisTooMany,
  diagnosisDuplicate,
  diagnosisUnknown,
  diagnosisNotInForce,
  diagnosisNotBillable,
  externalCauseFirst,
  manifestationFirst,
  excludes1Pair,
  lineMissing,
  lineTooMany,
  lineRepeated,
  lineControlNumber,
  procedureForm,
  procedureNotInFeeSchedule,
  modifierForm,
  modifierTooMany,
  modifierRepeated,
  modifier25WithoutVisit,
  pointerMissing,
  pointerOutOfRange,
  pointerTooMany,
  pointerRepeated,
  lineChargeNotPositive,
  unitsNotPositive,
  claimTotal,
  placeOfServiceUnknown,
  telehealthWithoutModifier,
  serviceDateInFuture,
  serviceDateOrder,
  serviceDateOld,
  birthDateAfterService,
  timelyFiling,
  subscriberIdMissing,
  subscriberNameMissing,
  subscriberBirthDateMissing,
  subscriberAddressMissing,
  patientMissing,
  payerIdMissing,
  providerNpi,
  billingTaxId,
  billingAddress,
  taxonomyForm,
  controlNumber,
  frequencyWithoutOriginal,
  duplicateClaim,
  secondaryWithoutAdjudication,
  authorizationMissing,
  authorizationNotValid,
];

import type {
  AdjudicatedProcedure,
  Adjustment,
  Cents,
  ClaimPayer,
  InpatientAdjudication,
  LineAdjudication,
  OtherCoverage,
  OtherPayerProvider,
  OutpatientAdjudication,
  Subscriber,
} from '../../model/index.ts';
import { address, identifiers, personFields } from './parties.ts';
import {
  amount,
  assignment,
  choice,
  date,
  list,
  number,
  object,
  optional,
  type Shape,
  text,
  yes,
} from './shape.ts';

const maybe = optional(text);

export const subscriber = object<Subscriber>({
  ...personFields,
  birthDate: optional(date),
  sex: optional(choice('F', 'M', 'U')),
  memberId: text,
  memberIdType: optional(choice('II')),
  groupNumber: maybe,
  groupName: maybe,
  organization: optional(yes),
});

export const payer = object<ClaimPayer>({
  payerId: text,
  payerIdType: optional(choice('XV')),
  name: text,
  claimFilingIndicator: text,
  insuranceType: maybe,
  address: optional(address),
  otherIds: optional(identifiers),
  billingProviderIds: optional(identifiers),
});

export const sequence = choice('P', 'S', 'T', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'U');

export const relationship = choice(
  'self',
  'spouse',
  'child',
  'employee',
  'unknown',
  'organ-donor',
  'cadaver-donor',
  'life-partner',
  'other',
);

const adjustments = list(
  object<Adjustment>({
    group: choice('CO', 'PR', 'OA', 'PI', 'CR'),
    reason: text,
    amount,
    quantity: optional(number),
  }),
);

/** Amounts by the number of their element. */
const amounts: Shape<InpatientAdjudication['amounts']> = (value, at, problems) => {
  const given = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const read = given.map(([name, sum]): [string, Cents] => [name, amount(sum, `${at}.${name}`, problems)]);
  return Object.fromEntries(read);
};

const inpatient = object<InpatientAdjudication>({
  coveredDays: number,
  lifetimePsychiatricDays: optional(number),
  costReportDays: optional(number),
  remarks: list(text),
  amounts,
});

const outpatient = object<OutpatientAdjudication>({
  reimbursementRate: optional(number),
  payable: optional(amount),
  remarks: list(text),
  endStageRenalDisease: optional(amount),
  professionalComponent: optional(amount),
});

export const otherCoverage = object<OtherCoverage>({
  sequence,
  payer,
  subscriber,
  relationship,
  paid: optional(amount),
  notCovered: optional(amount),
  patientLiability: optional(amount),
  adjustments: optional(adjustments),
  assignmentOfBenefits: optional(assignment),
  signedByProvider: optional(yes),
  releaseOfInformation: optional(choice('I', 'Y')),
  inpatient: optional(inpatient),
  outpatient: optional(outpatient),
  decidedDate: optional(date),
  authorizationNumber: maybe,
  referralNumber: maybe,
  payerControlNumber: maybe,
  predeterminationNumber: maybe,
  adjusted: optional(yes),
  providerIds: optional(
    list(object<OtherPayerProvider>({ role: text, organization: optional(yes), ids: identifiers })),
  ),
});

export const adjudication = object<LineAdjudication>({
  payerId: text,
  paid: amount,
  procedure: optional(
    object<AdjudicatedProcedure>({
      qualifier: maybe,
      code: text,
      modifiers: list(text),
      description: maybe,
    }),
  ),
  revenueCode: maybe,
  units: number,
  bundledLine: optional(number),
  adjustments,
  date,
  patientLiability: optional(amount),
});

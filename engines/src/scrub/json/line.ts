import type {
  ClaimLine,
  DentalService,
  Drug,
  Equipment,
  EquipmentCertification,
  FormAnswer,
  LineDates,
  LineReferences,
  PurchasedService,
  SupportingForm,
  TestResult,
  TreatedTooth,
} from '../../model/index.ts';
import { adjudication } from './coverage.ts';
import { payerNumbers, roles } from './parties.ts';
import { ambulance, attachments, certifications, contract, notes, repricing } from './parts.ts';
import { amount, choice, date, list, number, object, optional, text, yes } from './shape.ts';

const maybe = optional(text);
const maybeDate = optional(date);
const maybeNumbers = optional(payerNumbers);

const dates = object<LineDates>({
  prescription: maybeDate,
  recertification: maybeDate,
  beginTherapy: maybeDate,
  lastCertification: maybeDate,
  lastSeen: maybeDate,
  hemoglobinTest: maybeDate,
  creatinineTest: maybeDate,
  shipped: maybeDate,
  lastXray: maybeDate,
  initialTreatment: maybeDate,
  priorPlacement: maybeDate,
  appliancePlacement: maybeDate,
  replacement: maybeDate,
  treatmentStart: maybeDate,
  treatmentCompletion: maybeDate,
});

const references = object<LineReferences>({
  repricedLine: maybe,
  adjustedRepricedLine: maybe,
  repricedClaim: maybe,
  adjustedRepricedClaim: maybe,
  mammographyCertificate: maybe,
  clia: maybe,
  referringClia: maybe,
  immunizationBatch: maybe,
  referrals: maybeNumbers,
  otherAuthorizations: maybeNumbers,
  predeterminations: maybeNumbers,
});

const dental = object<DentalService>({
  oralCavity: optional(list(text)),
  prosthesis: optional(choice('I', 'R')),
  teeth: optional(list(object<TreatedTooth>({ tooth: text, surfaces: list(text) }))),
});

const drug = object<Drug>({
  qualifier: maybe,
  code: text,
  quantity: number,
  unit: text,
  prescriptionNumber: maybe,
  linkNumber: maybe,
});

const forms = list(
  object<SupportingForm>({
    list: text,
    form: text,
    answers: list(
      object<FormAnswer>({
        question: text,
        yesNo: optional(choice('Y', 'N', 'W')),
        text: maybe,
        date: maybeDate,
        percent: optional(number),
      }),
    ),
  }),
);

export const line = object<ClaimLine>({
  ...roles,
  controlNumber: text,
  revenueCode: maybe,
  procedure: maybe,
  procedureQualifier: maybe,
  modifiers: list(text, 'a list of texts'),
  description: maybe,
  charge: amount,
  units: number,
  unitBasis: choice('UN', 'MJ', 'DA'),
  notCovered: optional(amount),
  diagnosisPointers: list(number, 'a list of numbers'),
  serviceDate: maybeDate,
  serviceDateTo: maybeDate,
  placeOfService: maybe,
  emergency: optional(yes),
  epsdt: optional(yes),
  familyPlanning: optional(yes),
  copayExempt: optional(yes),
  authorizationNumber: maybe,
  references: optional(references),
  dates: optional(dates),
  dental: optional(dental),
  drug: optional(drug),
  ambulance: optional(ambulance),
  ambulancePatients: optional(number),
  obstetricUnits: optional(number),
  equipment: optional(object<Equipment>({ days: number, rental: amount, purchase: amount, frequency: text })),
  equipmentCertification: optional(object<EquipmentCertification>({ kind: text, months: number })),
  certifications: optional(certifications),
  testResults: optional(list(object<TestResult>({ reference: text, qualifier: text, value: number }))),
  purchasedService: optional(object<PurchasedService>({ providerId: text, charge: amount })),
  contract: optional(contract),
  salesTax: optional(amount),
  facilityTax: optional(amount),
  postage: optional(amount),
  attachments: optional(attachments),
  notes: optional(notes),
  fileInformation: optional(list(text)),
  repricing: optional(repricing),
  forms: optional(forms),
  adjudications: optional(list(adjudication)),
});

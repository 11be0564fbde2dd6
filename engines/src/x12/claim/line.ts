import { type ClaimKind, type ClaimLine, formatAmount } from '../../model/index.ts';
import { days, defined, money, quantity } from '../read/fields.ts';
import { amount } from '../rules/amounts.ts';
import { first, type Loop, loopsOf, value } from '../walk/loop.ts';
import type { DraftSegment } from '../write/draft.ts';
import { dateSegment, decimal } from '../write/parts.ts';
import { adjudicationSegments, readAdjudication } from './adjudication.ts';
import { lineDateSegments, readLineDates } from './dates.ts';
import { toothSegments } from './dental.ts';
import { drugSegments, formSegments, readDrug, readForms } from './drug.ts';
import {
  equipmentCertificationSegments,
  equipmentSegments,
  readEquipment,
  readEquipmentCertification,
  readTestResults,
  testResultSegments,
} from './equipment.ts';
import { type Kinds, wantPlaces } from './kinds.ts';
import { listed } from './parties.ts';
import { providerSegments, readProviders } from './providers.ts';
import { lineReferenceSegments, readLineReferences } from './references.ts';
import { readRepricing, repricingSegments } from './repricing.ts';
import { readService, serviceSegment } from './service.ts';
import {
  ambulanceSegments,
  attachmentSegments,
  certificationSegments,
  contractSegments,
  fileInformationSegments,
  noteSegments,
  readAmbulance,
  readAttachments,
  readCertifications,
  readContract,
  readFileInformation,
  readNotes,
} from './supplements.ts';

/** Sales tax goes by another code on an institutional line. */
const taxCode = (kind: ClaimKind) => (kind === 'institutional' ? 'GT' : 'T');

/**
 * A loop 2400; undefined when it lacks its service, or on a professional claim its day. A line without
 * control number is known by its place (LX01).
 */
export function readLine(loop: Loop, kind: ClaimKind): ClaimLine | undefined {
  const service = readService(loop, kind);
  const { from, to } = days(first(loop, 'DTP', '472'));
  if (!service || (kind === 'professional' && from === undefined)) return undefined;
  const ps1 = first(loop, 'PS1');
  return defined<ClaimLine>({
    controlNumber: value(first(loop, 'REF', '6R'), 2) ?? value(first(loop, 'LX'), 1) ?? '',
    ...service,
    serviceDate: from,
    serviceDateTo: to,
    ...readLineReferences(loop),
    dates: readLineDates(loop, kind),
    drug: readDrug(loop),
    ambulance: readAmbulance(loop),
    ambulancePatients: quantity(first(loop, 'QTY', 'PT'), 2),
    obstetricUnits: quantity(first(loop, 'QTY', 'FL'), 2),
    equipment: readEquipment(loop),
    equipmentCertification: readEquipmentCertification(loop),
    certifications: readCertifications(loop),
    testResults: readTestResults(loop),
    purchasedService: ps1 && { providerId: value(ps1, 1) ?? '', charge: money(ps1, 2) },
    contract: readContract(loop),
    salesTax: amount(first(loop, 'AMT', taxCode(kind)), 2),
    facilityTax: amount(first(loop, 'AMT', 'N8'), 2),
    postage: amount(first(loop, 'AMT', 'F4'), 2),
    attachments: readAttachments(loop),
    notes: readNotes(loop),
    fileInformation: readFileInformation(loop),
    repricing: readRepricing(loop),
    forms: readForms(loop),
    ...readProviders(loop, '2420', kind),
    adjudications: listed(loopsOf(loop, '2430').flatMap((inner) => readAdjudication(inner, kind, service))),
  });
}

/** What not every kind of claim has on its lines. */
const places: Partial<Record<keyof ClaimLine, Kinds>> = {
  revenueCode: 'I',
  notCovered: 'I',
  diagnosisPointers: 'PD',
  placeOfService: 'PD',
  emergency: 'P',
  epsdt: 'P',
  familyPlanning: 'P',
  copayExempt: 'P',
  dental: 'D',
  drug: 'PI',
  ambulance: 'P',
  ambulancePatients: 'P',
  obstetricUnits: 'P',
  equipment: 'P',
  equipmentCertification: 'P',
  certifications: 'P',
  testResults: 'P',
  purchasedService: 'P',
  contract: 'PD',
  facilityTax: 'I',
  postage: 'P',
  attachments: 'PI',
  notes: 'PI',
  fileInformation: 'PD',
  forms: 'P',
};

/** A loop 2400 with all it holds; `number` is its place on the claim, from 1. */
export function lineSegments(line: ClaimLine, number: number, kind: ClaimKind): DraftSegment[] {
  const path = `lines[${number - 1}].`;
  wantPlaces<ClaimLine>(kind, places, line, path);
  const { serviceDate, serviceDateTo, purchasedService: purchased } = line;
  const quantities = [
    ['PT', line.ambulancePatients],
    ['FL', line.obstetricUnits],
  ] as const;
  const amounts = [
    [taxCode(kind), line.salesTax],
    ['F4', line.postage],
    ['N8', line.facilityTax],
  ] as const;
  return [
    ['LX', String(number)],
    serviceSegment(line, kind),
    ...toothSegments(line.dental ?? {}),
    ...equipmentSegments(line),
    ...attachmentSegments(line.attachments),
    ...ambulanceSegments(line.ambulance),
    ...equipmentCertificationSegments(line.equipmentCertification),
    ...certificationSegments(line.certifications),
    ...(serviceDate ? [dateSegment('472', serviceDate, serviceDateTo)] : []),
    ...lineDateSegments(line.dates ?? {}, kind),
    ...quantities.flatMap(([code, count]) =>
      count === undefined ? [] : [['QTY', code, decimal(count)] as const],
    ),
    ...testResultSegments(line.testResults),
    ...contractSegments(line.contract),
    ...lineReferenceSegments(line, kind),
    ...amounts.flatMap(([code, sum]) =>
      sum === undefined ? [] : [['AMT', code, formatAmount(sum)] as const],
    ),
    ...fileInformationSegments(line.fileInformation),
    ...noteSegments(line.notes),
    ...(purchased ? [['PS1', purchased.providerId, formatAmount(purchased.charge)] as const] : []),
    ...repricingSegments(line.repricing),
    ...drugSegments(line.drug),
    ...providerSegments(line, 'line', kind, path),
    ...(line.adjudications ?? []).flatMap((decision) => adjudicationSegments(decision, kind, line)),
    ...formSegments(line.forms),
  ];
}

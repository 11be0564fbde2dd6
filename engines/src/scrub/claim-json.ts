import {
  type Address,
  type Adjustment,
  type Claim,
  type ClaimLine,
  type ClaimPayer,
  cents,
  isoDate,
  type LineAdjudication,
  type OtherCoverage,
  type Person,
  type Subscriber,
} from '../model/index.ts';
import { JsonObject } from './json-object.ts';

export type ClaimReading = { claim: Claim } | { problems: string[] };

const relationships = ['self', 'spouse', 'child', 'other'] as const;
const sequences = ['P', 'S', 'T'] as const;

/**
 * Reads a claim written as JSON in the shape of the model's {@link Claim}. What is absent is left for the edits to
 * find; what has the wrong type, or a date that is none, is a problem named by its path.
 */
export function readClaimJson(json: unknown): ClaimReading {
  const problems: string[] = [];
  const given = new JsonObject(json, '', problems);
  const claim: Claim = {
    kind: given.choice('kind', ['professional', 'institutional', 'dental']),
    controlNumber: given.text('controlNumber'),
    frequency: given.choice('frequency', ['1', '7', '8']),
    ...given.maybeText('payerControlNumber'),
    placeOfService: given.text('placeOfService'),
    billingProvider: readBillingProvider(given.object('billingProvider')),
    ...(given.has('renderingProvider') && {
      renderingProvider: readProvider(given.object('renderingProvider')),
    }),
    ...(given.has('referringProvider') && {
      referringProvider: readProvider(given.object('referringProvider')),
    }),
    ...(given.has('serviceFacility') && { serviceFacility: readFacility(given.object('serviceFacility')) }),
    payerSequence: given.choice('payerSequence', sequences),
    payer: readPayer(given.object('payer')),
    subscriber: readSubscriber(given.object('subscriber')),
    relationship: given.choice('relationship', relationships),
    ...(given.has('patient') && { patient: readPerson(given.object('patient'), problems) }),
    otherCoverages: given.objects('otherCoverages').map(readOtherCoverage),
    diagnoses: given.texts('diagnoses'),
    ...given.maybeText('authorizationNumber'),
    assignmentOfBenefits: given.flag('assignmentOfBenefits') ?? true,
    charge: given.amount('charge') ?? cents(0),
    lines: given.objects('lines').map((line, index) => readLine(line, index, problems)),
  };
  return problems.length > 0 ? { problems } : { claim };
}

function readLine(line: JsonObject, index: number, problems: string[]): ClaimLine {
  const serviceDate = line.date('serviceDate');
  if (!serviceDate && !line.has('serviceDate')) problems.push(`lines[${index}].serviceDate is missing`);
  const serviceDateTo = line.date('serviceDateTo');
  return {
    controlNumber: line.text('controlNumber'),
    procedure: line.text('procedure'),
    modifiers: line.texts('modifiers'),
    charge: line.amount('charge') ?? cents(0),
    units: line.number('units') ?? 0,
    unitBasis: line.choice('unitBasis', ['UN', 'MJ']),
    diagnosisPointers: line.numbers('diagnosisPointers'),
    serviceDate: serviceDate ?? isoDate('1900-01-01'),
    ...(serviceDateTo && { serviceDateTo }),
    ...line.maybeText('placeOfService'),
    ...line.maybeText('authorizationNumber'),
    ...(line.has('adjudications') && { adjudications: line.objects('adjudications').map(readAdjudication) }),
  };
}

function readAdjudication(given: JsonObject): LineAdjudication {
  return {
    payerId: given.text('payerId'),
    paid: given.amount('paid') ?? cents(0),
    units: given.number('units') ?? 1,
    adjustments: given.objects('adjustments').map(readAdjustment),
    date: given.date('date') ?? isoDate('1900-01-01'),
  };
}

function readAdjustment(given: JsonObject): Adjustment {
  return {
    group: given.choice('group', ['CO', 'PR', 'OA', 'PI', 'CR']),
    reason: given.text('reason'),
    amount: given.amount('amount') ?? cents(0),
  };
}

function readOtherCoverage(given: JsonObject): OtherCoverage {
  const paid = given.amount('paid');
  return {
    sequence: given.choice('sequence', sequences),
    payer: readPayer(given.object('payer')),
    subscriber: readSubscriber(given.object('subscriber')),
    relationship: given.choice('relationship', relationships),
    ...(paid !== undefined && { paid }),
    ...(given.has('adjustments') && { adjustments: given.objects('adjustments').map(readAdjustment) }),
  };
}

function readAddress(given: JsonObject): Address {
  return {
    line1: given.text('line1'),
    ...given.maybeText('line2'),
    city: given.text('city'),
    state: given.text('state'),
    zip: given.text('zip'),
  };
}

function maybeAddress(given: JsonObject): { address?: Address } {
  return given.has('address') ? { address: readAddress(given.object('address')) } : {};
}

function readPayer(given: JsonObject): ClaimPayer {
  return {
    payerId: given.text('payerId'),
    name: given.text('name'),
    claimFilingIndicator: given.text('claimFilingIndicator'),
    ...maybeAddress(given),
  };
}

function readSubscriber(given: JsonObject): Subscriber {
  const birthDate = given.date('birthDate');
  return {
    firstName: given.text('firstName'),
    ...given.maybeText('middleName'),
    lastName: given.text('lastName'),
    ...(birthDate && { birthDate }),
    ...(given.has('sex') && { sex: given.choice('sex', ['F', 'M', 'U']) }),
    ...maybeAddress(given),
    memberId: given.text('memberId'),
    ...given.maybeText('groupNumber'),
  };
}

function readPerson(given: JsonObject, problems: string[]): Person {
  const birthDate = given.date('birthDate');
  if (!birthDate && !given.has('birthDate')) problems.push('patient.birthDate is missing');
  return {
    firstName: given.text('firstName'),
    ...given.maybeText('middleName'),
    lastName: given.text('lastName'),
    birthDate: birthDate ?? isoDate('1900-01-01'),
    sex: given.choice('sex', ['U', 'F', 'M']),
    ...maybeAddress(given),
  };
}

function readBillingProvider(given: JsonObject): Claim['billingProvider'] {
  return {
    name: given.text('name'),
    ...given.maybeText('firstName'),
    npi: given.text('npi'),
    taxId: given.text('taxId'),
    ...given.maybeText('taxonomy'),
    address: readAddress(given.object('address')),
    ...given.maybeText('phone'),
  };
}

function readProvider(given: JsonObject): NonNullable<Claim['renderingProvider']> {
  return {
    npi: given.text('npi'),
    lastName: given.text('lastName'),
    ...given.maybeText('firstName'),
    ...given.maybeText('taxonomy'),
  };
}

function readFacility(given: JsonObject): NonNullable<Claim['serviceFacility']> {
  return {
    name: given.text('name'),
    ...given.maybeText('npi'),
    address: readAddress(given.object('address')),
  };
}

import type { Encounter } from '@superbill/contract';
import {
  type Address,
  type Claim,
  type ClaimLine,
  cents,
  type Person,
  type Provider,
  type Relationship,
  type Sex,
  type Subscriber,
  sum,
} from '@superbill/engines/model';
import { loadEncounter } from '../encounters/load-encounter.ts';
import { AppError } from '../errors.ts';
import { loadPatient } from '../patients/store.ts';
import { readBillingProvider } from '../practice/store.ts';
import type { Work } from '../work.ts';

/** The payer with what matters for edits. */
export interface PayerTerms {
  payerId: string;
  timelyFilingDays: number;
  authorizationRequired: string[];
}

export interface ClaimDraft {
  claim: Claim;
  payer: PayerTerms;
  coverageId: string;
  encounter: Encounter;
  /** The charge behind each line, in order. */
  chargeIds: string[];
}

/** What a claim is numbered by: its own number, and how its lines are numbered. */
export interface ClaimNumbers {
  control: string;
  line(index: number): string;
}

/**
 * Puts a visit's claim together from what is stored now: record, codes, charges, coverage, authorizations.
 * The first coverage in the order of benefits is billed unless another is named.
 */
export async function draftClaim(
  unit: Work,
  encounterId: string,
  coverageId: string | undefined,
  numbers: ClaimNumbers,
): Promise<ClaimDraft> {
  const encounter = await loadEncounter(unit, encounterId);
  const patient = await loadPatient(unit, encounter.patient.id);
  const inForce = new Set(encounter.coverages.map(({ id }) => id));
  const coverages = patient.coverages.filter(({ id }) => inForce.has(id));
  const coverage = coverageId === undefined ? coverages[0] : coverages.find(({ id }) => id === coverageId);
  if (!coverage) throw new AppError('claim.no-coverage', { encounterId });
  if (encounter.charges.length === 0) throw new AppError('claim.no-charges', { encounterId });

  const payer = await loadPayer(unit, coverage.payerId);
  const { provider: billingProvider } = await readBillingProvider(unit);
  const diagnoses = encounter.codes.filter((code) => code.system === 'icd10cm');
  const position = new Map(diagnoses.map((code, index) => [code.id, index + 1]));
  const authorizations = encounter.authorizations.filter((a) => a.payerId === coverage.payerId);
  const lines = encounter.charges.map((charge, index): ClaimLine => {
    const authorization = authorizations.find((a) => a.procedure === charge.procedure);
    return {
      controlNumber: numbers.line(index),
      procedure: charge.procedure,
      modifiers: charge.modifiers,
      charge: charge.chargeCents,
      units: charge.units,
      unitBasis: 'UN',
      diagnosisPointers: charge.diagnoses.flatMap((id) => position.get(id) ?? []),
      serviceDate: charge.serviceDate,
      ...(authorization ? { authorizationNumber: authorization.number } : {}),
    };
  });
  const authorizationNumber = lines.find((line) => line.authorizationNumber)?.authorizationNumber;
  const person: Person = {
    firstName: patient.firstName,
    lastName: patient.lastName,
    birthDate: patient.birthDate,
    sex: patient.sex,
    ...(patient.address ? { address: patient.address } : {}),
  };
  const self = coverage.relationship === 'self';
  const subscriber: Subscriber = {
    ...(coverage.subscriber ? withoutUndefined(coverage.subscriber) : person),
    memberId: coverage.memberId,
    ...(coverage.groupNumber ? { groupNumber: coverage.groupNumber } : {}),
  };
  return {
    encounter,
    coverageId: coverage.id,
    chargeIds: encounter.charges.map(({ id }) => id),
    payer: {
      payerId: payer.payer_id,
      timelyFilingDays: payer.timely_filing_days,
      authorizationRequired: payer.authorization_required,
    },
    claim: {
      kind: 'professional',
      controlNumber: numbers.control,
      frequency: '1',
      placeOfService: encounter.placeOfService,
      billingProvider,
      renderingProvider: await loadRenderingProvider(unit, encounter.practitionerId),
      payerSequence: coverage.benefitOrder === 1 ? 'P' : coverage.benefitOrder === 2 ? 'S' : 'T',
      payer: {
        payerId: payer.electronic_id,
        name: payer.name,
        claimFilingIndicator: payer.claim_filing_indicator,
        ...(payer.address ? { address: payer.address as unknown as Address } : {}),
      },
      subscriber,
      relationship: coverage.relationship as Relationship,
      ...(self ? {} : { patient: person }),
      otherCoverages: [],
      diagnoses: diagnoses.map(({ code }) => code),
      ...(authorizationNumber ? { authorizationNumber } : {}),
      assignmentOfBenefits: true,
      charge: lines.length === 0 ? cents(0) : sum(lines.map((line) => line.charge)),
      lines,
    },
  };
}

async function loadPayer({ db, organizationId }: Work, payerId: string) {
  return db
    .selectFrom('payer')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('payer_id', '=', payerId)
    .executeTakeFirstOrThrow();
}

async function loadRenderingProvider(
  { db, organizationId }: Work,
  practitionerId: string,
): Promise<Provider> {
  const row = await db
    .selectFrom('practitioner')
    .selectAll()
    .where('organization_id', '=', organizationId)
    .where('practitioner_id', '=', practitionerId)
    .executeTakeFirstOrThrow();
  return {
    npi: row.npi,
    lastName: row.last_name,
    firstName: row.first_name,
    ...(row.taxonomy ? { taxonomy: row.taxonomy } : {}),
  };
}

function withoutUndefined(subscriber: {
  firstName: string;
  lastName: string;
  birthDate: Person['birthDate'];
  sex: Sex;
  address?: Address | undefined;
}): Person {
  const { address, ...person } = subscriber;
  return { ...person, ...(address ? { address } : {}) };
}

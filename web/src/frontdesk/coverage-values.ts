import type { Coverage, routes } from '@superbill/contract';
import type { IsoDate } from '@superbill/engines/model';
import type { InputOf } from '../api/index.ts';
import { type AddressValues, addressInput, addressValues, emptyAddress, filled } from '../ui/index.ts';

export type Relationship = Coverage['relationship'];

/** How the patient stands to the subscriber. */
export const relationshipNames: Record<Relationship, string> = {
  self: 'The patient holds it',
  spouse: 'Spouse of the subscriber',
  child: 'Child of the subscriber',
  other: 'Other relation',
};

export const orderNames: Record<string, string> = { 1: 'Primary', 2: 'Secondary', 3: 'Tertiary' };

/** A coverage as the form holds it. */
export interface CoverageValues {
  payerId: string;
  benefitOrder: number;
  memberId: string;
  groupNumber: string;
  relationship: Relationship;
  subscriber: {
    firstName: string;
    lastName: string;
    birthDate: IsoDate | '';
    sex: 'F' | 'M' | 'U';
    address: AddressValues;
  };
  effectiveFrom: IsoDate | '';
  effectiveTo: IsoDate | '';
}

export type CoverageInput = InputOf<typeof routes.addCoverage>['body'];

export function emptyCoverage(benefitOrder: number, effectiveFrom: IsoDate): CoverageValues {
  return {
    payerId: '',
    benefitOrder,
    memberId: '',
    groupNumber: '',
    relationship: 'self',
    subscriber: { firstName: '', lastName: '', birthDate: '', sex: 'U', address: emptyAddress },
    effectiveFrom,
    effectiveTo: '',
  };
}

/** What is registered, as the form holds it. */
export function coverageValues(coverage: Coverage): CoverageValues {
  const { subscriber } = coverage;
  const empty = emptyCoverage(coverage.benefitOrder, coverage.effectiveFrom);
  return {
    ...empty,
    payerId: coverage.payerId,
    memberId: coverage.memberId,
    groupNumber: coverage.groupNumber ?? '',
    relationship: coverage.relationship,
    subscriber: subscriber ? { ...subscriber, address: addressValues(subscriber.address) } : empty.subscriber,
    effectiveTo: coverage.effectiveTo ?? '',
  };
}

/** What the form holds, as the server takes it; the subscriber only when it is not the patient. */
export function coverageInput(values: CoverageValues): CoverageInput {
  const { subscriber, relationship } = values;
  const address = addressInput(subscriber.address);
  return {
    payerId: values.payerId,
    benefitOrder: values.benefitOrder,
    memberId: values.memberId,
    ...filled('groupNumber', values.groupNumber),
    relationship,
    ...(relationship === 'self' ? {} : { subscriber: { ...subscriber, address } }),
    effectiveFrom: values.effectiveFrom,
    ...filled('effectiveTo', values.effectiveTo),
  };
}

/** A registered coverage as it goes back, with what changes. */
export function changedCoverage(coverage: Coverage, part: Partial<CoverageInput>): CoverageInput {
  return { ...coverageInput(coverageValues(coverage)), ...part };
}

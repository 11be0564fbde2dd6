import { isoDate, type Person } from '../../model/index.ts';
import { aClaim, type Cases } from './examples.ts';

const { subscriber, billingProvider, payer } = aClaim();
const { address, birthDate: _birthDate, ...withoutBirthDate } = subscriber;
const { address: _address, ...withoutAddress } = subscriber;
const child: Person = { ...subscriber, firstName: 'Sam', birthDate: isoDate('2019-05-05'), sex: 'M' };

export const peopleCases: Cases = {
  'subscriber-id-missing': [
    { name: 'given', at: [] },
    { name: 'empty', claim: { subscriber: { ...subscriber, memberId: '' } }, at: ['subscriber.memberId'] },
    { name: 'blank', claim: { subscriber: { ...subscriber, memberId: '  ' } }, at: ['subscriber.memberId'] },
  ],
  'subscriber-name-missing': [
    { name: 'given', at: [] },
    {
      name: 'no first name',
      claim: { subscriber: { ...subscriber, firstName: '' } },
      at: ['subscriber.firstName'],
    },
    {
      name: 'no name at all',
      claim: { subscriber: { ...subscriber, firstName: '', lastName: '' } },
      at: ['subscriber.lastName', 'subscriber.firstName'],
    },
  ],
  'subscriber-birth-date-missing': [
    { name: 'given', at: [] },
    { name: 'missing', claim: { subscriber: withoutBirthDate }, at: ['subscriber.birthDate'] },
    {
      name: 'missing for who is not the patient',
      claim: { subscriber: withoutBirthDate, relationship: 'child', patient: child },
      at: [],
    },
  ],
  'subscriber-address-missing': [
    { name: 'given', at: [] },
    { name: 'missing', claim: { subscriber: withoutAddress }, at: ['subscriber.address'] },
    {
      name: 'with a hyphen in the ZIP code',
      claim: {
        subscriber: { ...withoutAddress, ...(address && { address: { ...address, zip: '43004-0001' } }) },
      },
      at: ['subscriber.address'],
    },
    {
      name: 'missing for who is not the patient',
      claim: { subscriber: withoutAddress, relationship: 'child', patient: child },
      at: [],
    },
  ],
  'patient-missing': [
    { name: 'the subscriber', at: [] },
    { name: 'nobody', claim: { relationship: 'child' }, at: ['patient'] },
    { name: 'a child', claim: { relationship: 'child', patient: child }, at: [] },
    {
      name: 'a child without name',
      claim: { relationship: 'child', patient: { ...child, lastName: '' } },
      at: ['patient.lastName'],
    },
  ],
  'payer-id-missing': [
    { name: 'given', at: [] },
    { name: 'empty', claim: { payer: { ...payer, payerId: '' } }, at: ['payer.payerId'] },
    { name: 'one character', claim: { payer: { ...payer, payerId: '1' } }, at: [] },
  ],
  'provider-npi': [
    { name: 'valid', at: [] },
    {
      name: 'a wrong check digit',
      claim: { billingProvider: { ...billingProvider, npi: '1234567894' } },
      at: ['billingProvider.npi'],
    },
    { name: 'nobody else named', claim: {}, at: [] },
    {
      name: 'nine digits for who referred',
      claim: { referringProvider: { npi: '123456789', lastName: 'Example' } },
      at: ['referringProvider.npi'],
    },
  ],
  'billing-tax-id': [
    { name: 'nine digits', at: [] },
    {
      name: 'with hyphen',
      claim: { billingProvider: { ...billingProvider, taxId: '12-3456789' } },
      at: ['billingProvider.taxId'],
    },
    {
      name: 'all zeros',
      claim: { billingProvider: { ...billingProvider, taxId: '000000000' } },
      at: ['billingProvider.taxId'],
    },
  ],
  'billing-address': [
    { name: 'complete', at: [] },
    {
      name: 'a post office box',
      claim: {
        billingProvider: { ...billingProvider, address: { ...billingProvider.address, line1: 'PO Box 1' } },
      },
      at: ['billingProvider.address.line1'],
    },
    {
      name: 'five digits of ZIP code',
      claim: {
        billingProvider: { ...billingProvider, address: { ...billingProvider.address, zip: '43004' } },
      },
      at: ['billingProvider.address.zip'],
      severity: 'warning',
    },
    {
      name: 'no city',
      claim: { billingProvider: { ...billingProvider, address: { ...billingProvider.address, city: '' } } },
      at: ['billingProvider.address'],
    },
  ],
  'taxonomy-form': [
    { name: 'well formed', at: [] },
    {
      name: 'too short',
      claim: { billingProvider: { ...billingProvider, taxonomy: '207Q' } },
      at: ['billingProvider.taxonomy'],
    },
    {
      name: 'with a retired ending',
      claim: { renderingProvider: { npi: billingProvider.npi, lastName: 'Example', taxonomy: '207Q000000' } },
      at: ['renderingProvider.taxonomy'],
      severity: 'warning',
    },
  ],
};

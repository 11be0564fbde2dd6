import { addDays, type Claim, cents, isoDate } from '../../model/index.ts';
import { aClaim, aLine, type Cases, today, visit } from './examples.ts';

const tomorrow = addDays(today, 1);
const onDay = (days: number) => [aLine({ serviceDate: addDays(today, days) })];
const first = aClaim();
const primary = {
  sequence: 'P' as const,
  payer: first.payer,
  subscriber: first.subscriber,
  relationship: 'self' as const,
};
const imaging = (part: Partial<Claim['lines'][number]> = {}) => [aLine({ procedure: '70551', ...part })];

export const claimCases: Cases = {
  'service-date-in-future': [
    { name: 'in the past', at: [] },
    { name: 'tomorrow', claim: { lines: onDay(1) }, at: ['lines[0].serviceDate'] },
    { name: 'today', claim: { lines: onDay(0) }, at: [] },
    {
      name: 'ends tomorrow',
      claim: { lines: [aLine({ serviceDateTo: tomorrow })] },
      at: ['lines[0].serviceDate'],
    },
  ],
  'service-date-order': [
    { name: 'one day', at: [] },
    {
      name: 'ends before it begins',
      claim: { lines: [aLine({ serviceDateTo: addDays(visit, -1) })] },
      at: ['lines[0].serviceDateTo'],
    },
    { name: 'ends the same day', claim: { lines: [aLine({ serviceDateTo: visit })] }, at: [] },
  ],
  'service-date-old': [
    { name: 'this month', at: [] },
    { name: 'over a year', claim: { lines: onDay(-366) }, at: ['lines[0].serviceDate'], severity: 'warning' },
    { name: 'a year', claim: { lines: onDay(-365) }, at: [] },
  ],
  'birth-date-after-service': [
    { name: 'born before', at: [] },
    {
      name: 'born after',
      claim: { subscriber: { ...first.subscriber, birthDate: addDays(visit, 1) } },
      at: ['subscriber.birthDate'],
    },
    { name: 'born that day', claim: { subscriber: { ...first.subscriber, birthDate: visit } }, at: [] },
  ],
  'timely-filing': [
    { name: 'well in time', at: [] },
    { name: 'a day late', claim: { lines: onDay(-91) }, at: ['lines'] },
    { name: 'the last day', claim: { lines: onDay(-90) }, at: ['lines'], severity: 'warning' },
    { name: 'fourteen days left', claim: { lines: onDay(-76) }, at: ['lines'], severity: 'warning' },
    { name: 'fifteen days left', claim: { lines: onDay(-75) }, at: [] },
    { name: 'a late replacement', claim: { lines: onDay(-91), frequency: '7' }, at: [] },
  ],
  'control-number': [
    { name: 'short', at: [] },
    { name: 'empty', claim: { controlNumber: '' }, at: ['controlNumber'] },
    { name: 'twenty characters', claim: { controlNumber: 'A'.repeat(20) }, at: [] },
    { name: 'twenty-one characters', claim: { controlNumber: 'A'.repeat(21) }, at: ['controlNumber'] },
    { name: 'a number sign inside', claim: { controlNumber: 'R03 #01' }, at: [] },
    { name: 'a blank at its end', claim: { controlNumber: 'R03 ' }, at: ['controlNumber'] },
    { name: 'a separator inside', claim: { controlNumber: 'A*1' }, at: ['controlNumber'] },
  ],
  'frequency-without-original': [
    { name: 'an original', at: [] },
    { name: 'a replacement of nothing', claim: { frequency: '7' }, at: ['payerControlNumber'] },
    { name: 'a void with its number', claim: { frequency: '8', payerControlNumber: 'P1' }, at: [] },
    {
      name: 'a void with a blank',
      claim: { frequency: '8', payerControlNumber: ' ' },
      at: ['payerControlNumber'],
    },
  ],
  'duplicate-claim': [
    { name: 'nothing earlier', at: [] },
    { name: 'sent before', facts: { earlierClaims: [aClaim({ lines: [aLine()] })] }, at: ['lines[0]'] },
    {
      name: 'a replacement of it',
      claim: { frequency: '7', payerControlNumber: 'P1' },
      facts: { earlierClaims: [aClaim()] },
      at: [],
    },
    {
      name: 'the day before',
      facts: { earlierClaims: [aClaim({ lines: [aLine({ serviceDate: addDays(visit, -1) })] })] },
      at: [],
    },
    {
      name: 'another member',
      facts: { earlierClaims: [aClaim({ subscriber: { ...first.subscriber, memberId: 'M0002' } })] },
      at: [],
    },
  ],
  'secondary-without-adjudication': [
    { name: 'the first payer', at: [] },
    { name: 'second without a first', claim: { payerSequence: 'S' }, at: ['otherCoverages'] },
    {
      name: 'second before the answer of the first',
      claim: { payerSequence: 'S', otherCoverages: [primary] },
      at: ['otherCoverages[0].paid'],
    },
    {
      name: 'second after the first paid nothing',
      claim: { payerSequence: 'S', otherCoverages: [{ ...primary, paid: cents(0) }] },
      at: [],
    },
    {
      name: 'the first payer with a second to come',
      claim: { otherCoverages: [{ ...primary, sequence: 'S' }] },
      at: [],
    },
  ],
  'authorization-missing': [
    { name: 'not needed', at: [] },
    { name: 'needed', claim: { lines: imaging() }, at: ['lines[0].authorizationNumber'] },
    { name: 'on the claim', claim: { lines: imaging(), authorizationNumber: 'A1' }, at: [] },
    { name: 'on the line', claim: { lines: imaging({ authorizationNumber: 'A1' }) }, at: [] },
  ],
  'authorization-not-valid': [
    { name: 'in force', claim: { lines: imaging({ authorizationNumber: 'A1' }) }, at: [] },
    {
      name: 'not on file',
      claim: { lines: imaging({ authorizationNumber: 'A2' }) },
      at: ['lines[0].authorizationNumber'],
    },
    {
      name: 'its last day',
      claim: { lines: imaging({ authorizationNumber: 'A1', serviceDate: isoDate('2027-05-31') }) },
      at: [],
    },
    {
      name: 'a day after',
      claim: { lines: imaging({ authorizationNumber: 'A1', serviceDate: isoDate('2027-06-01') }) },
      at: ['lines[0].authorizationNumber'],
    },
    {
      name: 'for something else',
      claim: { lines: imaging({ authorizationNumber: 'A1' }) },
      facts: { authorizations: [{ number: 'A1', procedures: ['70553'], from: visit, to: visit }] },
      at: ['lines[0].authorizationNumber'],
    },
    {
      name: 'for everything',
      claim: { lines: imaging({ authorizationNumber: 'A1' }) },
      facts: { authorizations: [{ number: 'A1', from: visit, to: visit }] },
      at: [],
    },
  ],
};

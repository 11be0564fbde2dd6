import { expect, test } from 'vitest';
import type { Instant } from '../../model/index.ts';
import { type AcknowledgeOptions, acknowledge, readTA1, validate } from '../index.ts';
import { inquiry, inquiryFile } from '../testing/eligibility-examples.ts';

const answering: AcknowledgeOptions = {
  controlNumbers: { interchange: 501, group: 601, transaction: 1 },
  createdAt: '2027-04-02T10:00:00.000Z' as Instant,
  usage: 'T',
};
const file = inquiryFile(inquiry).replaceAll('\n', '');

type Knowledge = Pick<AcknowledgeOptions, 'receivers' | 'interchangeVersions'>;

test.each<[note: string, what: string, from: string, to: string, knowledge?: Knowledge]>([
  ['001', 'trailer and header differ', 'IEA*1*000000001', 'IEA*1*000000009'],
  ['002', 'another standard', '*^*00501*', '*X*00401*'],
  [
    '003',
    'a version of controls that is not taken',
    '*^*00501*',
    '*^*00701*',
    { interchangeVersions: ['00501'] },
  ],
  ['004', 'a terminator that is data', '*T*:~', '*T*:A'],
  ['005', 'a sender’s qualifier', '*ZZ*SENDER1', '*QQ*SENDER1'],
  ['006', 'no sender', '*ZZ*SENDER1        *', '*ZZ*               *'],
  ['007', 'a receiver’s qualifier', '*ZZ*RECEIVER1', '*QQ*RECEIVER1'],
  ['008', 'no receiver', '*ZZ*RECEIVER1      *', '*ZZ*               *'],
  ['009', 'a receiver who is somebody else', 'RECEIVER1', 'RECEIVER1', { receivers: ['RECEIVER2'] }],
  ['010', 'an authorization qualifier', 'ISA*00*', 'ISA*09*'],
  ['012', 'a security qualifier', 'ISA*00*          *00*', 'ISA*00*          *09*'],
  ['014', 'a date', '*270402*0930*^', '*271302*0930*^'],
  ['015', 'a time', '*270402*0930*^', '*270402*2430*^'],
  ['016', 'a repetition separator that is another delimiter', '*^*00501*', '*:*00501*'],
  ['017', 'an interchange version', '*^*00501*', '*^*99999*'],
  ['018', 'an interchange number', '*00501*000000001*', '*00501*00000000X*'],
  ['019', 'a wish for an answer', '*000000001*0*T', '*000000001*2*T'],
  ['020', 'neither test nor production', '*0*T*:', '*0*X*:'],
  ['021', 'a count of groups', 'IEA*1*', 'IEA*2*'],
  ['022', 'a segment outside of everything', '~GE*1*1', '~REF*1~GE*1*1'],
  ['022', 'nothing where a segment is due between transactions', '~GE*1*1', '~~GE*1*1'],
  ['023', 'no end', 'IEA*1*000000001~', ''],
  ['024', 'a group’s date', '*RECEIVER1*20270402*', '*RECEIVER1*20271302*'],
  ['026', 'an element separator that is data', '*', ' '],
  ['027', 'a component separator that is data', '*T*:~', '*T*A~'],
  ['028', 'a day of delivery', '~GS*', '~ISE*270433*0600*ET~GS*'],
  ['029', 'a time of delivery', '~GS*', '~ISE*270403*0660*ET~GS*'],
  ['030', 'a time zone of delivery', '~GS*', '~ISE*270403*0600*EASTERN~GS*'],
  ['031', 'a grade of service', '~GS*', '~ISB*9~GS*'],
])('%s refuses an interchange: %s', (note, _what, from, to, knowledge = {}) => {
  const spoiled = note === '026' ? file.replaceAll(from, to) : file.replace(from, to);
  const { ta1 = '', ack999 } = acknowledge(spoiled, { ...answering, ...knowledge });
  expect(ack999).toBeUndefined();
  const { acknowledgements, findings } = readTA1(ta1);
  expect(acknowledgements).toMatchObject([{ status: 'R', note, sentDate: expect.any(String) }]);
  // What cannot be repeated well, as a number of letters, is repeated as it is.
  if (!['006', '008', '014', '015', '018'].includes(note)) expect(findings).toEqual([]);
});

test('000: nothing is wrong; 025: a number came before', () => {
  const { ta1 = '' } = acknowledge(file + file, { ...answering, alwaysTA1: true });
  expect(readTA1(ta1).acknowledgements.map(({ status, note }) => status + note)).toEqual(['A000', 'R025']);
});

test.each([
  ['011', 'authorization that is announced', 'ISA*00*', 'ISA*03*'],
  ['013', 'a password that is announced', 'ISA*00*          *00*', 'ISA*00*          *01*'],
  ['016', 'a standard in place of a repetition separator', '*^*00501*', '*U*00501*'],
])('%s is told, and the interchange taken: %s', (note, _what, from, to) => {
  const spoiled = file.replace(from, to);
  const { ta1 = '', ack999 } = acknowledge(spoiled, { ...answering, alwaysTA1: true });
  expect(readTA1(ta1).acknowledgements).toMatchObject([{ status: 'E', note }]);
  expect(ack999).toBeDefined();
  // Nobody asked for it: an acceptance goes without saying.
  expect(acknowledge(spoiled, answering).ta1).toBeUndefined();
});

test('an interchange of which no number can be read has nobody to answer', () => {
  for (const text of [
    'ISA',
    'ISA*00*x',
    file.slice(0, 60),
    `ISA${'A'.repeat(200)}`,
    file.replace('000000001', 'ABCDEFGHI').replace(':~', 'AA'),
  ])
    expect(acknowledge(text, answering)).toEqual({ next: answering.controlNumbers });
});

test('an interchange that breaks off within its header is answered by its fixed places', () => {
  const { ta1 = '' } = acknowledge(file.slice(0, 103), answering);
  expect(validate(ta1).findings).toEqual([]);
  expect(readTA1(ta1).acknowledgements).toMatchObject([{ control: '000000001', status: 'R', note: '023' }]);
});

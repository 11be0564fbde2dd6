import { expect, test } from 'vitest';
import { validate } from '../index.ts';
import { interchange } from '../testing/interchange.ts';

const answer = [
  'ISA*00*          *00*          *ZZ*RECEIVER1      *ZZ*SENDER1        *270402*0931*^*00501*000000501*0*T*:',
  'TA1*000000001*270402*0930*A*000',
  'IEA*0*000000501',
  '',
].join('~');

function errors(file: string): string[] {
  return validate(file)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ code, element, id }) => `${code} ${element ?? id}`);
}

test.each(['A*000', 'E*016', 'R*006', 'R*031'])('nothing is wrong with a TA1: %s', (verdict) => {
  expect(errors(answer.replace('A*000', verdict))).toEqual([]);
});

test.each<[what: string, from: string, to: string, found: string]>([
  ['a number that is too short', 'TA1*000000001', 'TA1*1', 'envelope-element TA101'],
  ['a date that is none', '*270402*0930', '*271302*0930', 'envelope-element TA102'],
  ['a time that is none', '*270402*0930', '*270402*2430', 'envelope-element TA103'],
  ['a verdict that is none', '*A*000', '*P*001', 'envelope-element TA104'],
  ['a note that is none', '*A*000', '*R*032', 'envelope-element TA105'],
  ['no note', '*A*000', '*R', 'envelope-element TA105'],
  ['accepted for a reason', '*A*000', '*A*006', 'envelope-element TA105'],
  ['rejected for no reason', '*A*000', '*R*000', 'envelope-element TA105'],
  ['accepted with errors that are none', '*A*000', '*E*000', 'envelope-element TA105'],
  ['more than a TA1 has', '*A*000', '*A*000*X', 'envelope-element TA106'],
  ['a group that is not there', 'IEA*0*', 'IEA*1*', 'iea-count IEA01'],
  ['another interchange number', 'IEA*0*000000501', 'IEA*0*000000502', 'iea-control IEA02'],
  ['no end', 'IEA*0*000000501~', '', 'iea-missing IEA'],
  ['a sender without a name', 'RECEIVER1 ', '          ', 'envelope-element ISA06'],
  ['authorization that is not there', 'ISA*00', 'ISA*03', 'envelope-element ISA02'],
  ['a password that is not there', '*00*          *ZZ*R', '*01*          *ZZ*R', 'envelope-element ISA04'],
  ['a control character', 'RECEIVER1 ', 'RECEIVER\u00011', 'envelope-element ISA06'],
  ['neither test nor production', '*0*T*:', '*0*X*:', 'envelope-element ISA15'],
])('%s is found in its place, and nothing beside it', (_what, from, to, found) => {
  expect(answer).toContain(from);
  expect(errors(answer.replace(from, to))).toEqual([found]);
});

test('a request for late delivery stands between an interchange and its groups, and is checked', () => {
  const late = answer.replace('~TA1', '~ISB*1~ISE*270403*0600*ET~TA1');
  expect(errors(late)).toEqual([]);
  expect(errors(late.replace('ISB*1', 'ISB*9'))).toEqual(['envelope-element ISB01']);
  expect(errors(late.replace('270403*0600', '270433*0660'))).toEqual([
    'envelope-element ISE01',
    'envelope-element ISE02',
  ]);
});

const exchanged = interchange('835', '005010X221A1', 'BPR*I', 'HP').replaceAll('\n', '');

// What the transaction lacks is not the envelope's.
const ofEnvelope = (file: string) =>
  errors(file).filter((found) => /(?:ISA|GS|ST|SE|GE|IEA)\d\d$/.test(found));

test.each<[what: string, from: string, to: string, found: string]>([
  ['no number of a transaction', 'ST*835*0001', 'ST*835', 'element-missing ST02'],
  ['no number at its end', /SE\*\d+\*0001/.exec(exchanged)?.[0] ?? '', 'SE*3', 'element-missing SE02'],
  ['no version of a group', '*X*005010X221A1', '*X*', 'envelope-element GS08'],
  ['no kind of a group', 'GS*HP', 'GS*', 'envelope-element GS01'],
  ['a kind of transaction that is none', 'ST*835', 'ST*8355', 'element-too-long ST01'],
  ['a standard that is another', '*X*005010X221A1', '*T*005010X221A1', 'envelope-element GS07'],
  ['a kind of transaction that is not of the version', 'ST*835', 'ST*83S', 'group-kind ST01'],
  ['the version of another kind', '*X*005010X221A1', '*X*005010X222A1', 'version-mismatch GS08'],
  ['more than a GE has', 'GE*1*1', 'GE*1*1*X', 'envelope-element GE03'],
  ['more than an IEA has', 'IEA*1*000000001', 'IEA*1*000000001*X', 'envelope-element IEA03'],
  ['an interchange of another version', '*00501*', '*00401*', 'interchange-version ISA12'],
  ['letters for a repetition separator', '*^*00501*', '*K*00501*', 'envelope-element ISA11'],
])('%s is told once', (_what, from, to, found) => {
  expect(exchanged).toContain(from);
  expect(ofEnvelope(exchanged)).toEqual([]);
  expect(ofEnvelope(exchanged.replace(from, to)).filter((one) => !one.startsWith('repetition'))).toEqual([
    found,
  ]);
});

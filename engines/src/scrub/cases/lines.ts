import { cents, isoDate } from '../../model/index.ts';
import { aLine, type Cases } from './examples.ts';

const manyLines = (count: number) =>
  Array.from({ length: count }, (_, i) => aLine({ controlNumber: `L${i}` }));

export const lineCases: Cases = {
  'line-missing': [
    { name: 'two', at: [] },
    { name: 'none', claim: { lines: [] }, at: ['lines'] },
    { name: 'one', claim: { lines: [aLine()] }, at: [] },
  ],
  'line-too-many': [
    { name: 'two', at: [] },
    { name: 'fifty-one', claim: { lines: manyLines(51) }, at: ['lines'] },
    { name: 'fifty', claim: { lines: manyLines(50) }, at: [] },
  ],
  'line-repeated': [
    { name: 'different services', at: [] },
    {
      name: 'twice the same',
      claim: { lines: manyLines(2) },
      at: ['lines[0]', 'lines[1]'],
      severity: 'warning',
    },
    {
      name: 'twice on different days',
      claim: { lines: [aLine(), aLine({ controlNumber: 'L2', serviceDate: isoDate('2027-03-02') })] },
      at: [],
    },
    {
      name: 'a repeat that says so',
      claim: { lines: [aLine(), aLine({ controlNumber: 'L2', modifiers: ['76'] })] },
      at: [],
    },
  ],
  'line-control-number': [
    { name: 'one each', at: [] },
    { name: 'none', claim: { lines: [aLine({ controlNumber: ' ' })] }, at: ['lines[0].controlNumber'] },
    { name: 'thirty characters', claim: { lines: [aLine({ controlNumber: 'L'.repeat(30) })] }, at: [] },
    {
      name: 'thirty-one characters',
      claim: { lines: [aLine({ controlNumber: 'L'.repeat(31) })] },
      at: ['lines[0].controlNumber'],
    },
    {
      name: 'the same twice',
      claim: { lines: [aLine(), aLine({ procedure: '87880' })] },
      at: ['lines[0].controlNumber', 'lines[1].controlNumber'],
    },
  ],
  'procedure-form': [
    { name: 'CPT', at: [] },
    { name: 'four digits', claim: { lines: [aLine({ procedure: '9921' })] }, at: ['lines[0].procedure'] },
    { name: 'HCPCS', claim: { lines: [aLine({ procedure: 'J1885' })] }, at: [] },
    { name: 'category III', claim: { lines: [aLine({ procedure: '0042T' })] }, at: [] },
    { name: 'small letters', claim: { lines: [aLine({ procedure: 'j1885' })] }, at: ['lines[0].procedure'] },
  ],
  'procedure-not-in-fee-schedule': [
    { name: 'in the schedule', at: [] },
    {
      name: 'not in the schedule',
      claim: { lines: [aLine({ procedure: '99499' })] },
      at: ['lines[0].procedure'],
      severity: 'warning',
    },
    {
      name: 'in another schedule',
      claim: { lines: [aLine({ procedure: '99499' })] },
      facts: { knownProcedures: new Set(['99499']) },
      at: [],
    },
  ],
  'modifier-form': [
    { name: 'none', at: [] },
    {
      name: 'one character',
      claim: { lines: [aLine({ modifiers: ['25', '5'] })] },
      at: ['lines[0].modifiers[1]'],
    },
    { name: 'letter and digit', claim: { lines: [aLine({ modifiers: ['E1'] })] }, at: [] },
  ],
  'modifier-too-many': [
    { name: 'none', at: [] },
    {
      name: 'five',
      claim: { lines: [aLine({ modifiers: ['25', '95', 'GT', 'KX', 'Q1'] })] },
      at: ['lines[0].modifiers[4]'],
    },
    { name: 'four', claim: { lines: [aLine({ modifiers: ['25', '95', 'GT', 'KX'] })] }, at: [] },
  ],
  'modifier-repeated': [
    { name: 'two different', claim: { lines: [aLine({ modifiers: ['25', '95'] })] }, at: [] },
    { name: 'twice', claim: { lines: [aLine({ modifiers: ['25', '25'] })] }, at: ['lines[0].modifiers[1]'] },
    {
      name: 'three times',
      claim: { lines: [aLine({ modifiers: ['25', '25', '25'] })] },
      at: ['lines[0].modifiers[1]', 'lines[0].modifiers[2]'],
    },
  ],
  'modifier-25-without-visit': [
    { name: 'on a visit', claim: { lines: [aLine({ modifiers: ['25'] })] }, at: [] },
    {
      name: 'on a procedure',
      claim: { lines: [aLine({ procedure: '12001', modifiers: ['25'] })] },
      at: ['lines[0].modifiers'],
    },
    { name: 'on an eye visit', claim: { lines: [aLine({ procedure: '92012', modifiers: ['25'] })] }, at: [] },
    {
      name: 'on a wellness visit',
      claim: { lines: [aLine({ procedure: 'G0439', modifiers: ['25'] })] },
      at: [],
    },
    {
      name: 'on another HCPCS code',
      claim: { lines: [aLine({ procedure: 'J1885', modifiers: ['25'] })] },
      at: ['lines[0].modifiers'],
      severity: 'warning',
    },
  ],
  'pointer-missing': [
    { name: 'one', at: [] },
    {
      name: 'none',
      claim: { lines: [aLine({ diagnosisPointers: [] })] },
      at: ['lines[0].diagnosisPointers'],
    },
    { name: 'four', claim: { lines: [aLine({ diagnosisPointers: [1, 2, 3, 4] })] }, at: [] },
  ],
  'pointer-out-of-range': [
    { name: 'within', at: [] },
    {
      name: 'beyond the last',
      claim: { lines: [aLine({ diagnosisPointers: [1, 3] })] },
      at: ['lines[0].diagnosisPointers[1]'],
    },
    { name: 'the last', claim: { lines: [aLine({ diagnosisPointers: [2] })] }, at: [] },
    {
      name: 'zero',
      claim: { lines: [aLine({ diagnosisPointers: [0] })] },
      at: ['lines[0].diagnosisPointers[0]'],
    },
  ],
  'pointer-too-many': [
    { name: 'one', at: [] },
    {
      name: 'five',
      claim: { lines: [aLine({ diagnosisPointers: [1, 2, 3, 4, 5] })] },
      at: ['lines[0].diagnosisPointers'],
    },
    { name: 'four', claim: { lines: [aLine({ diagnosisPointers: [1, 2, 3, 4] })] }, at: [] },
  ],
  'pointer-repeated': [
    { name: 'two different', claim: { lines: [aLine({ diagnosisPointers: [1, 2] })] }, at: [] },
    {
      name: 'twice',
      claim: { lines: [aLine({ diagnosisPointers: [1, 1] })] },
      at: ['lines[0].diagnosisPointers'],
      severity: 'warning',
    },
    { name: 'one', at: [] },
  ],
  'line-charge-not-positive': [
    { name: 'a price', at: [] },
    { name: 'nothing', claim: { lines: [aLine({ charge: cents(0) })] }, at: ['lines[0].charge'] },
    { name: 'less than nothing', claim: { lines: [aLine({ charge: cents(-1) })] }, at: ['lines[0].charge'] },
    { name: 'one cent', claim: { lines: [aLine({ charge: cents(1) })] }, at: [] },
  ],
  'units-not-positive': [
    { name: 'one', at: [] },
    { name: 'none', claim: { lines: [aLine({ units: 0 })] }, at: ['lines[0].units'] },
    { name: 'half', claim: { lines: [aLine({ units: 0.5 })] }, at: [] },
    { name: 'not a number', claim: { lines: [aLine({ units: Number.NaN })] }, at: ['lines[0].units'] },
    { name: 'too many', claim: { lines: [aLine({ units: 10000 })] }, at: ['lines[0].units'] },
  ],
  'claim-total': [
    { name: 'the sum', at: [] },
    { name: 'a cent less', claim: { charge: cents(18999) }, at: ['charge'] },
    { name: 'no lines and nothing', claim: { lines: [], charge: cents(0) }, at: [] },
  ],
  'place-of-service-unknown': [
    { name: 'the office', at: [] },
    { name: 'not in the list', claim: { placeOfService: '00' }, at: ['placeOfService'] },
    {
      name: 'wrong on one line',
      claim: { lines: [aLine({ placeOfService: '1' })] },
      at: ['lines[0].placeOfService'],
    },
  ],
  'telehealth-without-modifier': [
    { name: 'the office', at: [] },
    {
      name: 'no modifier',
      claim: { placeOfService: '02', lines: [aLine()] },
      at: ['lines[0].modifiers'],
      severity: 'warning',
    },
    { name: 'with video', claim: { placeOfService: '10', lines: [aLine({ modifiers: ['95'] })] }, at: [] },
    {
      name: 'the line elsewhere',
      claim: { placeOfService: '02', lines: [aLine({ placeOfService: '11' })] },
      at: [],
    },
  ],
};

import { isoDate } from '../../model/index.ts';
import { aLine, type Cases, someFacts, visit } from './examples.ts';

const twelve = Array.from({ length: 12 }, (_, i) => `J0${i}.9`);

export const diagnosisCases: Cases = {
  'code-set-not-loaded': [
    { name: 'an edition is loaded', at: [] },
    { name: 'nothing is loaded', facts: { codesOn: () => undefined }, at: ['diagnoses'], severity: 'info' },
    {
      name: 'one of two dates has no edition',
      claim: { lines: [aLine(), aLine({ controlNumber: 'L2', serviceDate: isoDate('2027-03-02') })] },
      facts: { codesOn: (date) => (date === visit ? someFacts().codesOn?.(date) : undefined) },
      at: ['diagnoses'],
      severity: 'info',
    },
  ],
  'diagnosis-missing': [
    { name: 'two', at: [] },
    { name: 'none', claim: { diagnoses: [] }, at: ['diagnoses'] },
    { name: 'one', claim: { diagnoses: ['J02.9'] }, at: [] },
  ],
  'diagnosis-too-many': [
    { name: 'two', at: [] },
    { name: 'thirteen', claim: { diagnoses: [...twelve, 'R50.9'] }, at: ['diagnoses[12]'] },
    { name: 'twelve', claim: { diagnoses: twelve }, at: [] },
  ],
  'diagnosis-duplicate': [
    { name: 'two different', at: [] },
    { name: 'twice', claim: { diagnoses: ['J02.9', 'J02.9'] }, at: ['diagnoses[1]'] },
    {
      name: 'three times',
      claim: { diagnoses: ['J02.9', 'R50.9', 'J02.9', 'J02.9'] },
      at: ['diagnoses[2]', 'diagnoses[3]'],
    },
  ],
  'diagnosis-unknown': [
    { name: 'known', at: [] },
    { name: 'unknown', claim: { diagnoses: ['J02.9', 'Q00.00'] }, at: ['diagnoses[1]'] },
    { name: 'known the year before', claim: { diagnoses: ['Z98.9'] }, at: [] },
    {
      name: 'unknown to a starter set',
      claim: { diagnoses: ['Q00.00'] },
      facts: { codesOn: () => ({ edition: 'starter', partial: true, lookup: () => undefined }) },
      at: ['diagnoses[0]'],
      severity: 'warning',
    },
    { name: 'no set loaded', claim: { diagnoses: ['Q00.00'] }, facts: { codesOn: () => undefined }, at: [] },
  ],
  'diagnosis-not-in-force': [
    { name: 'in force', at: [] },
    { name: 'ended the year before', claim: { diagnoses: ['Z98.9'] }, at: ['diagnoses[0]'] },
    {
      name: 'the last day',
      claim: { diagnoses: ['Z98.9'], lines: [aLine({ serviceDate: isoDate('2026-09-30') })] },
      at: [],
    },
    {
      name: 'the day after',
      claim: { diagnoses: ['Z98.9'], lines: [aLine({ serviceDate: isoDate('2026-10-01') })] },
      at: ['diagnoses[0]'],
    },
    {
      name: 'in force on one of two dates',
      claim: {
        diagnoses: ['Z98.9'],
        lines: [aLine({ serviceDate: isoDate('2026-09-30') }), aLine({ serviceDate: isoDate('2026-10-01') })],
      },
      at: ['diagnoses[0]'],
    },
    { name: 'never known', claim: { diagnoses: ['Q00.00'] }, at: [] },
  ],
  'diagnosis-not-billable': [
    { name: 'complete', at: [] },
    { name: 'a heading', claim: { diagnoses: ['J02.9', 'E11'] }, at: ['diagnoses[1]'] },
    { name: 'unknown', claim: { diagnoses: ['Q00.00'] }, at: [] },
  ],
  'external-cause-first': [
    { name: 'the injury first', claim: { diagnoses: ['S52.501A', 'W01.0XXA'] }, at: [] },
    { name: 'the cause first', claim: { diagnoses: ['W01.0XXA', 'S52.501A'] }, at: ['diagnoses[0]'] },
    { name: 'no diagnosis', claim: { diagnoses: [] }, at: [] },
  ],
  'manifestation-first': [
    { name: 'after its cause', claim: { diagnoses: ['E11.9', 'F02.80'] }, at: [] },
    { name: 'before its cause', claim: { diagnoses: ['F02.80', 'E11.9'] }, at: ['diagnoses[0]'] },
    {
      name: 'a note with a condition',
      claim: { diagnoses: ['I50.9'] },
      at: ['diagnoses[0]'],
      severity: 'warning',
    },
    {
      name: 'a note of another kind',
      claim: { diagnoses: ['N18.3'] },
      at: ['diagnoses[0]'],
      severity: 'warning',
    },
  ],
  'excludes1-pair': [
    { name: 'unrelated codes', at: [] },
    {
      name: 'both types of diabetes',
      claim: { diagnoses: ['E10.9', 'E11.9'] },
      at: ['diagnoses[1]'],
      severity: 'warning',
    },
    {
      name: 'inside a range',
      claim: { diagnoses: ['D57.1', 'D56.1'] },
      at: ['diagnoses[0]'],
      severity: 'warning',
    },
    { name: 'the excluding code alone', claim: { diagnoses: ['E11.9', 'J02.9'] }, at: [] },
  ],
};

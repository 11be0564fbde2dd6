import { expect, test } from 'vitest';
import type { PlacedNotes } from '../model/index.ts';
import { openInstructions } from './instructions.ts';

const smoke = ['code to identify:', 'smoke of others (Z77.22)', 'own smoke (F17.-)'];
const sugar: PlacedNotes[] = [
  { at: 'E11.22', useAdditional: ['code for the stage (N18.1-N18.6)'] },
  { at: 'E11', useAdditional: ['code to identify control using:', 'needles (Z79.4)', 'pills (Z79.84)'] },
];

test('choices stand with the text that heads them', () => {
  expect(openInstructions(sugar, [])).toEqual([
    'Use additional code (at E11.22): code for the stage (N18.1-N18.6)',
    'Use additional code (at E11): code to identify control using: needles (Z79.4); pills (Z79.84)',
  ]);
});

test.each([
  [['N18.31'], ['E11']],
  [['Z79.84'], ['E11.22']],
  [['N18.31', 'Z79.4'], []],
  [['I10'], ['E11.22', 'E11']],
])('beside %j what is asked for stands at %j', (others, at) => {
  expect(openInstructions(sugar, others).map((text) => /\(at (.*?)\)/.exec(text)?.[1])).toEqual(at);
});

test('what a nearer place asks for is not said again, also where the farther one asks for more', () => {
  const farther = ['code, if any, to identify:', 'own smoke (F17.-)', 'smoke at birth (P96.81)'];
  const placed = [
    { at: 'J44', useAdditional: smoke },
    { at: 'J40-J4A', useAdditional: smoke },
    { at: 'Chapter 10', useAdditional: farther },
  ];
  expect(openInstructions(placed, [])).toEqual([
    'Use additional code (at J44): code to identify: smoke of others (Z77.22); own smoke (F17.-)',
    'Use additional code (at Chapter 10): code, if any, to identify: smoke at birth (P96.81)',
  ]);
  expect(openInstructions(placed, ['F17.210'])).toEqual([]);
});

test('one cause that is coded first answers for the other causes, and an instruction without a code stays', () => {
  const placed = [
    { at: 'I50', codeFirst: ['pressure (I11.0)', 'surgery (I97.13-)'], codeAlso: ['the cause'] },
  ];
  expect(openInstructions(placed, ['I11.0'])).toEqual(['Code also (at I50): the cause']);
  expect(openInstructions(placed, [])).toHaveLength(3);
});

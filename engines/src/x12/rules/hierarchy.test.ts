import { expect, test } from 'vitest';
import { findingsOf } from '../testing/defects.ts';
import { fullInquiry, inquiryFile, rejectedResponse, responseFile } from '../testing/eligibility-examples.ts';

/** The levels of the full inquiry, HL01 to HL04, in order. */
function withLevels(levels: readonly string[]): string {
  let at = 0;
  return inquiryFile(fullInquiry.replace(/^HL\*.*$/gm, () => `HL*${levels[at++]}`));
}

test.each([
  { what: 'as they should be', levels: ['1**20*1', '2*1*21*1', '3*2*22*1', '4*3*23*0'], finds: [] },
  {
    what: 'one number wrong, the next as if it were right',
    levels: ['1**20*1', '2*1*21*1', '7*2*22*1', '4*3*23*0'],
    finds: ['hl-number HL01 2000C'],
  },
  {
    what: 'one number wrong, the next counted on from it and named by it',
    levels: ['1**20*1', '2*1*21*1', '7*2*22*1', '8*7*23*0'],
    finds: ['hl-number HL01 2000C'],
  },
  {
    what: 'a number twice',
    levels: ['1**20*1', '2*1*21*1', '2*2*22*1', '3*2*23*0'],
    finds: ['hl-number HL01 2000C'],
  },
  {
    what: 'numbers from zero',
    levels: ['0**20*1', '1*0*21*1', '2*1*22*1', '3*2*23*0'],
    finds: ['hl-number HL01 2000A'],
  },
  {
    what: 'another parent',
    levels: ['1**20*1', '2*1*21*1', '3*2*22*1', '4*2*23*0'],
    finds: ['hl-parent HL02 2000D'],
  },
  {
    what: 'children denied',
    levels: ['1**20*1', '2*1*21*1', '3*2*22*0', '4*3*23*0'],
    finds: ['hl-children HL04 2000C'],
  },
  {
    what: 'a level below which none can stand',
    levels: ['1**20*1', '2*1*21*1', '3*2*22*1', '4*3*23*1'],
    finds: ['code-not-allowed HL04 2000D'],
  },
])('levels $what', ({ levels, finds }) => {
  expect(findingsOf(withLevels(levels), ' @ ').map((one) => one.split(' @')[0])).toEqual(finds);
});

test('a level whose HL is missing is counted all the same', () => {
  expect(findingsOf(inquiryFile(fullInquiry.replace('\nHL*2*1*21*1', '')))).toEqual([
    'segment-missing HL 2000B @',
  ]);
});

test('a response that rejects the receiver may keep HL04 as the request had it', () => {
  const body = rejectedResponse.replace('HL*2*1*21*0', 'HL*2*1*21*1');
  expect(findingsOf(responseFile(body))).toEqual([]);
  expect(findingsOf(responseFile(body.replace(/\nAAA.*/, '')))).toEqual(['hl-children HL04 2000B @']);
});

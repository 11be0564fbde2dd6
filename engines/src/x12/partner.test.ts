import { expect, test } from 'vitest';
import { validate } from './check/validate.ts';
import { readPartnerProfile } from './partner.ts';
import { aClaim, aSubmission } from './testing/examples.ts';
import { write837 } from './write/write-837.ts';

const line =
  '2300 CLM05-1=11 needs REF*G1 ; this payer wants every office visit authorized [visit-authorized]';
const json = (part: object = {}) => ({
  partner: 'Imaginary Health Plan',
  versions: [
    { effectiveFrom: '2027-01-01', source: 'Companion guide 2.1', rules: { '837P': [line] }, ...part },
  ],
});

function profileOf(value: unknown) {
  const read = readPartnerProfile(value);
  if ('problems' in read) throw new Error(read.problems.join('; '));
  return read.profile;
}

const file = write837(aSubmission({ claims: [aClaim()] }));

test.each([
  { what: 'asked for', snip: 7, part: {}, codes: ['visit-authorized'] },
  { what: 'not asked for', snip: 6, part: {}, codes: [] },
  { what: 'not yet in force', snip: 7, part: { effectiveFrom: '2027-06-01' }, codes: [] },
  {
    what: 'no longer in force',
    snip: 7,
    part: { effectiveFrom: '2026-01-01', effectiveTo: '2026-12-31' },
    codes: [],
  },
  { what: 'of another type', snip: 7, part: { rules: { '837I': [line] } }, codes: [] },
] as const)("a partner's rule is found when it is $what", ({ snip, part, codes }) => {
  const { findings } = validate(file, { snip, partner: profileOf(json(part)) });
  const errors = findings.filter(({ severity }) => severity === 'error');
  expect(errors.map(({ code }) => code)).toEqual(codes);
  for (const error of errors) expect(error).toMatchObject({ snip: 7, id: 'REF', loop: '2300' });
});

test.each([
  { value: 'rules', problems: ['a partner profile is an object'] },
  { value: {}, problems: ['partner: a name is wanted', 'versions: a list is wanted'] },
  {
    value: json({ effectiveFrom: 'May' }),
    problems: ['versions[0].effectiveFrom: a date (YYYY-MM-DD) is wanted'],
  },
  { value: json({ source: '' }), problems: ['versions[0].source: where the rules are written is wanted'] },
  {
    value: json({ rules: { '837P': ['2300 needs', 7] } }),
    problems: [
      'versions[0].rules.837P[0]: cannot read the situation: 2300 needs',
      'versions[0].rules.837P[1]: a line of text is wanted',
    ],
  },
  {
    value: { ...json(), versions: [...json().versions, ...json().versions] },
    problems: ['versions[0] and versions[1] are in force at the same time'],
  },
])('a profile that cannot be used says why: $problems', ({ value, problems }) => {
  expect(readPartnerProfile(value)).toEqual({ problems });
});

import { expect, test } from 'vitest';
import { validate } from '../../check/validate.ts';
import { x231a1 } from '../../guides/x231a1.ts';
import { functionalAnswer, functionalAnswerFile, refusal } from '../../testing/acknowledgement-examples.ts';
import { findingsOf, readDefects } from '../../testing/defects.ts';
import { interchange } from '../../testing/interchange.ts';
import { wholeBody } from '../../testing/whole-guide.ts';

test.each([functionalAnswer, refusal])('nothing is wrong with the answer to a group', (body) => {
  expect(findingsOf(functionalAnswerFile(body))).toEqual([]);
});

test('a 999 that says everything has the structure', () => {
  for (const version of x231a1.versions) {
    const text = interchange('999', version, wholeBody(x231a1), 'FA');
    expect(validate(text, { snip: 2 }).findings).toEqual([]);
  }
});

const defects = readDefects(
  `
a transaction of another kind | answer | AK2*837*0001 -> AK2*835*0001 | answered-group AK201 2000 @ AK2
a transaction of another version | answer | *0001*005010X222A1 -> *0001*005010X223A2 | answered-group AK203 2000 @ AK2
a transaction answered twice | answer | *0002*005010X222A1 -> *0001*005010X222A1 | answered-group AK202 2000 @ AK2
accepted counted wrong | answer | AK9*P*3*3*2 -> AK9*P*3*3*1 | acknowledged-counts AK904 @ AK9
received fewer than answered | answer | AK9*P*3*3*2 -> AK9*P*2*2*2 | acknowledged-counts AK903 @ AK9
included and received differ | answer | AK9*P*3*3*2 -> AK9*P*4*3*2 | group-reason AK905 @ AK9
a group of some taken for all | answer | AK9*P -> AK9*A | acknowledged-verdict AK901 @ AK9
a group of some taken for none | answer | AK9*P -> AK9*R | acknowledged-verdict AK901 @ AK9
a verdict turned round | answer | IK5*R*5*I5 -> IK5*E*5*I5 | acknowledged-counts AK904 @ AK9
a group refused for no reason | refusal | AK9*R*2*1*0*5 -> AK9*R*1*1*0 | group-reason AK905 @ AK9
accepted with errors | answer | IK5*E*5 -> IK5*A*5 | accepted-with-errors IK501 2000 @ IK5*A*5
rejected without a reason | answer | IK5*R*5*I5 -> IK5*R | rejected-without-reason IK502 2000 @ IK5*R
segments in error that are not named | answer | IK3*NM1*8*1000A*8~IK4*9*67*5~ ->  | rejected-without-reason IK502 2000 @ IK5*E
segments named without saying so | answer | IK5*E*5 -> IK5*E*4 | rejected-without-reason IK502 2000 @ IK5*E
elements in error that are not named | answer | - IK4*9 | segment-error-elements IK304 2100 @ IK3*NM1
elements named without saying so | answer | IK3*CLM*22*2300*8 -> IK3*CLM*22*2300*2 | segment-error-elements IK304 2100 @ IK3*CLM
a situation that is not told | answer | - CTX*SITUATIONAL | situation-untold CTX 2100 @ IK3*REF
a segment code that is none | answer | *2300*I6 -> *2300*9 | code-not-allowed IK304 2100 @ IK3*REF
an element code that is none | answer | IK4*2*782*1 -> IK4*2*782*11 | code-not-allowed IK403 2110 @ IK4*2
a verdict that is none | answer | IK5*E*5 -> IK5*P*5 | code-not-allowed IK501 2000 @ IK5*P
a group of another kind | answer | AK1*HC -> AK1*XX | code-not-allowed AK101 @ AK1
a group without a version | answer | AK1*HC*17456*005010X222A1 -> AK1*HC*17456 | element-missing AK103 @ AK1
a transaction without a verdict | answer | - IK5*E | segment-missing IK5 2000 @ AK2*837*0003
a transaction that is not named | answer | - AK2*837*0003 | segment-missing AK2 2000 @ IK3*CLM
no verdict on the group | refusal | - AK9 | segment-missing AK9 @ SE
a context behind an element | answer | CTX*CLM01:C1003~IK4*2*782*1 -> IK4*2*782*1~CTX*CLM01:C1003 | segment-order CTX 2100 @ CTX*CLM01
a context that is none | answer | CTX*CLM01:C1003 -> CTX*CLM02:C1003 | code-not-allowed CTX01-1 2100 @ CTX*CLM02
`,
  { answer: functionalAnswer, refusal },
);

test.each(defects)('$what is found in its place, and nothing beside it', ({ body, finds }) => {
  expect(findingsOf(functionalAnswerFile(body), finds)).toEqual([finds]);
});

import { expect, test } from 'vitest';
import { validate } from '../../check/validate.ts';
import { x214 } from '../../guides/x214.ts';
import { claimAnswer, claimAnswerFile } from '../../testing/acknowledgement-examples.ts';
import { findingsOf, readDefects } from '../../testing/defects.ts';
import { interchange } from '../../testing/interchange.ts';
import { wholeBody } from '../../testing/whole-guide.ts';

test('nothing is wrong with the answer to a batch', () => {
  expect(findingsOf(claimAnswerFile(claimAnswer))).toEqual([]);
});

test('a 277CA that says everything has the structure', () => {
  const text = interchange('277', '005010X214', wholeBody(x214), 'HN');
  expect(validate(text, { snip: 2 }).findings).toEqual([]);
});

const defects = readDefects(
  `
accepted claims of a provider counted wrong | answer | QTY*QA*2 -> QTY*QA*3 | acknowledged-total QTY02 2200C @ QTY*QA
rejected claims of a provider counted wrong | answer | QTY*QC*1 -> QTY*QC*2 | acknowledged-total QTY02 2200C @ QTY*QC*2
accepted charges of a provider off | answer | AMT*YU*300~AMT*YY*100 -> AMT*YU*301~AMT*YY*100 | acknowledged-total AMT02 2200C @ AMT*YU*301
rejected charges of a provider off | answer | AMT*YY*100 -> AMT*YY*101 | acknowledged-total AMT02 2200C @ AMT*YY*101
accepted claims of the batch counted wrong | answer | QTY*90*2 -> QTY*90*1 | acknowledged-total QTY02 2200B @ QTY*90
rejected claims of the batch counted wrong | answer | QTY*AA*3 -> QTY*AA*1 | acknowledged-total QTY02 2200B @ QTY*AA
accepted charges of the batch off | answer | AMT*YU*300 -> AMT*YU*400 | acknowledged-total AMT02 2200B @ AMT*YU*400
rejected charges of the batch off | answer | AMT*YY*350 -> AMT*YY*35 | acknowledged-total AMT02 2200B @ AMT*YY*35
the charge of the batch is off | answer | *WQ*650 -> *WQ*651 | acknowledged-charge STC04 2200B @ STC*A1
the charge of a provider is off | answer | **WQ*400 -> **WQ*401 | acknowledged-charge STC04 2200C @ STC*A1:19:PR**
an accepted claim sent back | answer | *WQ*200 -> *U*200 | status-action STC03 2200D @ STC*A2
a rejected provider passed on | answer | **U*250 -> **WQ*250 | status-action STC03 2200C @ STC*A3
a rejected batch passed on | answer | STC*A1:19:PR*20270402 -> STC*A3:19:PR*20270402 | status-action STC03 2200B @ STC*A3
a claim with two verdicts | answer | STC*A7:187*20270402*U -> STC*A2:187*20270402*WQ | status-verdict STC03 2200D @ STC*A2:187
a claim with two charges | answer | STC*A7:187*20270402*U*100 -> STC*A7:187*20270402*U*110 | status-verdict STC04 2200D @ STC*A7:187
a decision in an acknowledgement | answer | STC*A2:20:PR*20270402*WQ*200 -> STC*F1:20:PR*20270402*WQ*200 | status-category STC01-1 2200D @ STC*F1
a further status that accepts | answer | A7:562:85 -> A2:562:85 | status-mixed STC10-1 2200D @ STC*A7:21
a third status without a second | answer | ******A7:562:85* -> ******* | status-order STC10 2200D @ STC*A7:21
an accepted line | answer | STC*A7:454**U -> STC*A7:454**WQ | code-not-allowed STC03 2220D @ STC*A7:454
an entity that has no place here | answer | STC*A2:20:PR*20270402*WQ*200 -> STC*A2:20:AY*20270402*WQ*200 | code-not-allowed STC01-3 2200D @ STC*A2:20:AY
a claim without a date | answer | - DTP*472*D8*20270301 | segment-missing DTP 2200D @ TRN*2*C1002
a claim without a status | answer | - STC*A2:20:PR*20270402*WQ*100 | segment-missing STC 2200D @ REF*1K*P77002
a claim without a number | answer | TRN*2*C1001 -> TRN*2 | element-missing TRN02 2200D @ TRN*2
no date of receipt | answer | - DTP*050 | segment-missing DTP 2200A @ HL*2
a sender of another kind | answer | NM1*PR -> NM1*85 | code-not-allowed NM101 2100A @ NM1*85
a patient who is a company | answer | NM1*QC*1*PATIENTSON*TINY -> NM1*QC*2*PATIENTSON* | code-not-allowed NM102 2100D @ NM1*QC*2
a level out of count | answer | HL*5*3 -> HL*7*3 | hl-number HL01 2000D @ HL*7
a level of no parent | answer | HL*5*3 -> HL*5*2 | hl-parent HL02 2000D @ HL*5
claims that HL04 denies | answer | HL*3*2*19*1 -> HL*3*2*19*0 | hl-children HL04 2000C @ HL*3
a count without a charge | answer | - AMT*YY*250 | rejected-charge AMT 2200C @ QTY*QC*2
`,
  { answer: claimAnswer },
);

test.each(defects)('$what is found in its place, and nothing beside it', ({ body, finds }) => {
  expect(findingsOf(claimAnswerFile(body), finds)).toEqual([finds]);
});

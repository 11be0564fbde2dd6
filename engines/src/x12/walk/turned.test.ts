import { expect, test } from 'vitest';
import { functionalAnswer, functionalAnswerFile } from '../testing/acknowledgement-examples.ts';
import { findingsOf } from '../testing/defects.ts';
import { inquiry, inquiryFile } from '../testing/eligibility-examples.ts';
import { aProfessionalFile } from '../testing/professional-example.ts';
import { fullStatusRequest, statusRequest, statusRequestFile } from '../testing/status-examples.ts';

const files = {
  claims: aProfessionalFile(),
  inquiry: inquiryFile(inquiry),
  request: statusRequestFile(statusRequest),
  'full request': statusRequestFile(fullStatusRequest),
  answer: functionalAnswerFile(functionalAnswer),
};

/** The file with the first segment that begins with `text` and the one after it in each other's place. */
function turned(file: string, text: string): string {
  const segments = file.split('\n');
  const at = segments.findIndex((one) => one.startsWith(text));
  const [first = '', second = ''] = segments.slice(at, at + 2);
  if (at < 0) throw new Error(`nothing is turned round: ${text}`);
  return segments.toSpliced(at, 2, second, first).join('\n');
}

// what | file | segment that stands behind the next | the one finding
const turns = `
a trace behind the name | inquiry | TRN | segment-order TRN 2000C @ TRN
a birth date behind the name | request | DMG | segment-order DMG 2000D @ DMG
a level behind its name | request | HL*3 | segment-missing HL 2000C @ NM1*1P
a level behind its birth date | request | HL*4 | segment-missing HL 2000D @ DMG
a level of several behind its name | full request | HL*5 | segment-missing HL 2000C @ NM1*1P*1
a level of a claim behind its subscriber | claims | HL*2 | segment-missing HL 2000B @ SBR
a service behind its number | claims | LX*1 | segment-missing LX 2400 @ SV1
the beginning of an answer behind its verdict | answer | AK2*837*0001 | segment-missing AK2 2000 @ IK5*A
`;

test.each(
  turns
    .trim()
    .split('\n')
    .map((line) => line.split(' | ')),
)('two segments in each other’s place are one finding: %s', (_what, file = '', text = '', finds) => {
  expect(findingsOf(turned(files[file as keyof typeof files], text), finds)).toEqual([finds]);
});

import { expect, test } from 'vitest';
import { findingsOf } from '../testing/defects.ts';
import { anInstitutionalFile } from '../testing/institutional-example.ts';
import { hospitalRemit, remit, remitFile } from '../testing/remit-examples.ts';

const files = {
  claims: anInstitutionalFile(),
  remit: remitFile(remit),
  hospital: remitFile(hospitalRemit),
};

/** The file with the first segment that begins with `from` behind the first that begins with `after`. */
function moved(file: string, from: string, after: string): string {
  const segments = file.split('\n');
  const at = segments.findIndex((one) => one.startsWith(from));
  const [segment = ''] = segments.splice(at, 1);
  const place = segments.findIndex((one) => one.startsWith(after));
  if (at < 0 || place < 0) throw new Error(`nothing is moved: ${from} behind ${after}`);
  return segments.toSpliced(place + 1, 0, segment).join('\n');
}

// what | file | segment | stands behind | the one finding
const moves = `
a specialty amid the address of its provider | claims | PRV*BI | N3 | segment-order PRV 2000A @ PRV*BI
the assignment within the other subscriber | claims | OI | NM1*IL*1*PATIENTSON*SPOUSA | segment-order OI 2320 @ OI
totals within the first claim | hospital | TS3 | CLP*H1 | segment-order TS3 2000 @ TS3
the patient within a line | remit | NM1*QC | SVC | segment-order NM1 2100 @ NM1*QC
an amount of the claim within a line | remit | AMT*AU | SVC | code-not-allowed AMT01 2110 @ AMT*AU
the receiver within the first level | claims | NM1*40 | HL*1 | segment-order NM1 1000B @ NM1*40
the payee within the first group of claims | remit | N1*PE | LX | segment-missing N1 1000B @ N3*1
an address before whose it is | remit | N1*PR | N3 | segment-missing N1 1000A @ N3
a contact before whose it is | claims | NM1*41 | PER | segment-missing NM1 1000A @ PER
a tax number behind the loop of its provider | claims | REF*EI | NM1*87 | segment-missing REF 2010AA @ PER*IC*WARD
a contact behind the next loop | claims | PER*IC*BILLA | NM1*40 | segment-missing PER 1000A @ NM1*40
an amount of a line behind the next claim | remit | AMT*B6 | CLP*C0900 | code-not-allowed AMT01 2100 @ AMT*B6
admission before its claim | claims | CL1 | NM1*PR*2*MAKE-BELIEVE | segment-unexpected CL1 2010BB @ CL1
coverage before its level | claims | SBR*S | NM1*87 | segment-unexpected SBR 2010AB @ SBR*S
details of the subscriber before his name | claims | DMG | SBR*S | segment-missing NM1 2010BA @ DMG
an address before the payer and a date | remit | N3*3 FICTION | REF*EV | segment-missing N1 1000A @ N3*3
a physician before some of the diagnoses | claims | NM1*71 | HI*BH | segment-order HI 2300 @ HI*BE
a line before its number | claims | LX*2 | SV2*0360 | segment-missing LX 2400 @ SV2*0360
`;

test.each(
  moves
    .trim()
    .split('\n')
    .map((line) => line.split(' | ')),
)('what stands in the wrong loop is one finding: %s', (_what, file = '', from = '', after = '', finds) => {
  expect(findingsOf(moved(files[file as keyof typeof files], from, after), finds)).toEqual([finds]);
});

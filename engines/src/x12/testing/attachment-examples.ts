import { completeNpi } from '../../model/index.ts';
import { interchange } from './interchange.ts';

// Everybody here is invented: names say so, numbers are 555-01xx, NPIs begin with 1999.

const clinic = completeNpi('199900001');

const attachments = (version: string, body: string) =>
  interchange('275', version, body, 'PI').replaceAll('\n', '');

const note = '<ClinicalDocument>Testa Patientson slept well.</ClinicalDocument>';

const head = (purpose: string, claim: string) => `
  BGN*${purpose}*ATTACH1*20270303
  NM1*PR*2*Imaginary Health Plan*****PI*INV01
  NM1*41*2*Invented Clearing*****46*SENDER1
  NM1*1P*2*Invented Family Practice*****XX*${clinic}
  PRV*BI*PXC*207Q00000X
  REF*EI*999000001
  NX1*1P
  N3*1 Nowhere Street
  N4*Sampleton*OH*440999998
  NM1*QC*1*Patientson*Testa****MI*M0000001
  REF*${claim}
  REF*EA*MR1001
  REF*D9*CH1001
  DTP*472*RD8*20270215-20270218`;

/** Two documents that a payer asked for in a 277, one about the claim and one about a line of it. */
export const answer210 = attachments(
  '005010X210',
  `${head('11', 'EJ*C1001')}
  LX*1
  TRN*2*QUESTION1
  STC*R4:18842-5::LOI
  DTP*368*D8*20270303
  CAT*AE*HL
  EFI*05
  BIN*${note.length}*${note}
  LX*2
  TRN*2*QUESTION1
  STC*R4:11504-8::LOI
  REF*FJ*C1001-1
  REF*CPT*47562**YJ:0360
  DTP*472*D8*20270216
  DTP*368*D8*20270303
  CAT*AE*TX
  EFI*05
  BIN*5*hello`,
);

/** A document sent with a claim, unasked, as the federal standard has it. */
export const unasked314 = attachments(
  '006020X314',
  `${head('02', 'EJ*C1001')}
  LX*1
  TRN*1*ATT1001
  DTP*368*D8*20270303
  CAT*AE*HL
  OOI*1*47*ATTACHMENT
  BDS*B64*8*aGVsbG8h
  LX*2
  TRN*1*ATT1002
  DTP*368*D8*20270303
  CAT*AE*IA
  OOI*1*47*ATTACHMENT
  BDS*ASC*5*hello`,
).replace('*00501*', '*00602*');

import { readDocument } from '@superbill/engines/x12';
import { expect, test } from 'vitest';
import {
  claimAnswer,
  claimAnswerFile,
  functionalAnswer,
  functionalAnswerFile,
} from '../../engines/src/x12/testing/acknowledgement-examples.ts';
import { answer210 } from '../../engines/src/x12/testing/attachment-examples.ts';
import { decidedResponse } from '../../engines/src/x12/testing/authorization-examples.ts';
import { aDentalFile } from '../../engines/src/x12/testing/dental-example.ts';
import {
  fullInquiry,
  fullResponse,
  inquiryFile,
  responseFile,
} from '../../engines/src/x12/testing/eligibility-examples.ts';
import { richEnrollment } from '../../engines/src/x12/testing/enrollment-examples.ts';
import { anInstitutionalFile } from '../../engines/src/x12/testing/institutional-example.ts';
import { interchange } from '../../engines/src/x12/testing/interchange.ts';
import { richPremium } from '../../engines/src/x12/testing/premium-examples.ts';
import { aProfessionalFile } from '../../engines/src/x12/testing/professional-example.ts';
import { remit, remitFile } from '../../engines/src/x12/testing/remit-examples.ts';
import {
  fullStatusRequest,
  fullStatusResponse,
  statusRequestFile,
  statusResponseFile,
} from '../../engines/src/x12/testing/status-examples.ts';
import { summarize } from './x12-summary.ts';

function summary(file: string): string[] {
  const [, ...lines] = summarize(readDocument(Buffer.from(file)));
  return lines.map((line) => line.trim());
}

test.each<[string, string, string[]]>([
  [
    '837P',
    aProfessionalFile(),
    ['submitter: INVENTED BILLING', 'claims: 6, charge $3,490.00', 'service lines: 16'],
  ],
  ['837I', anInstitutionalFile(), ['claims: 2, charge $19,530.50', 'service lines: 7']],
  ['837D', aDentalFile(), ['claims: 3, charge $7,490.00', 'service lines: 6']],
  [
    '835',
    remitFile(remit),
    [
      'payer: IMAGINARY HEALTH PLAN',
      'payee: INVENTED FAMILY PRACTICE',
      'payment: $191.50 by ACH, 2027-04-15, trace TRACE1',
      'claims: 5, charge $460.00, paid $210.00, patient responsibility $60.00',
      'service lines: 6',
      'provider adjustments: 1',
    ],
  ],
  ['277CA', claimAnswerFile(claimAnswer), ['source: IMAGINARY HEALTH PLAN', 'claims: 3', 'service lines: 1']],
  [
    '999',
    functionalAnswerFile(functionalAnswer),
    ['answered transactions: 3', 'group 17456: P, 2 of 3 accepted'],
  ],
  ['275', answer210, ['submitter: Invented Clearing', 'additional information: 2']],
  ['278', decidedResponse, ['review organization: Imaginary Health Plan', 'service levels: 2']],
  ['270', inquiryFile(fullInquiry), ['information source: IMAGINARY HEALTH PLAN', 'inquiries: 4']],
  ['271', responseFile(fullResponse), ['benefits: 9', 'rejections: 1']],
  ['276', statusRequestFile(fullStatusRequest), ['payer: IMAGINARY HEALTH PLAN', 'claims: 2']],
  ['277', statusResponseFile(fullStatusResponse), ['claims: 2', 'service lines: 3']],
  ['834', richEnrollment, ['sponsor: Invented Works', 'members: 5', 'health coverages: 4']],
  ['820', richPremium, ['payment: $1,895.25 by ACH, 2027-03-15, trace T900001', 'individual remittances: 2']],
  [
    '850',
    interchange('850', '004010', 'BEG*00*SA*1**20270402', 'PO'),
    ['850 without a guide 0001, 004010', 'segments: 1'],
  ],
])('a %s has its parties, counts and totals', (type, file, facts) => {
  const lines = summary(file);
  expect(lines[0]).toContain(type);
  expect(lines).toEqual(expect.arrayContaining(facts));
});

test('a patient is counted and not named', () => {
  for (const file of [aProfessionalFile(), remitFile(remit), richEnrollment]) {
    expect(summary(file).join('\n')).not.toMatch(/patientson|testa|member id|school/i);
  }
});

test('an answer to an interchange says which, and what', () => {
  const text = interchange('999', '005010X231A1', '', 'FA').replace(
    '~\nGS',
    '~\nTA1*000000007*270402*0930*A*000~\nGS',
  );
  expect(summary(text)).toContain('TA1 for interchange 000000007: A, note 000');
});

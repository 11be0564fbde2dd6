import { expect, test } from 'vitest';
import { validate } from '../check/validate.ts';
import { claimAnswer, claimAnswerFile } from '../testing/acknowledgement-examples.ts';
import { admissionRequest, homeCareRequest, transportRequest } from '../testing/authorization-examples.ts';
import { fullInquiry, fullResponse, inquiryFile, responseFile } from '../testing/eligibility-examples.ts';
import { anInstitutionalFile } from '../testing/institutional-example.ts';
import { aProfessionalFile } from '../testing/professional-example.ts';
import {
  fullStatusRequest,
  fullStatusResponse,
  statusRequestFile,
  statusResponseFile,
} from '../testing/status-examples.ts';

const files = {
  '270': inquiryFile(fullInquiry),
  '271': responseFile(fullResponse),
  '276': statusRequestFile(fullStatusRequest),
  '277': statusResponseFile(fullStatusResponse),
  '277CA': claimAnswerFile(claimAnswer),
  '278 of an admission': admissionRequest,
  '278 of a transport': transportRequest,
  '278 of care at home': homeCareRequest,
  '837P': aProfessionalFile(),
  '837I': anInstitutionalFile(),
};

const levelCodes = ['19', '20', '21', '22', '23', 'EV', 'PT', 'SS', 'XX'];

test.each(Object.entries(files))('whatever wrong code a level has is one finding: %s', (_name, file) => {
  const levels = [...file.matchAll(/HL\*(\d+)\*(\d*)\*(\w\w)/g)];
  expect(levels.length).toBeGreaterThan(2);
  for (const { 0: whole, 1: number, 2: parent, 3: right, index } of levels) {
    for (const code of levelCodes) {
      if (code === right) continue;
      const spoilt = `${file.slice(0, index)}HL*${number}*${parent}*${code}${file.slice(index + whole.length)}`;
      const errors = validate(spoilt).findings.filter(({ severity }) => severity === 'error');
      const told = errors.map((one) => `${one.code} ${one.element} @ ${one.position === index}`);
      expect({ whole, code, told }).toEqual({ whole, code, told: ['code-not-allowed HL03 @ true'] });
    }
  }
});

import { expect, test } from 'vitest';
import { validate } from '../check/validate.ts';
import { fullInquiry, inquiryFile } from '../testing/eligibility-examples.ts';
import { anInstitutionalFile } from '../testing/institutional-example.ts';
import { aProfessionalFile } from '../testing/professional-example.ts';
import { remit, remitFile } from '../testing/remit-examples.ts';
import { fullStatusRequest, statusRequestFile } from '../testing/status-examples.ts';

const files = {
  professional: aProfessionalFile(),
  institutional: anInstitutionalFile(),
  remit: remitFile(remit),
  inquiry: inquiryFile(fullInquiry),
  request: statusRequestFile(fullStatusRequest),
};

/** What other segments are judged by, so that more is wrong without them: amounts, and who stands before another. */
const judgedBy = /^(?:CAS|PLB|SVC|NM1\*(?:DN|DK|72))\b/;

test.each(Object.entries(files))(
  'a segment with an identifier that is none is one finding: %s',
  (_name, file) => {
    const segments = file.split('~');
    const last = segments.findIndex((one) => one.trim().startsWith('SE*'));
    for (let at = 3; at < last; at++) {
      const segment = (segments[at] ?? '').trim();
      const spoilt = segments.with(at, segment.replace(/^\w+/, 'QQX')).join('~');
      const errors = validate(spoilt).findings.filter(({ severity }) => severity === 'error');
      const told = errors.map(({ code, id }) => `${code} ${id}`);
      const due = judgedBy.test(segment)
        ? expect.arrayContaining(['segment-unexpected QQX'])
        : ['segment-unexpected QQX'];
      expect({ segment, told }).toEqual({ segment, told: due });
    }
  },
);

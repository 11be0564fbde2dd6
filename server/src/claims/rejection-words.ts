import type { ClaimAcknowledgement } from '@superbill/engines/model';

type Status = ClaimAcknowledgement['statuses'][number];

/** Whom a status is about (NM101 entities as STC01-3 names them), in a biller's words. */
const entities: Record<string, string> = {
  IL: 'the subscriber',
  QC: 'the patient',
  PR: 'the payer',
  '40': 'the receiver',
  '41': 'the submitter',
  '71': 'the attending practitioner',
  '77': 'the location of service',
  '82': 'the rendering practitioner',
  '85': 'the practice',
  '87': 'the pay-to address',
  DN: 'the referring practitioner',
};

/**
 * What to look at for the claim status codes that 277CA files carry most; `{who}` stands for the entity.
 * The numbers are those of external code source 508, the words our own.
 */
const subjects: Record<string, string> = {
  '21': 'something the payer did not name is missing or wrong',
  '33': 'the subscriber is not found',
  '54': 'the same claim was decided before',
  '78': 'the same claim is being worked on',
  '88': '{who} had no coverage on the date of service',
  '97': 'the patient is not found',
  '116': 'the claim went to the wrong payer',
  '125': 'the name of {who}',
  '126': 'the address of {who}',
  '128': 'the tax number of {who}',
  '145': 'the taxonomy code of {who}',
  '153': 'the identification of {who}',
  '158': 'the birth date of {who}',
  '164': 'the member number of {who}',
  '178': 'the total of the charges',
  '187': 'the date of service',
  '249': 'the place of service',
  '254': 'the first diagnosis',
  '255': 'a diagnosis',
  '286': 'the answer of the first payer',
  '453': 'a modifier',
  '454': 'a procedure',
  '476': 'the number of units',
  '477': 'the pointer of a line to its diagnoses',
  '562': 'the NPI of {who}',
};

/** `A6` says that it is missing, `A7` that it is not right, `A8` that it does not go together (code source 507). */
const faults: Record<string, string> = {
  A6: ' is missing',
  A7: ' is not right',
  A8: ' does not fit the rest',
};

/**
 * What a rejection names, for a person: `the member number of the subscriber is not right (A7:164:IL)`. A code
 * that is not known here is given as it came.
 */
export function rejectionWords(statuses: readonly Status[]): string {
  return statuses.map(wordsOf).join('; ');
}

function wordsOf({ category, status, entity }: Status): string {
  const code = [category, status, entity].filter(Boolean).join(':');
  const subject = subjects[status];
  if (subject === undefined) return code;
  const about = subject.replace('{who}', entities[entity ?? ''] ?? 'the patient or the subscriber');
  const isSentence = / (is|are|was|had|went) /.test(subject);
  return `${about}${isSentence ? '' : (faults[category] ?? '')} (${code})`;
}

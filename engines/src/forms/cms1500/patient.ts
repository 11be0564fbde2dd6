import type { Claim } from '../../model/index.ts';
import { code, type Entry, mark, words } from '../entry.ts';
import { apart, lastFirst } from '../wording.ts';
import { addressAndPhone, birthAndSex } from './person.ts';

const relationships: Partial<Record<Claim['relationship'], string>> = {
  self: 'self',
  spouse: 'spouse',
  child: 'child',
};

/** Boxes 2, 3, 5, 6 and 10. */
export function patient(claim: Claim): Entry[] {
  const person = claim.patient ?? claim.subscriber;
  const at = claim.patient ? 'patient' : 'subscriber';
  return [
    ...words('2', lastFirst(person), `${at}.lastName`),
    ...birthAndSex('3', person, at),
    ...addressAndPhone('5', person, at),
    ...mark(`6.${relationships[claim.relationship] ?? 'other'}`, 'relationship'),
    ...relatedTo(claim),
    ...code('10d', apart(claim.conditions ?? []), 'conditions'),
  ];
}

/** Boxes 10a to 10c are always answered. */
function relatedTo({ relatedCauses }: Claim): Entry[] {
  const causes = relatedCauses?.causes ?? [];
  const answer = (box: string, cause: 'AA' | 'EM' | 'OA') =>
    mark(`${box}.${causes.includes(cause) ? 'yes' : 'no'}`, 'relatedCauses.causes');
  return [
    ...answer('10a', 'EM'),
    ...answer('10b', 'AA'),
    ...code('10b.state', relatedCauses?.state, 'relatedCauses.state'),
    ...answer('10c', 'OA'),
  ];
}

/** Boxes 12 and 13: what the patient signed, which the claim knows as consent and assignment. */
export function signatures({ releaseOfInformation = 'Y', assignmentOfBenefits }: Claim): Entry[] {
  const onFile = 'SIGNATURE ON FILE';
  return [
    ...words('12', releaseOfInformation === 'Y' ? onFile : undefined, 'releaseOfInformation'),
    ...words('13', assignmentOfBenefits === true ? onFile : undefined, 'assignmentOfBenefits'),
  ];
}

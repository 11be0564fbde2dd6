import type { Claim, Finding } from '../../model/index.ts';
import {
  compose,
  type FormOptions,
  type FormRefusal,
  type PaperForm,
  parts,
  refuseKind,
} from '../paper-form.ts';
import { noField, noRoom, withoutField } from '../room.ts';
import {
  additionalInformation,
  authorization,
  authorizationsWithoutRoom,
  dates,
  datesWithoutRoom,
  diagnoses,
  diagnosesWithoutRoom,
  outsideLab,
  resubmission,
} from './condition.ts';
import { carrier, insured, otherInsured } from './insurance.ts';
import { layout, servicesPerPage, wording } from './layout.ts';
import { service, serviceWithoutRoom } from './lines.ts';
import { patient, signatures } from './patient.ts';
import { account, billing, facility, referring, referringWithoutRoom, totals } from './providers.ts';

/**
 * A professional claim on the CMS-1500 (02/12): six services a page, everything else on every page, the totals
 * on the last. Only what is printed onto the form; its own lines and words are not here.
 */
export function cms1500(claim: Claim, options: FormOptions): PaperForm | FormRefusal {
  const refusal = refuseKind(claim, 'cms1500');
  if (refusal) return refusal;
  const every = [
    ...carrier(claim),
    ...insured(claim),
    ...patient(claim),
    ...otherInsured(claim),
    ...signatures(claim),
    ...dates(claim),
    ...referring(claim),
    ...additionalInformation(claim),
    ...outsideLab(claim),
    ...diagnoses(claim),
    ...resubmission(claim),
    ...authorization(claim),
    ...account(claim, options),
    ...facility(claim),
    ...billing(claim),
  ];
  const groups = parts(claim.lines, servicesPerPage);
  const pages = groups.map((lines, page) => [
    ...every,
    ...lines.flatMap((line, index) => service(claim, line, page * servicesPerPage + index)),
    ...totals(claim, page === groups.length - 1),
  ]);
  return compose('cms1500', { layout, wording }, pages, withoutPlace(claim));
}

/** What the claim says and the form cannot. */
function withoutPlace(claim: Claim): Finding[] {
  return [
    ...claim.otherCoverages
      .slice(1)
      .map((_, index) =>
        noRoom(wording, '9', `otherCoverages[${index + 1}]`, 'The claim has a further insurance'),
      ),
    ...datesWithoutRoom(claim),
    ...referringWithoutRoom(claim),
    ...diagnosesWithoutRoom(claim),
    ...authorizationsWithoutRoom(claim),
    ...claim.lines.flatMap(serviceWithoutRoom),
    ...withoutField(wording, claim, ofClaim),
    ...withoutField(
      wording,
      claim.billingProvider,
      ['payToAddress', 'payToPlan', 'currency'],
      'billingProvider.',
    ),
    ...(claim.certifications ?? []).flatMap(({ category }, index) =>
      category === 'ZZ' ? [] : [noField(wording.source, `certifications[${index}]`)],
    ),
    ...claim.lines.flatMap((line, index) => withoutField(wording, line, ofLine, `lines[${index}].`)),
  ];
}

const ofClaim = [
  'specialProgram',
  'delayReason',
  'contract',
  'fileInformation',
  'ambulance',
  'spinalManipulation',
  'anesthesiaFor',
  'repricing',
  'primaryCareProvider',
  'pickUp',
  'dropOff',
] as const;

const ofLine = [
  'copayExempt',
  'authorizationNumber',
  'references',
  'dates',
  'ambulance',
  'ambulancePatients',
  'obstetricUnits',
  'equipment',
  'equipmentCertification',
  'certifications',
  'testResults',
  'contract',
  'salesTax',
  'postage',
  'attachments',
  'fileInformation',
  'repricing',
  'forms',
  'adjudications',
  'primaryCareProvider',
  'purchasedServiceProvider',
  'pickUp',
  'dropOff',
] as const;

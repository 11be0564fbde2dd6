import type { Claim, Finding } from '../../model/index.ts';
import { compose, type FormOptions, type FormRefusal, type PaperForm, refuseKind } from '../paper-form.ts';
import { withoutField } from '../room.ts';
import { clinicalCodes, eventCodes } from './codes.ts';
import { layout, wording } from './layout.ts';
import { revenueLines, totalLine } from './lines.ts';
import { biller, patient, responsibleParty } from './parties.ts';
import { payers, payersWithoutRoom } from './payers.ts';
import { furtherCodes, otherProviders, physicians, remarks } from './providers.ts';
import { grouping, stay } from './stay.ts';

/**
 * An institutional claim on the UB-04: 22 revenue lines a page, the totals on the last; what has more than its
 * fields goes on in them on the next page. Only what is printed onto the form; its own lines and words are not
 * here.
 */
export function ub04(claim: Claim, options: FormOptions): PaperForm | FormRefusal {
  const refusal = refuseKind(claim, 'ub04');
  if (refusal) return refusal;
  const every = [
    ...biller(claim),
    ...stay(claim),
    ...patient(claim),
    ...responsibleParty(claim),
    ...payers(claim),
    ...grouping(claim),
    ...physicians(claim),
    ...remarks(claim),
    ...furtherCodes(claim),
  ];
  const runs = [...eventCodes(claim), revenueLines(claim), ...clinicalCodes(claim), otherProviders(claim)];
  const count = Math.max(...runs.map(({ pages }) => pages));
  const pages = Array.from({ length: count }, (_, index) => [
    ...every,
    ...runs.flatMap((one) => one.on(index + 1)),
    ...totalLine(claim, options, index + 1, count),
  ]);
  return compose('ub04', { layout, wording }, pages, withoutPlace(claim));
}

/** What the claim says and the form cannot. */
function withoutPlace(claim: Claim): Finding[] {
  const { billingProvider, references = {} } = claim;
  return [
    ...payersWithoutRoom(claim),
    ...withoutField(wording, claim, ofClaim),
    ...withoutField(wording, references, ofReferences, 'references.'),
    ...withoutField(wording, billingProvider, ['payToPlan', 'currency'], 'billingProvider.'),
    ...withoutField(wording, claim.institutional ?? {}, ['treatments'], 'institutional.'),
    ...claim.lines.flatMap((line, index) => withoutField(wording, line, ofLine, `lines[${index}].`)),
  ];
}

const ofClaim = [
  'delayReason',
  'attachments',
  'contract',
  'fileInformation',
  'certifications',
  'repricing',
  'serviceFacility',
] as const;

const ofReferences = [
  'authorizationException',
  'repricedClaim',
  'adjustedRepricedClaim',
  'deviceExemptions',
  'clearinghouseNumber',
  'demonstrationProject',
  'peerReview',
] as const;

const ofLine = [
  'references',
  'salesTax',
  'facilityTax',
  'attachments',
  'notes',
  'repricing',
  'adjudications',
  'renderingProvider',
  'referringProvider',
  'operatingProvider',
  'otherOperatingProvider',
] as const;

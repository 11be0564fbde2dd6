import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type Instant, isoDate } from '../../engines/src/model/index.ts';
import { guides } from '../../engines/src/x12/guides/index.ts';
import {
  acknowledge,
  judgeClaims,
  read837,
  write277CA,
  write835,
  write837,
} from '../../engines/src/x12/index.ts';
import * as answers from '../../engines/src/x12/testing/acknowledgement-examples.ts';
import { answer210, unasked314 } from '../../engines/src/x12/testing/attachment-examples.ts';
import * as reviews from '../../engines/src/x12/testing/authorization-examples.ts';
import { aDentalFile } from '../../engines/src/x12/testing/dental-example.ts';
import * as eligibility from '../../engines/src/x12/testing/eligibility-examples.ts';
import {
  fullFile,
  richEnrollment,
  smallEnrollment,
} from '../../engines/src/x12/testing/enrollment-examples.ts';
import {
  aClaim,
  aDependentClaim,
  anExchange835,
  aSecondaryClaim,
  aSubmission,
} from '../../engines/src/x12/testing/examples.ts';
import { anInstitutionalFile } from '../../engines/src/x12/testing/institutional-example.ts';
import { interchange } from '../../engines/src/x12/testing/interchange.ts';
import { richPremium, smallPremium } from '../../engines/src/x12/testing/premium-examples.ts';
import { arbitraryTransaction } from '../../engines/src/x12/testing/random-transaction.ts';
import * as remits from '../../engines/src/x12/testing/remit-examples.ts';
import * as status from '../../engines/src/x12/testing/status-examples.ts';
import { wholeBody } from '../../engines/src/x12/testing/whole-guide.ts';
import { hasShared, sharedPath } from '../../test/shared.ts';

/** Files that inputs are made from: of every guide our own examples, some by chance, and one with all a guide has. */
export function ownSeeds(seed: number, each = 3): Uint8Array[] {
  return [
    ...examples().map((text) => Buffer.from(text)),
    ...guides.flatMap((guide) => made(guide, seed, each)),
  ];
}

function examples(): string[] {
  const claims = [
    aClaim(),
    aDependentClaim({ controlNumber: 'C1002' }),
    { ...aSecondaryClaim(), controlNumber: 'C1003' },
  ];
  const professional = write837(aSubmission({ claims }));
  return [
    professional,
    anInstitutionalFile(),
    aDentalFile(),
    write835(anExchange835()),
    ...[remits.remit, remits.hospitalRemit, remits.carriedRemit].map(remits.remitFile),
    ...[answers.functionalAnswer, answers.refusal].map(answers.functionalAnswerFile),
    answers.claimAnswerFile(answers.claimAnswer),
    ...[eligibility.inquiry, eligibility.fullInquiry].map(eligibility.inquiryFile),
    ...[eligibility.response, eligibility.fullResponse, eligibility.rejectedResponse].map(
      eligibility.responseFile,
    ),
    ...[status.statusRequest, status.fullStatusRequest].map(status.statusRequestFile),
    ...[status.statusResponse, status.fullStatusResponse, status.unansweredResponse].map(
      status.statusResponseFile,
    ),
    ...Object.values(reviews),
    smallEnrollment,
    richEnrollment,
    fullFile,
    smallPremium,
    richPremium,
    answer210,
    unasked314,
    ...answersTo(professional),
  ];
}

/** What a receiver writes back: a TA1, a 999 that rejects, a 277CA. */
function answersTo(claims: string): string[] {
  const envelope = {
    controlNumbers: { interchange: 1, group: 1, transaction: 1 },
    createdAt: '2027-03-02T10:00:00.000Z' as Instant,
    usage: 'T' as const,
  };
  const { ta1 = '', ack999 = '' } = acknowledge(claims.replaceAll('SV1*HC', 'SV1*XX'), {
    ...envelope,
    alwaysTA1: true,
  });
  const day = isoDate('2027-03-02');
  const decisions = read837(claims).submissions.map((received) =>
    write277CA({
      ...envelope,
      sender: received.receiver,
      receiver: received.submitter,
      batch: received.batch,
      receivedDate: day,
      processedDate: day,
      claims: judgeClaims(received, day),
    }),
  );
  return [ta1, ack999, ...decisions];
}

/** Transactions of a guide by chance, and the one that says all. */
function made(guide: (typeof guides)[number], seed: number, each: number): Uint8Array[] {
  const [version = ''] = guide.versions;
  const bodies = fc
    .sample(arbitraryTransaction(guide, version), { seed, numRuns: each })
    .map((segments) => segments.slice(1, -1).map((elements) => elements.join('*')));
  return [...bodies, wholeBody(guide).split('\n')].map((body) =>
    // Binary data holds line breaks, so lines are put in when the file is whole.
    Buffer.from(
      interchange(guide.set, version, '', guide.functionalId)
        .replace('~\nSE*2*', () => `~\n${body.map((line) => `${line}~`).join('')}SE*${body.length + 2}*`)
        .replaceAll('~\n', '~'),
      'latin1',
    ),
  );
}

/** Sample files of the folder `shared` beside the checkout, where it is there. They are read and never kept. */
export function sharedSeeds(longest: number): Uint8Array[] {
  if (!hasShared || !existsSync(sharedPath('edi'))) return [];
  const folder = sharedPath('edi');
  return readdirSync(folder)
    .filter((type) => !type.includes('.'))
    .flatMap((type) =>
      readdirSync(sharedPath('edi', type), { withFileTypes: true })
        .filter((entry) => entry.isFile() && entry.name !== 'index.json')
        .map((entry) => readFileSync(sharedPath('edi', type, entry.name))),
    )
    .filter((bytes) => bytes.length <= longest);
}

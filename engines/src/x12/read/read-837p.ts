import type { Claim } from '../../model/index.ts';
import type { Received837P } from '../exchange.ts';
import type { X12Finding } from '../finding.ts';
import { first, type Loop, loopOf, value } from '../loop.ts';
import type { TransactionPlace } from '../records.ts';
import { element } from '../segment.ts';
import { feed } from '../tokenizer.ts';
import { ValidationInProgress } from '../validate.ts';
import { defined, envelope } from './fields.ts';
import { readClaim } from './read-claim.ts';

/**
 * Reads every 837P transaction of a file. Findings are those of {@link validate} at SNIP 1 to 4, and one
 * more (`claim-unreadable`) for each claim that lacks what a claim cannot be without: those are left out.
 */
export function read837P(bytes: Uint8Array | string): {
  submissions: Received837P[];
  findings: X12Finding[];
} {
  const submissions: Received837P[] = [];
  let claims: Claim[] = [];
  let faults: X12Finding[][] = [];
  let seen = 0;
  let errors = 0;
  const validation = new ValidationInProgress({ snip: 4 }, (loop, place) => {
    const { guide, errors: now } = place.transaction;
    if (guide?.type !== '837P') return;
    if (loop.id === '2300') {
      const found = validation.findings.slice(seen).filter(({ severity }) => severity === 'error');
      const claim = readClaim(loop);
      if (claim) {
        claims.push(claim);
        faults.push(found.length === 0 && now > errors ? [unlisted(loop, place)] : found);
      } else validation.findings.push(unreadable(loop, place));
      [seen, errors] = [validation.findings.length, now];
    }
    if (loop.id !== '') return;
    submissions.push(submission(loop, place, claims, faults));
    [claims, faults, errors] = [[], [], 0];
  });
  feed(bytes, validation.checker);
  return { submissions, findings: validation.end().findings };
}

function unreadable(loop: Loop, place: TransactionPlace): X12Finding {
  const message =
    'The claim lacks a patient, a payer, a date of service or a known frequency, so it was not read.';
  return ofClaim(loop, place, 'claim-unreadable', message);
}

/** Stands for faults of a claim that came after more findings than are listed. */
function unlisted(loop: Loop, place: TransactionPlace): X12Finding {
  return ofClaim(
    loop,
    place,
    'too-many-findings',
    'The claim has faults, which are not listed because there are too many.',
  );
}

function ofClaim(loop: Loop, { transaction }: TransactionPlace, code: string, message: string): X12Finding {
  const clm = loop.segments[0];
  const ordinal = clm?.ordinal ?? 0;
  return {
    severity: 'error',
    snip: 2,
    segment: ordinal,
    id: 'CLM',
    position: clm?.position ?? 0,
    loop: '2300',
    code,
    message,
    transaction: transaction.ordinal,
    inTransaction: ordinal - transaction.st.ordinal + 1,
  };
}

function submission(
  root: Loop,
  place: TransactionPlace,
  claims: Claim[],
  faults: X12Finding[][],
): Received837P {
  const { sender, receiver, controlNumbers, ...rest } = envelope(place);
  const contact = first(loopOf(root, '1000A'), 'PER');
  return {
    ...rest,
    controlNumbers: { ...controlNumbers, transaction: Number(element(place.transaction.st, 2)) || 0 },
    submitter: defined<Received837P['submitter']>({
      ...sender,
      name: value(first(loopOf(root, '1000A'), 'NM1'), 3) ?? '',
      contactName: value(contact, 2),
      phone: value(contact, 4) ?? '',
    }),
    receiver: { ...receiver, name: value(first(loopOf(root, '1000B'), 'NM1'), 3) ?? '' },
    batch: value(first(root, 'BHT'), 3) ?? '',
    claims,
    faults,
  };
}

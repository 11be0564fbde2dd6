import type { Claim, ClaimKind } from '../../model/index.ts';
import type { TransactionPlace } from '../check/records.ts';
import { ValidationInProgress } from '../check/validate.ts';
import { readClaim } from '../claim/claim.ts';
import { kindOf } from '../claim/kinds.ts';
import { readContacts } from '../claim/parties.ts';
import type { Received837, Station } from '../exchange.ts';
import type { X12Finding } from '../finding.ts';
import { element } from '../tokens/segment.ts';
import { feed } from '../tokens/tokenizer.ts';
import { first, type Loop, loopOf, value } from '../walk/loop.ts';
import { defined, envelope } from './fields.ts';

/**
 * Reads every 837P, 837I and 837D transaction of a file. Findings are those of {@link validate} at SNIP 1 to
 * 4, and one more (`claim-unreadable`) for each claim that lacks what a claim cannot be without: those are
 * left out.
 */
export function read837(bytes: Uint8Array | string): {
  submissions: Received837[];
  findings: X12Finding[];
} {
  const submissions: Received837[] = [];
  let claims: Claim[] = [];
  let faults: X12Finding[][] = [];
  let seen = 0;
  let errors = 0;
  /** The claims of each level that is open, by their places in `claims`. */
  const within = new WeakMap<Loop, number[]>();
  const validation = new ValidationInProgress({ snip: 4 }, (loop, place) => {
    const { guide, errors: now } = place.transaction;
    const kind = kindOf(guide?.type);
    if (!kind) return;
    if (loop.id === '2300') {
      const found = validation.findings.slice(seen).filter(({ severity }) => severity === 'error');
      const claim = readClaim(loop, kind);
      if (claim) {
        for (let level = loop.parent; level; level = level.parent) {
          const places = within.get(level);
          if (places) places.push(claims.length);
          else within.set(level, [claims.length]);
        }
        claims.push(claim);
        faults.push(found.length === 0 && now > errors ? [unlisted(loop, place)] : found);
      } else validation.findings.push(unreadable(loop, place));
      [seen, errors] = [validation.findings.length, now];
    } else if (/^2000[A-C]$/.test(loop.id)) {
      // What a level as a whole lacks shows only at its end, after its claims.
      const found = validation.findings.slice(seen).filter(({ severity }) => severity === 'error');
      for (const index of within.get(loop) ?? []) faults[index]?.push(...found);
      [seen, errors] = [validation.findings.length, now];
    }
    if (loop.id !== '') return;
    submissions.push(submission(loop, place, { kind, claims, faults }));
    [claims, faults, errors] = [[], [], 0];
  });
  feed(bytes, validation.checker);
  return { submissions, findings: validation.end().findings };
}

function unreadable(loop: Loop, place: TransactionPlace): X12Finding {
  const message =
    'The claim lacks a patient, a payer, a service, its date or a known frequency, so it was not read.';
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

type Content = { kind: ClaimKind; claims: Claim[]; faults: X12Finding[][] };

const purposes = { RP: 'encounters', '31': 'subrogation' } as const;

function submission(root: Loop, place: TransactionPlace, content: Content): Received837 {
  const { sender, receiver, controlNumbers, ...rest } = envelope(place);
  const from = loopOf(root, '1000A');
  const bht = first(root, 'BHT');
  const purpose = value(bht, 6);
  return defined<Received837>({
    ...rest,
    controlNumbers: { ...controlNumbers, transaction: Number(element(place.transaction.st, 2)) || 0 },
    purpose: purpose === 'RP' || purpose === '31' ? purposes[purpose] : undefined,
    submitter: defined<Received837['submitter']>({
      ...party(from, sender),
      firstName: value(first(from, 'NM1'), 4),
      middleName: value(first(from, 'NM1'), 5),
      contacts: readContacts(from),
    }),
    receiver: party(loopOf(root, '1000B'), receiver),
    batch: value(bht, 3) ?? '',
    ...content,
  });
}

/** Who is named, by the number of the envelope; the number of NM109 is told where it is another. */
function party(loop: Loop | undefined, station: Station): Received837['receiver'] {
  const nm1 = first(loop, 'NM1');
  const identifier = value(nm1, 9);
  return defined<Received837['receiver']>({
    ...station,
    name: value(nm1, 3) ?? '',
    identifier: identifier === station.id ? undefined : identifier,
  });
}

import { type ClaimKind, formatDate, formatMoney, sum } from '@superbill/engines/model';
import {
  type Exchange277CA,
  type Exchange835,
  type Exchange999,
  type ExchangeTA1,
  read277CA,
  read835,
  read837,
  read999,
  readTA1,
  type Submission837,
  sniff,
  validate,
  write277CA,
  write835,
  write837,
  write999,
  writeTA1,
  type X12Finding,
} from '@superbill/engines/x12';

/** What a file holds, as a writer takes it, and which writer that is. */
export type Exchange =
  | ({ type: '837P' | '837I' | '837D' } & Submission837)
  | ({ type: '835' } & Exchange835)
  | ({ type: '999' } & Exchange999)
  | ({ type: '277CA' } & Exchange277CA)
  | ({ type: 'TA1' } & ExchangeTA1);

const readers: Readonly<
  Record<Exchange['type'], (bytes: Uint8Array) => { exchanges: Exchange[]; findings: X12Finding[] }>
> = {
  '837P': readClaims('professional'),
  '837I': readClaims('institutional'),
  '837D': readClaims('dental'),
  '835': (bytes) => {
    const { exchanges, findings } = read835(bytes);
    return { exchanges: exchanges.map((one) => ({ type: '835', ...one })), findings };
  },
  '999': (bytes) => {
    const { exchanges, findings } = read999(bytes);
    return { exchanges: exchanges.map((one) => ({ type: '999', ...one })), findings };
  },
  '277CA': (bytes) => {
    const { exchanges, findings } = read277CA(bytes);
    return { exchanges: exchanges.map((one) => ({ type: '277CA', ...one })), findings };
  },
  TA1: (bytes) => {
    const { exchanges, findings } = readTA1(bytes);
    return { exchanges: exchanges.map((one) => ({ type: 'TA1', ...one })), findings };
  },
};

function readClaims(
  kind: ClaimKind,
): (bytes: Uint8Array) => { exchanges: Exchange[]; findings: X12Finding[] } {
  return (bytes) => {
    const { submissions, findings } = read837(bytes);
    const own = submissions.filter((submission) => submission.kind === kind);
    // Faults repeat findings, and a writer does not want them; claims say their kind.
    const exchanges = own.map(
      ({ faults: _, kind: __, ...rest }): Exchange => ({ type: claimTypes[kind], ...rest }),
    );
    return { exchanges, findings };
  };
}

const claimTypes = { professional: '837P', institutional: '837I', dental: '837D' } as const;

/** Everything in a file that has a model. Findings are those of validation at SNIP 1 to 4. */
export function readExchanges(bytes: Uint8Array): { exchanges: Exchange[]; findings: X12Finding[] } {
  const kinds = sniff(bytes).filter((kind): kind is Exchange['type'] => kind in readers);
  const readings = kinds.map((kind) => readers[kind](bytes));
  const findings = readings[0]?.findings ?? validate(bytes).findings;
  return { exchanges: readings.flatMap((reading) => reading.exchanges), findings };
}

/** Writes what has the shape of an {@link Exchange}; throws where it has not. */
export function writeExchange(exchange: unknown): string {
  const given = exchange as Exchange;
  switch (given?.type) {
    case '837P':
    case '837I':
    case '837D':
      return write837(given);
    case '835':
      return write835(given);
    case '999':
      return write999(given);
    case '277CA':
      return write277CA(given);
    case 'TA1':
      return writeTA1(given);
    default:
      throw new TypeError('"type" must be 837P, 837I, 837D, 835, 999, 277CA or TA1');
  }
}

/** A few lines for a person. */
export function summarize(exchange: Exchange): string[] {
  switch (exchange.type) {
    case '837P':
    case '837I':
    case '837D': {
      const { type, claims, submitter, receiver } = exchange;
      const total = formatMoney(sum(claims.map((claim) => claim.charge)));
      return [
        `${type} from ${submitter.name} to ${receiver.name}: claims ${claims.length}, charges ${total}`,
        ...claims.map(
          (claim) =>
            `  ${claim.controlNumber}  ${formatMoney(claim.charge)}  lines ${claim.lines.length}  ${claim.diagnoses.join(' ')}`,
        ),
      ];
    }
    case '835':
      return exchange.remits.flatMap((remit) => [
        `835 from ${remit.payer.name}: ${formatMoney(remit.paid)} by ${remit.method}, ${formatDate(remit.paymentDate)}, trace ${remit.traceNumber}`,
        ...remit.claims.map(
          (claim) =>
            `  ${claim.controlNumber}  charge ${formatMoney(claim.charge)}  paid ${formatMoney(claim.paid)}  patient ${formatMoney(claim.patientResponsibility)}`,
        ),
        ...remit.providerAdjustments.map(
          ({ reason, amount }) => `  provider adjustment ${reason}  ${formatMoney(amount)}`,
        ),
      ]);
    case '999':
      return exchange.acknowledgements.flatMap(({ control, status, transactions, counts }) => [
        `999 for group ${control}: ${status}, ${counts.accepted} of ${counts.received} accepted`,
        ...transactions.flatMap((one) => [
          `  ${one.type} ${one.control}: ${one.status}`,
          ...one.errors.map(({ at, code }) => `    ${at}: ${code}`),
        ]),
      ]);
    case '277CA':
      return [
        `277CA from ${exchange.sender.name} for batch ${exchange.batch}`,
        ...exchange.claims.map(
          ({ controlNumber, accepted, statuses }) =>
            `  ${controlNumber}  ${accepted ? 'accepted' : 'rejected'}  ${statuses.map(({ category, status }) => `${category}:${status}`).join(' ')}`,
        ),
      ];
    case 'TA1':
      return exchange.acknowledgements.map(
        ({ control, status, note }) => `TA1 for interchange ${control}: ${status}, note ${note}`,
      );
  }
}

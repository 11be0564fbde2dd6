import type { TraceNode } from '@superbill/contract';
import { type Account, accounts, type Sentence, say } from '@superbill/engines/ledger';
import { type Adjustment, type Cents, type Finding, formatMoney } from '@superbill/engines/model';
import { adjustmentMeaning } from '../claims/adjustment-meaning.ts';
import { toEvidence } from '../coding/store.ts';
import type * as store from './store.ts';

type Rows<Load extends (...args: never[]) => Promise<unknown[]>> = Awaited<ReturnType<Load>>[number];
export type EvidenceRow = Rows<typeof store.loadTracedEvidence>;
export type CodeRow = Rows<typeof store.loadTracedCodes>;
export type ChargeRow = Rows<typeof store.loadTracedCharges>;
export type ClaimLineRow = Rows<typeof store.loadTracedClaimLines>;
export type RemitLineRow = Rows<typeof store.loadTracedRemitLines>;
export type EntryRow = Rows<typeof store.loadTracedEntries>;
export type StatementLineRow = Rows<typeof store.loadTracedStatementLines>;

/** The physician's words. */
export function evidenceNode(row: EvidenceRow): TraceNode {
  return {
    kind: 'evidence',
    id: `${row.code_id}:${row.ordinal}`,
    label: `“${row.quote.replace(/\s+/g, ' ').trim()}”`,
    because: [`${row.title}, version ${row.document_version}`],
    date: row.service_date,
    at: row.created_at,
    ...(row.author ? { by: row.author } : {}),
    evidence: toEvidence(row),
    encounterId: row.encounter_id,
    patientId: row.patient_id,
  };
}

/** A code, the path that led to it, and who decided. */
export function codeNode(row: CodeRow): TraceNode {
  return {
    kind: 'code',
    id: row.code_id,
    label: `${row.code} ${row.title}`,
    because: [
      ...(row.path as unknown as string[]),
      row.origin === 'suggestion' ? 'Suggested from the record, accepted by a person' : 'Found by search',
      `Edition ${row.edition}`,
      ...(row.removed_at ? ['Taken off the visit later'] : []),
    ],
    date: row.service_date,
    at: row.decided_at,
    by: row.decided_by,
    encounterId: row.encounter_id,
    patientId: row.patient_id,
  };
}

/** A service at its price, and the diagnoses that say why it was needed. */
export function chargeNode(row: ChargeRow, codes: readonly string[]): TraceNode {
  const procedure = [row.procedure, ...row.modifiers].join('-');
  return {
    kind: 'charge',
    id: row.charge_id,
    label: `${procedure} ${row.wording}${row.units === 1 ? '' : ` × ${row.units}`}`,
    because: [
      ...(codes.length > 0 ? [`Needed for ${codes.join(', ')}`] : []),
      `Price of the fee schedule on ${row.service_date}`,
      ...(row.voided_at ? ['Voided later'] : []),
    ],
    amountCents: row.charge_cents,
    date: row.service_date,
    at: row.entered_at,
    by: row.entered_by,
    encounterId: row.encounter_id,
    patientId: row.patient_id,
  };
}

/** A line as it was sent, its number, and what the edits said of it. */
export function claimLineNode(row: ClaimLineRow): TraceNode {
  const at = row.sent_at ?? row.prepared_at;
  return {
    kind: 'claim-line',
    id: row.claim_line_id,
    label: `Line ${row.line_number} of claim ${row.claim_number} to ${row.payer_name}`,
    because: [
      `Control number ${row.control_number}`,
      ...(row.interchange_number ? [`Sent in file ${row.interchange_number}`] : []),
      ...editsOf(row),
    ],
    amountCents: row.charge_cents,
    ...(at ? { at } : {}),
    claimId: row.claim_id,
    encounterId: row.encounter_id,
    patientId: row.patient_id,
  };
}

/** Findings are kept of a claim's latest version; a version is sent only when nothing blocks it. */
function editsOf(row: ClaimLineRow): string[] {
  if (row.version !== row.claim_version) return ['Passed the edits when it was sent; made again since'];
  const own = `lines[${row.line_number - 1}]`;
  const findings = (row.findings as unknown as Finding[]).filter(
    ({ at }) => !at.startsWith('lines[') || at === own || at.startsWith(`${own}.`),
  );
  if (findings.length === 0) return ['Passed every edit'];
  return findings.map(({ rule, message }) => `Edit ${rule}: ${message}`);
}

type StoredAdjustment = Pick<Adjustment, 'group' | 'reason'> & { amountCents: Cents };

/** The payer's answer to a line: each adjustment with what it means, and the remarks. */
export function remitLineNode(row: RemitLineRow): TraceNode {
  const said = (adjustments: unknown, of = '') =>
    (adjustments as StoredAdjustment[]).map(
      ({ group, reason, amountCents }) =>
        `${group} ${reason}${of}, ${formatMoney(amountCents)}: ${adjustmentMeaning({ group, reason })}`,
    );
  return {
    kind: 'remit-line',
    id: row.remit_line_id,
    label: `Paid ${formatMoney(row.paid_cents)} by ${row.payer_name}`,
    because: [
      ...(row.allowed_cents === null ? [] : [`Allowed ${formatMoney(row.allowed_cents)}`]),
      ...said(row.adjustments),
      ...said(row.claim_adjustments, ' on the whole claim'),
      ...row.remarks.map((remark) => `Remark ${remark}`),
      `Payment ${row.trace_number}, claim status ${row.status}`,
    ],
    amountCents: row.paid_cents,
    date: row.payment_date,
    at: row.posted_at,
    ...(row.claim_id ? { claimId: row.claim_id } : {}),
  };
}

/** What a posting moved on the accounts of the charges that are traced. `entries` are all of one posting. */
export function postingNode(first: EntryRow, entries: readonly EntryRow[]): TraceNode {
  const byAccount = new Map<Account, number>();
  for (const { account, amount_cents } of entries) {
    const name = account as Account;
    byAccount.set(name, (byAccount.get(name) ?? 0) + amount_cents);
  }
  const patientId = entries.find((entry) => entry.patient_id !== null)?.patient_id;
  const claimId = entries.find((entry) => entry.claim_id !== null)?.claim_id;
  return {
    kind: 'posting',
    id: first.posting_id,
    label: first.memo,
    because: [...byAccount].flatMap(([account, amount]) =>
      amount === 0
        ? []
        : [`${accounts[account].title}: ${amount > 0 ? '+' : ''}${formatMoney(amount as Cents)}`],
    ),
    date: first.posted_on,
    at: first.posted_at,
    ...(first.posted_by ? { by: first.posted_by } : {}),
    ...(claimId ? { claimId } : {}),
    ...(patientId ? { patientId } : {}),
  };
}

/** What the patient was told. */
export function statementLineNode(row: StatementLineRow): TraceNode {
  const asks = row.owed_cents > 0 ? `you owe ${formatMoney(row.owed_cents)}` : 'nothing to pay now';
  return {
    kind: 'statement-line',
    id: row.statement_line_id,
    label: `Bill ${row.number}, ${row.wording}: ${asks}`,
    because: (row.reasons as unknown as Sentence[]).map((sentence) => say(sentence, 'en')),
    amountCents: row.owed_cents,
    date: row.issued_on,
    at: row.created_at,
    by: row.created_by,
    statementId: row.statement_id,
    patientId: row.patient_id,
  };
}

import { type Route, routes } from '@superbill/contract';
import { type RawBuilder, sql } from 'kysely';
import type { Work } from '../work.ts';

/** Finds whose records these ids lead to: rows of one column, `patient_id`. */
type Owner = (ids: readonly string[]) => RawBuilder<{ patient_id: string }>;

const any = (ids: readonly string[]) => sql`any(${ids}::uuid[])`;

const own =
  (table: string, key: string): Owner =>
  (ids) =>
    sql`select patient_id from ${sql.table(table)}
      where organization_id = current_organization() and ${sql.ref(key)} = ${any(ids)}`;

/** By way of one or more tables that lead to the patient: each is joined to the one before by its key. */
const by =
  (table: string, key: string, ...ways: [table: string, key: string][]): Owner =>
  (ids) => {
    const joins = ways.map(
      ([next, on]) => sql`join ${sql.table(next)} using (organization_id, ${sql.ref(on)})`,
    );
    const last = ways.at(-1)?.[0] ?? table;
    return sql`select ${sql.ref(`${last}.patient_id`)} from ${sql.table(table)} ${sql.join(joins, sql` `)}
      where ${sql.ref(`${table}.organization_id`)} = current_organization()
        and ${sql.ref(`${table}.${key}`)} = ${any(ids)}`;
  };

const visit: [string, string] = ['encounter', 'encounter_id'];
const code = by('code_assignment', 'code_id', visit);
const document = by('document', 'document_id', visit);
const claim = by('claim', 'claim_id', visit);

/** A work item is a visit, a question, a file or a message, and names it by one field. */
const workSubjects: readonly Owner[] = [
  own('encounter', 'encounter_id'),
  by('query', 'query_id', visit),
  own('message', 'message_id'),
];

/**
 * Whose record an id is of, by the name under which routes take it: the one map through which every path and body
 * leads to its patient. A test fails when a route takes an id that stands neither here nor in {@link notOfAPatient}.
 */
export const ownerOf: Record<string, Owner> = {
  patientId: own('patient', 'patient_id'),
  coverageId: own('coverage', 'coverage_id'),
  proxyId: own('patient_proxy', 'proxy_id'),
  encounterId: own('encounter', 'encounter_id'),
  documentId: document,
  amendsId: document,
  codeId: code,
  codeIds: code,
  diagnoses: code,
  queryId: by('query', 'query_id', visit),
  chargeId: by('charge', 'charge_id', visit),
  paymentId: own('patient_payment', 'payment_id'),
  approvalId: own('approval_request', 'approval_id'),
  reviewId: by('chart_review', 'review_id', visit),
  claimId: claim,
  claimIds: claim,
  claimLineId: by('claim_line', 'claim_line_id', ['claim', 'claim_id'], visit),
  remitLineId: by(
    'remit_line',
    'remit_line_id',
    ['remit_claim', 'remit_claim_id'],
    ['claim', 'claim_id'],
    visit,
  ),
  postingId: own('ledger_entry', 'posting_id'),
  statementId: own('statement', 'statement_id'),
  statementLineId: by('statement_line', 'statement_line_id', ['statement', 'statement_id']),
  messageId: own('message', 'message_id'),
  // A file is open to whom every record in it is open to.
  interchangeId: by('claim_version', 'interchange_id', ['claim', 'claim_id'], visit),
  inboundFileId: by('claim_event', 'inbound_file_id', ['claim', 'claim_id'], visit),
  subjectId: (ids) =>
    sql`${sql.join(
      workSubjects.map((owner) => owner(ids)),
      sql` union `,
    )}`,
};

/** Ids of things that are in nobody's record. */
export const notOfAPatient: Record<string, string> = {
  practice: 'the practice that somebody signs in to',
  organizationId: 'the practice that somebody signs in to',
  payerId: 'a payer of the practice',
  practitionerId: 'who works here',
  locationId: 'a place',
  userId: 'who signs in',
  ownerId: 'who countersigns, or has a work item',
  readerIds: 'who signs in',
  factorId: 'a second factor of who signs in',
  passkeyId: 'a second factor of who signs in',
  identityId: 'an account of who signs in at the identity provider',
  sessionId: 'a session of who signs in',
  accountId: 'a program',
  keyId: 'a key of a program',
  feeId: 'a price of the list',
  'instead.id': 'a price of the list',
  denialId: 'a rule about roles and people',
  fromId: 'who had a work item',
  toId: 'who gets a work item',
  batchId: 'that items were moved together, by whom and to whom',
  absenceId: 'days on which somebody is away',
  glassId: 'its list tells who looked and why, nothing of what they saw',
};

/** The links of the thread, by the field that would name them. */
const traced = {
  evidence: 'codeId',
  code: 'codeId',
  charge: 'chargeId',
  'claim-line': 'claimLineId',
  'remit-line': 'remitLineId',
  posting: 'postingId',
  'statement-line': 'statementLineId',
} as const;

export interface RecordId {
  field: string;
  id: string;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Every id of a record that a request names, in its address, query or body, however deep. */
export function recordIdsOf(route: Route, input: unknown): RecordId[] {
  const found: RecordId[] = [];
  const look = (field: string, value: unknown): void => {
    if (typeof value === 'string' && field in ownerOf && uuid.test(value)) found.push({ field, id: value });
    else if (Array.isArray(value)) for (const one of value) look(field, one);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) look(name, one);
  };
  look('', input);
  if (route === routes.readTrace) {
    const { kind, id } = (input as { params: { kind: keyof typeof traced; id: string } }).params;
    look(traced[kind], id.split(':')[0]);
  }
  return found;
}

/** Whose records these are. Ids of other practices lead to nobody. */
export async function patientsOf({ db }: Work, ids: readonly RecordId[]): Promise<string[]> {
  const byField = new Map<string, string[]>();
  for (const { field, id } of ids) byField.set(field, [...(byField.get(field) ?? []), id]);
  const asked = [...byField].flatMap(([field, of]) => ownerOf[field]?.(of) ?? []);
  if (asked.length === 0) return [];
  const { rows } = await sql<{ patient_id: string | null }>`${sql.join(asked, sql` union `)}`.execute(db);
  return rows.flatMap(({ patient_id }) => patient_id ?? []);
}

import type { PatientSummary, WorkItem } from '@superbill/contract';
import { addDays, addMilliseconds, type Instant, type IsoDate } from '@superbill/engines/model';
import {
  type Desk,
  deskOf,
  dueOf,
  type ExpectedMinutes,
  expectedMinutes,
  pageLength,
  type TimeModel,
  type WorkFeatures,
  type WorkKind,
} from '@superbill/engines/workload';
import { sql } from 'kysely';
import { toSummary } from '../patients/store.ts';
import type { Work } from '../work.ts';
import { heardWithin } from './activity.ts';
import { startValues } from './start.ts';

/** An open item with what is expected of it. */
export interface OpenItem {
  kind: WorkKind;
  subjectId: string;
  desk: Desk;
  encounterId: string | null;
  patient: PatientSummary | null;
  serviceDate: IsoDate | null;
  ownerId: string | null;
  since: Instant;
  due: ReturnType<typeof dueOf>;
  features: WorkFeatures;
  expected: ExpectedMinutes;
  isOpen: boolean;
}

interface ItemRow {
  kind: WorkKind;
  subject_id: string;
  encounter_id: string | null;
  patient_id: string | null;
  record_number: string;
  first_name: string;
  last_name: string;
  birth_date: IsoDate;
  sex: string;
  service_date: IsoDate | null;
  owner_id: string | null;
  since: Instant;
  /** The day it came, at the practice. */
  since_day: IsoDate;
  returned: boolean;
  specialty: string | null;
  setting: WorkFeatures['setting'];
  documents: number;
  size: number;
  filing_days: number | null;
  is_open: boolean;
}

export interface ItemFilter {
  ownerId?: string | undefined;
  /** Only what is nobody's. */
  pool?: boolean;
  subjectId?: string | undefined;
}

/**
 * Everything that waits for somebody, over all queues: a visit at a desk is one item of that desk (an authorization that
 * is missing comes before the claim), and so is each open question, waiting file and patient's message. Sorted by due day.
 */
export async function loadOpenItems(
  unit: Work,
  model: TimeModel,
  { ownerId, pool = false, subjectId }: ItemFilter = {},
): Promise<OpenItem[]> {
  const { rows } = await sql<ItemRow>`
    with item as (${visits(unit)} union all ${queries(unit)} union all ${files(unit)} union all ${messages(unit)})
    select item.*, item.since::date as since_day, exists (
      select from work_span s where s.organization_id = ${unit.organizationId} and s.subject_id = item.subject_id
        and s.kind = item.kind and s.ended_at is null and s.last_seen_at > ${addMilliseconds(unit.now, -heardWithin)}
    ) as is_open
    from item
    where (${ownerId ?? null}::uuid is null or owner_id = ${ownerId ?? null})
      and (not ${pool} or owner_id is null)
      and (${subjectId ?? null}::uuid is null or subject_id = ${subjectId ?? null})`.execute(unit.db);
  return rows
    .map((row) => toItem(row, model))
    .sort((a, b) => (a.due.on < b.due.on ? -1 : a.due.on > b.due.on ? 1 : a.since < b.since ? -1 : 1));
}

const patientColumns = sql`p.patient_id, p.record_number, p.first_name, p.last_name, p.birth_date, p.sex`;
const noPatient = sql`null::uuid, null, null, null, null::date, null`;

function visits({ organizationId }: Work) {
  return sql`
    select case e.queue when 'documentation' then 'registration' when 'coding' then 'code-visit'
        when 'follow-up' then 'work-denial'
        else case when wants.authorization_missing then 'authorization' else 'bill-visit' end end as kind,
      e.encounter_id as subject_id, e.encounter_id, ${patientColumns}, e.service_date, e.owner_id,
      e.queue_since as since, e.queue = 'coding' and e.return_reason is not null as returned,
      d.specialty, e.setting, record.documents, record.size, wants.filing_days
    from encounter e
    join patient p on (p.organization_id, p.patient_id) = (e.organization_id, e.patient_id)
    join practitioner d on (d.organization_id, d.practitioner_id) = (e.organization_id, e.practitioner_id)
    cross join lateral (
      select count(*)::integer as documents, coalesce(sum((
        select octet_length(v.text) from document_version v
        where (v.organization_id, v.document_id) = (x.organization_id, x.document_id)
        order by v.version desc limit 1)), 0)::integer as size
      from document x where (x.organization_id, x.encounter_id) = (e.organization_id, e.encounter_id)
    ) record
    left join lateral (
      select y.timely_filing_days as filing_days, exists (
        select from charge h where (h.organization_id, h.encounter_id) = (e.organization_id, e.encounter_id)
          and h.voided_at is null and h.procedure = any (y.authorization_required)
          and not exists (
            select from payer_authorization a
            where (a.organization_id, a.encounter_id) = (e.organization_id, e.encounter_id)
              and a.payer_id = y.payer_id and a.procedure = h.procedure and a.voided_at is null
              and e.service_date between a.effective_from and a.effective_to)
      ) as authorization_missing
      from coverage c join payer y on (y.organization_id, y.payer_id) = (c.organization_id, c.payer_id)
      where (c.organization_id, c.patient_id) = (e.organization_id, e.patient_id)
        and e.service_date between c.effective_from and coalesce(c.effective_to, 'infinity')
      order by c.benefit_order limit 1
    ) wants on e.queue in ('coding', 'billing', 'follow-up')
    where e.organization_id = ${organizationId} and e.queue in ('documentation', 'coding', 'billing', 'follow-up')`;
}

function queries({ organizationId }: Work) {
  return sql`
    select 'answer-query', q.query_id, q.encounter_id, ${patientColumns}, e.service_date,
      (select u.user_id from app_user u where (u.organization_id, u.practitioner_id) =
        (q.organization_id, q.practitioner_id) and u.disabled_at is null order by u.user_id limit 1),
      q.asked_at, false, null, e.setting, 1, length(q.question), null
    from query q
    join encounter e on (e.organization_id, e.encounter_id) = (q.organization_id, q.encounter_id)
    join patient p on (p.organization_id, p.patient_id) = (e.organization_id, e.patient_id)
    where q.organization_id = ${organizationId} and q.state = 'open'`;
}

function files({ organizationId }: Work) {
  return sql`
    select 'waiting-file', inbound_file_id, null, ${noPatient}, null, owner_id, received_at, false, null, 'outpatient',
      1, 0, null
    from inbound_file where organization_id = ${organizationId} and state = 'waiting'`;
}

function messages({ organizationId }: Work) {
  return sql`
    select 'answer-message', m.message_id, null, ${patientColumns}, null, m.owner_id, m.created_at, false, null,
      'outpatient', 1, length(m.body), null
    from message m
    join patient p on (p.organization_id, p.patient_id) = (m.organization_id, m.patient_id)
    where m.organization_id = ${organizationId} and m.state = 'open' and m.reply_to_id is null`;
}

function toItem(row: ItemRow, model: TimeModel): OpenItem {
  const features: WorkFeatures = {
    kind: row.kind,
    specialty: row.specialty,
    setting: row.setting,
    documents: row.documents,
    pages: Math.ceil(row.size / pageLength),
  };
  const lastDay =
    row.service_date && row.filing_days !== null ? addDays(row.service_date, row.filing_days) : null;
  return {
    kind: row.kind,
    subjectId: row.subject_id,
    desk: deskOf(row.kind),
    encounterId: row.encounter_id,
    patient: row.patient_id === null ? null : toSummary({ ...row, patient_id: row.patient_id }),
    serviceDate: row.service_date,
    ownerId: row.owner_id,
    since: row.since,
    due: dueOf(startValues(), {
      kind: row.kind,
      since: row.since_day,
      returned: row.returned,
      lastDay,
    }),
    features,
    expected: expectedMinutes(model, features),
    isOpen: row.is_open,
  };
}

/** As it crosses the wire, in whole minutes. */
export function toView(item: OpenItem): WorkItem {
  const { expected, due } = item;
  return {
    kind: item.kind,
    subjectId: item.subjectId,
    encounterId: item.encounterId,
    patient: item.patient,
    serviceDate: item.serviceDate,
    ownerId: item.ownerId,
    since: item.since,
    dueOn: due.on,
    dueBecause: due.because,
    minutes: Math.max(1, Math.round(expected.minutes)),
    low: Math.max(1, Math.round(expected.low)),
    high: Math.max(1, Math.round(expected.high)),
    parts: expected.parts,
    isOpen: item.isOpen,
  };
}

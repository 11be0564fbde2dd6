-- Generated from the migrations by `npm run db:types`: what they add up to. Do not edit.

create table absence (
  organization_id          uuid not null,
  absence_id               uuid not null,
  user_id                  uuid not null,
  from_day                 date not null,
  to_day                   date not null,
  entered_by               uuid not null,
  entered_at               timestamp with time zone not null,
  voided_at                timestamp with time zone,
  PRIMARY KEY (organization_id, absence_id),
  FOREIGN KEY (organization_id, entered_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id),
  CHECK (to_day >= from_day)
);
CREATE INDEX absence_by_day ON absence USING btree (organization_id, to_day);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table api_key (
  organization_id          uuid not null,
  key_id                   uuid not null,
  user_id                  uuid not null,
  token_hash               bytea not null,
  name                     text not null,
  created_by               uuid not null,
  created_at               timestamp with time zone not null,
  expires_at               timestamp with time zone not null,
  last_used_at             timestamp with time zone,
  revoked_at               timestamp with time zone,
  PRIMARY KEY (organization_id, key_id),
  UNIQUE (organization_id, token_hash),
  FOREIGN KEY (organization_id, created_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id)
);
CREATE INDEX api_key_of_user ON api_key USING btree (organization_id, user_id);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table app_user (
  organization_id          uuid not null,
  user_id                  uuid not null,
  login                    text not null,
  name                     text not null,
  password_hash            text,
  practitioner_id          uuid,
  failed_sign_ins          integer not null default 0,
  locked_until             timestamp with time zone,
  disabled_at              timestamp with time zone,
  kind                     text not null default 'person'::text,
  email                    text,
  password_changed_at      timestamp with time zone,
  password_stands_alone    boolean not null default false,
  failed_factors           integer not null default 0,
  factors_rest_until       timestamp with time zone,
  row_version              integer not null default 1,
  PRIMARY KEY (organization_id, user_id),
  UNIQUE (organization_id, login),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  FOREIGN KEY (organization_id, practitioner_id) REFERENCES practitioner(organization_id, practitioner_id),
  CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'::text),
  CHECK (kind = ANY (ARRAY['person'::text, 'service'::text]))
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table approval_link (
  organization_id          uuid not null,
  token_hash               bytea not null,
  approval_id              uuid not null,
  owner_id                 uuid not null,
  expires_at               timestamp with time zone not null,
  failed_attempts          integer not null default 0,
  used_at                  timestamp with time zone,
  created_at               timestamp with time zone not null,
  PRIMARY KEY (organization_id, token_hash),
  FOREIGN KEY (organization_id, approval_id) REFERENCES approval_request(organization_id, approval_id),
  FOREIGN KEY (organization_id, owner_id) REFERENCES app_user(organization_id, user_id)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table approval_request (
  organization_id          uuid not null,
  approval_id              uuid not null,
  kind                     text not null,
  subject_id               uuid not null,
  patient_id               uuid not null,
  amount_cents             bigint not null,
  act                      jsonb not null,
  facts                    jsonb not null,
  note                     text,
  state                    text not null default 'pending'::text,
  requested_by             uuid not null,
  requested_hat            text not null,
  requested_at             timestamp with time zone not null,
  expires_at               timestamp with time zone not null,
  acted_by                 uuid[] not null,
  decided_by               uuid,
  decided_at               timestamp with time zone,
  decided_via              text,
  decision_reason          text,
  posting_id               uuid,
  PRIMARY KEY (organization_id, approval_id),
  FOREIGN KEY (organization_id, decided_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, patient_id),
  FOREIGN KEY (organization_id, posting_id) REFERENCES posting(organization_id, posting_id),
  FOREIGN KEY (organization_id, requested_by) REFERENCES app_user(organization_id, user_id),
  CHECK (requested_by = ANY (acted_by)),
  CHECK ((state = ANY (ARRAY['approved'::text, 'declined'::text])) = (decided_by IS NOT NULL)),
  CHECK (decided_by IS NULL OR (decided_by <> ALL (acted_by))),
  CHECK (state <> 'declined'::text OR decision_reason IS NOT NULL),
  CHECK (decided_via = ANY (ARRAY['desk'::text, 'link'::text])),
  CHECK (length(decision_reason) >= 1 AND length(decision_reason) <= 500),
  CHECK (kind = ANY (ARRAY['write-off'::text, 'refund'::text, 'void-payment'::text, 'code-change'::text])),
  CHECK (length(note) >= 1 AND length(note) <= 500),
  CHECK (state = ANY (ARRAY['pending'::text, 'approved'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text]))
);
CREATE INDEX approval_by_patient ON approval_request USING btree (organization_id, patient_id, requested_at DESC);
CREATE UNIQUE INDEX one_pending_request ON approval_request USING btree (organization_id, kind, subject_id) WHERE state = 'pending'::text;
CREATE TRIGGER frozen BEFORE UPDATE ON approval_request FOR EACH ROW EXECUTE FUNCTION refuse_changed_request();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table audit_event (
  organization_id          uuid not null,
  sequence                 bigint not null,
  at                       timestamp with time zone not null,
  user_id                  uuid,
  hat                      text,
  action                   text not null,
  subject_kind             text,
  subject_id               text,
  patient_id               uuid,
  detail                   jsonb not null default '{}'::jsonb,
  previous_hash            bytea not null,
  hash                     bytea not null,
  outcome                  text,
  route                    text,
  request_id               uuid,
  PRIMARY KEY (organization_id, sequence),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  CHECK (outcome = ANY (ARRAY['done'::text, 'refused'::text]))
);
CREATE INDEX audit_by_action ON audit_event USING btree (organization_id, action, at DESC, sequence DESC);
CREATE INDEX audit_by_time ON audit_event USING btree (organization_id, at DESC, sequence DESC);
CREATE INDEX audit_by_user ON audit_event USING btree (organization_id, user_id, at DESC, sequence DESC);
CREATE INDEX audit_of_patient ON audit_event USING btree (organization_id, patient_id, at DESC, sequence DESC) WHERE patient_id IS NOT NULL;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON audit_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table audit_head (
  organization_id          uuid not null,
  sequence                 bigint not null,
  hash                     bytea not null,
  PRIMARY KEY (organization_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table broken_glass (
  organization_id          uuid not null,
  glass_id                 uuid not null,
  patient_id               uuid not null,
  user_id                  uuid not null,
  hat                      text not null,
  reason                   text not null,
  words                    text not null,
  opened_at                timestamp with time zone not null,
  open_until               timestamp with time zone not null,
  outcome                  text,
  review_note              text,
  reviewed_by              uuid,
  reviewed_at              timestamp with time zone,
  PRIMARY KEY (organization_id, glass_id),
  FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, patient_id),
  FOREIGN KEY (organization_id, reviewed_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id),
  CHECK (open_until > opened_at),
  CHECK ((outcome IS NULL) = (reviewed_at IS NULL) AND (outcome IS NULL) = (reviewed_by IS NULL)),
  CHECK (reviewed_by <> user_id),
  CHECK (outcome = ANY (ARRAY['appropriate'::text, 'inappropriate'::text, 'follow-up'::text])),
  CHECK (reason = ANY (ARRAY['treatment'::text, 'coding'::text, 'billing'::text, 'patient-asks'::text, 'audit'::text, 'other'::text])),
  CHECK (length(words) >= 10 AND length(words) <= 400)
);
CREATE INDEX broken_glass_open ON broken_glass USING btree (organization_id, user_id, open_until);
CREATE INDEX broken_glass_to_review ON broken_glass USING btree (organization_id, opened_at) WHERE outcome IS NULL;
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table charge (
  organization_id          uuid not null,
  charge_id                uuid not null,
  encounter_id             uuid not null,
  procedure                text not null,
  wording                  text not null,
  wording_es               text,
  modifiers                text[] not null default '{}'::text[],
  units                    integer not null,
  charge_cents             bigint not null,
  service_date             date not null,
  entered_by               uuid not null,
  entered_at               timestamp with time zone not null,
  voided_by                uuid,
  voided_at                timestamp with time zone,
  row_version              integer not null default 1,
  PRIMARY KEY (organization_id, charge_id),
  FOREIGN KEY (organization_id, encounter_id) REFERENCES encounter(organization_id, encounter_id),
  FOREIGN KEY (organization_id, entered_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, voided_by) REFERENCES app_user(organization_id, user_id),
  CHECK (charge_cents > 0),
  CHECK (cardinality(modifiers) <= 4),
  CHECK (units > 0)
);
CREATE INDEX charge_by_encounter ON charge USING btree (organization_id, encounter_id);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table charge_diagnosis (
  organization_id          uuid not null,
  charge_id                uuid not null,
  ordinal                  integer not null,
  code_id                  uuid not null,
  PRIMARY KEY (organization_id, charge_id, ordinal),
  FOREIGN KEY (organization_id, charge_id) REFERENCES charge(organization_id, charge_id),
  FOREIGN KEY (organization_id, code_id) REFERENCES code_assignment(organization_id, code_id),
  CHECK (ordinal >= 1 AND ordinal <= 4)
);
CREATE INDEX charge_diagnosis_by_code ON charge_diagnosis USING btree (organization_id, code_id);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant delete, insert, select, update to superbill_app;

-- @append-only
create table chart_draw (
  organization_id          uuid not null,
  coder_id                 uuid not null,
  coded_on                 date not null,
  charts                   integer not null,
  drawn                    integer not null,
  drawn_at                 timestamp with time zone not null,
  PRIMARY KEY (organization_id, coder_id, coded_on),
  FOREIGN KEY (organization_id, coder_id) REFERENCES app_user(organization_id, user_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON chart_draw FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON chart_draw FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table chart_review (
  organization_id          uuid not null,
  review_id                uuid not null,
  encounter_id             uuid not null,
  coder_id                 uuid not null,
  reviewer_id              uuid not null,
  stratum                  text not null,
  drawn_at                 timestamp with time zone not null,
  due_from                 timestamp with time zone not null,
  state                    text not null default 'waiting'::text,
  first_codes              jsonb not null,
  second_codes             jsonb,
  codes                    integer,
  agreed_codes             integer,
  difference_cents         bigint,
  looked_up                boolean,
  done_at                  timestamp with time zone,
  PRIMARY KEY (organization_id, review_id),
  UNIQUE (organization_id, encounter_id, coder_id),
  FOREIGN KEY (organization_id, coder_id) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, encounter_id) REFERENCES encounter(organization_id, encounter_id),
  FOREIGN KEY (organization_id, reviewer_id) REFERENCES app_user(organization_id, user_id),
  CHECK (agreed_codes <= codes),
  CHECK ((state = 'done'::text) = (done_at IS NOT NULL AND second_codes IS NOT NULL AND codes IS NOT NULL AND agreed_codes IS NOT NULL AND difference_cents IS NOT NULL AND looked_up IS NOT NULL)),
  CHECK (state = ANY (ARRAY['waiting'::text, 'done'::text])),
  CHECK (stratum = ANY (ARRAY['high-value'::text, 'overridden'::text, 'fast'::text, 'chance'::text]))
);
CREATE INDEX review_by_reviewer ON chart_review USING btree (organization_id, reviewer_id, state, due_from);
CREATE TRIGGER frozen BEFORE UPDATE ON chart_review FOR EACH ROW EXECUTE FUNCTION refuse_changed_review();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table claim (
  organization_id          uuid not null,
  claim_id                 uuid not null,
  encounter_id             uuid not null,
  coverage_id              uuid not null,
  control_number           text not null,
  state                    text not null,
  version                  integer not null default 1,
  charge_cents             bigint not null,
  findings                 jsonb not null default '[]'::jsonb,
  payer_control_number     text,
  row_version              integer not null default 1,
  created_by               uuid not null,
  created_at               timestamp with time zone not null,
  PRIMARY KEY (organization_id, claim_id),
  UNIQUE (organization_id, control_number),
  FOREIGN KEY (organization_id, coverage_id) REFERENCES coverage(organization_id, coverage_id),
  FOREIGN KEY (organization_id, created_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, encounter_id) REFERENCES encounter(organization_id, encounter_id),
  CHECK (charge_cents > 0),
  CHECK (length(control_number) <= 17),
  CHECK (state = ANY (ARRAY['draft'::text, 'held'::text, 'ready'::text, 'sent'::text, 'accepted'::text, 'rejected'::text, 'paid'::text, 'denied'::text, 'closed'::text]))
);
CREATE INDEX claim_by_state ON claim USING btree (organization_id, state, created_at);
CREATE UNIQUE INDEX one_open_claim ON claim USING btree (organization_id, encounter_id, coverage_id) WHERE state <> 'closed'::text;
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table claim_event (
  organization_id          uuid not null,
  claim_id                 uuid not null,
  ordinal                  integer not null,
  kind                     text not null,
  message                  text not null,
  detail                   jsonb not null default '{}'::jsonb,
  inbound_file_id          uuid,
  user_id                  uuid,
  at                       timestamp with time zone not null,
  PRIMARY KEY (organization_id, claim_id, ordinal),
  FOREIGN KEY (organization_id, claim_id) REFERENCES claim(organization_id, claim_id),
  FOREIGN KEY (organization_id, inbound_file_id) REFERENCES inbound_file(organization_id, inbound_file_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON claim_event FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON claim_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

-- @append-only
create table claim_line (
  organization_id          uuid not null,
  claim_line_id            uuid not null,
  claim_id                 uuid not null,
  version                  integer not null,
  charge_id                uuid not null,
  line_number              integer not null,
  control_number           text not null,
  charge_cents             bigint not null,
  PRIMARY KEY (organization_id, claim_line_id),
  UNIQUE (organization_id, claim_id, version, line_number),
  UNIQUE (organization_id, control_number),
  FOREIGN KEY (organization_id, charge_id) REFERENCES charge(organization_id, charge_id),
  FOREIGN KEY (organization_id, claim_id, version) REFERENCES claim_version(organization_id, claim_id, version),
  CHECK (line_number >= 1 AND line_number <= 50)
);
CREATE INDEX claim_line_by_charge ON claim_line USING btree (organization_id, charge_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON claim_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON claim_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table claim_version (
  organization_id          uuid not null,
  claim_id                 uuid not null,
  version                  integer not null,
  content                  jsonb,
  interchange_id           uuid,
  created_at               timestamp with time zone not null,
  sealed                   bytea,
  content_sha256           bytea,
  PRIMARY KEY (organization_id, claim_id, version),
  FOREIGN KEY (organization_id, claim_id) REFERENCES claim(organization_id, claim_id),
  FOREIGN KEY (organization_id, interchange_id) REFERENCES interchange(organization_id, interchange_id),
  CHECK ((content IS NULL) <> (sealed IS NULL)),
  CHECK ((sealed IS NULL) = (content_sha256 IS NULL))
);
CREATE TRIGGER frozen BEFORE UPDATE ON claim_version FOR EACH ROW EXECUTE FUNCTION refuse_frozen_version();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table code_assignment (
  organization_id          uuid not null,
  code_id                  uuid not null,
  encounter_id             uuid not null,
  system                   text not null,
  code                     text not null,
  title                    text not null,
  edition                  text not null,
  position                 integer not null,
  origin                   text not null,
  path                     jsonb not null default '[]'::jsonb,
  confidence               real,
  decided_by               uuid not null,
  decided_at               timestamp with time zone not null,
  removed_by               uuid,
  removed_at               timestamp with time zone,
  PRIMARY KEY (organization_id, code_id),
  FOREIGN KEY (organization_id, decided_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, encounter_id) REFERENCES encounter(organization_id, encounter_id),
  FOREIGN KEY (organization_id, removed_by) REFERENCES app_user(organization_id, user_id),
  CHECK (origin = ANY (ARRAY['suggestion'::text, 'search'::text])),
  CHECK ("position" > 0),
  CHECK (system = ANY (ARRAY['icd10cm'::text, 'icd10pcs'::text, 'hcpcs'::text, 'cpt'::text]))
);
CREATE UNIQUE INDEX one_live_code ON code_assignment USING btree (organization_id, encounter_id, system, code) WHERE removed_at IS NULL;
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table code_evidence (
  organization_id          uuid not null,
  code_id                  uuid not null,
  ordinal                  integer not null,
  document_id              uuid not null,
  document_version         integer not null,
  span_start               integer not null,
  span_end                 integer not null,
  quote                    text not null,
  PRIMARY KEY (organization_id, code_id, ordinal),
  FOREIGN KEY (organization_id, code_id) REFERENCES code_assignment(organization_id, code_id),
  FOREIGN KEY (organization_id, document_id, document_version) REFERENCES document_version(organization_id, document_id, version),
  CHECK (span_end > span_start),
  CHECK (span_start >= 0)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON code_evidence FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON code_evidence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table coding_setting (
  organization_id          uuid not null,
  learning                 boolean not null default false,
  language_model           boolean not null default false,
  learn_after              timestamp with time zone,
  changed_by               uuid not null,
  changed_at               timestamp with time zone not null,
  PRIMARY KEY (organization_id),
  FOREIGN KEY (organization_id, changed_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table control_number (
  organization_id          uuid not null,
  kind                     text not null,
  last                     bigint not null,
  PRIMARY KEY (organization_id, kind),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table control_setting (
  organization_id          uuid not null,
  mode                     text not null default 'automatic'::text,
  owner_id                 uuid,
  owner_email              text,
  link_address             text,
  write_off_limit_cents    bigint not null default 0,
  cooling_hours            integer not null default 12,
  sample_size              integer not null default 3,
  request_days             integer not null default 14,
  row_version              integer not null default 1,
  PRIMARY KEY (organization_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  FOREIGN KEY (organization_id, owner_id) REFERENCES app_user(organization_id, user_id),
  CHECK (cooling_hours >= 1 AND cooling_hours <= 168),
  CHECK (mode = ANY (ARRAY['automatic'::text, 'always'::text, 'off'::text])),
  CHECK (request_days >= 1 AND request_days <= 90),
  CHECK (sample_size >= 0 AND sample_size <= 50),
  CHECK (write_off_limit_cents >= 0)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table coverage (
  organization_id          uuid not null,
  coverage_id              uuid not null,
  patient_id               uuid not null,
  payer_id                 uuid not null,
  benefit_order            integer not null,
  member_id                text,
  group_number             text,
  relationship             text not null,
  subscriber               jsonb,
  effective_from           date not null,
  effective_to             date,
  row_version              integer not null default 1,
  sealed                   bytea,
  PRIMARY KEY (organization_id, coverage_id),
  FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, patient_id),
  FOREIGN KEY (organization_id, payer_id) REFERENCES payer(organization_id, payer_id),
  CHECK (benefit_order >= 1 AND benefit_order <= 3),
  CHECK (effective_to IS NULL OR effective_to >= effective_from),
  CHECK (member_id IS NOT NULL OR sealed IS NOT NULL),
  CHECK (member_id <> ''::text),
  CHECK (relationship = ANY (ARRAY['self'::text, 'spouse'::text, 'child'::text, 'other'::text]))
);
CREATE INDEX coverage_by_patient ON coverage USING btree (organization_id, patient_id, benefit_order);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table data_key (
  organization_id          uuid not null,
  data_key_id              text not null,
  wrapped                  bytea not null,
  made_at                  timestamp with time zone not null,
  PRIMARY KEY (organization_id, data_key_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table deposit (
  organization_id          uuid not null,
  deposit_id               uuid not null,
  deposit_on               date not null,
  bank_cents               bigint not null,
  note                     text,
  entered_by               uuid not null,
  entered_at               timestamp with time zone not null,
  PRIMARY KEY (organization_id, deposit_id),
  FOREIGN KEY (organization_id, entered_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  CHECK (bank_cents >= 0),
  CHECK (length(note) >= 1 AND length(note) <= 500)
);
CREATE INDEX deposit_by_day ON deposit USING btree (organization_id, deposit_on, entered_at);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON deposit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON deposit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table document (
  organization_id          uuid not null,
  document_id              uuid not null,
  encounter_id             uuid not null,
  kind                     text not null,
  title                    text not null,
  amends_id                uuid,
  created_at               timestamp with time zone not null,
  PRIMARY KEY (organization_id, document_id),
  FOREIGN KEY (organization_id, amends_id) REFERENCES document(organization_id, document_id),
  FOREIGN KEY (organization_id, encounter_id) REFERENCES encounter(organization_id, encounter_id),
  CHECK (kind = ANY (ARRAY['note'::text, 'result'::text, 'report'::text, 'problem-list'::text, 'addendum'::text]))
);
CREATE INDEX document_by_encounter ON document USING btree (organization_id, encounter_id, created_at);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table document_version (
  organization_id          uuid not null,
  document_id              uuid not null,
  version                  integer not null,
  text                     text not null,
  reason                   text,
  author_id                uuid,
  signed_at                timestamp with time zone,
  created_at               timestamp with time zone not null,
  PRIMARY KEY (organization_id, document_id, version),
  FOREIGN KEY (organization_id, author_id) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, document_id) REFERENCES document(organization_id, document_id),
  CHECK (version > 0)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON document_version FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON document_version FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table encounter (
  organization_id          uuid not null,
  encounter_id             uuid not null,
  patient_id               uuid not null,
  practitioner_id          uuid not null,
  location_id              uuid not null,
  service_date             date not null,
  place_of_service         text not null,
  setting                  text not null default 'outpatient'::text,
  queue                    text not null default 'documentation'::text,
  queue_since              timestamp with time zone not null,
  owner_id                 uuid,
  return_reason            text,
  row_version              integer not null default 1,
  created_at               timestamp with time zone not null,
  PRIMARY KEY (organization_id, encounter_id),
  FOREIGN KEY (organization_id, location_id) REFERENCES location(organization_id, location_id),
  FOREIGN KEY (organization_id, owner_id) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, patient_id),
  FOREIGN KEY (organization_id, practitioner_id) REFERENCES practitioner(organization_id, practitioner_id),
  CHECK (place_of_service ~ '^\d{2}$'::text),
  CHECK (queue = ANY (ARRAY['documentation'::text, 'coding'::text, 'query'::text, 'billing'::text, 'payer'::text, 'follow-up'::text, 'patient'::text, 'closed'::text])),
  CHECK (setting = ANY (ARRAY['outpatient'::text, 'inpatient'::text]))
);
CREATE INDEX encounter_by_patient ON encounter USING btree (organization_id, patient_id, service_date DESC);
CREATE INDEX encounter_by_queue ON encounter USING btree (organization_id, queue, queue_since);
CREATE TRIGGER note_arrival AFTER INSERT OR UPDATE OF queue ON encounter FOR EACH ROW EXECUTE FUNCTION note_encounter_arrival();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table fee (
  organization_id          uuid not null,
  fee_id                   uuid not null,
  procedure                text not null,
  wording                  text not null,
  wording_es               text,
  price_cents              bigint not null,
  effective_from           date not null,
  effective_to             date not null default '9999-12-31'::date,
  row_version              integer not null default 1,
  withdrawn_at             timestamp with time zone,
  PRIMARY KEY (organization_id, fee_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  CHECK (effective_to >= effective_from),
  CHECK (price_cents > 0),
  CHECK (procedure ~ '^[A-Z0-9]{5}$'::text)
);
CREATE INDEX fee_by_procedure ON fee USING btree (organization_id, procedure, effective_from DESC);
CREATE TRIGGER one_price BEFORE INSERT OR UPDATE ON fee FOR EACH ROW EXECUTE FUNCTION refuse_fee_overlap();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table focus_time (
  organization_id          uuid not null,
  focus_id                 uuid not null,
  user_id                  uuid not null,
  started_at               timestamp with time zone not null,
  until                    timestamp with time zone not null,
  ended_at                 timestamp with time zone,
  PRIMARY KEY (organization_id, focus_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id)
);
CREATE INDEX focus_by_user ON focus_time USING btree (organization_id, user_id, until);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table forgotten_phrase (
  organization_id          uuid not null,
  phrase                   text not null,
  code                     text not null,
  forgotten_by             uuid not null,
  forgotten_at             timestamp with time zone not null,
  PRIMARY KEY (organization_id, phrase, code),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  FOREIGN KEY (organization_id, forgotten_by) REFERENCES app_user(organization_id, user_id),
  CHECK (phrase ~ '^[a-z][a-z ]{0,59}$'::text)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table idempotency_key (
  organization_id          uuid not null,
  user_id                  uuid not null,
  key                      text not null,
  request_hash             text,
  status                   integer not null,
  response                 jsonb,
  created_at               timestamp with time zone not null,
  sealed                   bytea,
  PRIMARY KEY (organization_id, user_id, key),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  CHECK ((response IS NULL) <> (sealed IS NULL)),
  CHECK (request_hash IS NOT NULL OR sealed IS NOT NULL)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant delete, insert, select to superbill_app;
grant update (request_hash, response, sealed) to superbill_app;

create table identity_provider (
  organization_id          uuid not null,
  label                    text not null,
  issuer                   text not null,
  client_id                text not null,
  client_secret            bytea not null,
  disabled_at              timestamp with time zone,
  changed_by               uuid not null,
  changed_at               timestamp with time zone not null,
  row_version              integer not null default 1,
  PRIMARY KEY (organization_id),
  FOREIGN KEY (organization_id, changed_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table inbound_file (
  organization_id          uuid not null,
  inbound_file_id          uuid not null,
  file_name                text not null,
  content                  bytea,
  sha256                   text not null,
  received_at              timestamp with time zone not null,
  kind                     text,
  state                    text not null,
  problem                  jsonb,
  row_version              integer not null default 1,
  owner_id                 uuid,
  sealed                   bytea,
  PRIMARY KEY (organization_id, inbound_file_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  FOREIGN KEY (organization_id, owner_id) REFERENCES app_user(organization_id, user_id),
  CHECK ((content IS NULL) <> (sealed IS NULL)),
  CHECK (kind = ANY (ARRAY['TA1'::text, '999'::text, '277CA'::text, '835'::text, 'mixed'::text])),
  CHECK (state = ANY (ARRAY['received'::text, 'processed'::text, 'waiting'::text, 'duplicate'::text, 'set-aside'::text]))
);
CREATE INDEX inbound_by_hash ON inbound_file USING btree (organization_id, sha256);
CREATE INDEX inbound_by_state ON inbound_file USING btree (organization_id, state, received_at DESC);
CREATE TRIGGER note_arrival AFTER INSERT OR UPDATE OF state ON inbound_file FOR EACH ROW EXECUTE FUNCTION note_file_arrival();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table interchange (
  organization_id          uuid not null,
  interchange_id           uuid not null,
  control_number           text not null,
  file_name                text not null,
  content                  bytea,
  state                    text not null,
  claims                   integer not null,
  charge_cents             bigint not null,
  prepared_by              uuid not null,
  prepared_at              timestamp with time zone not null,
  sent_at                  timestamp with time zone,
  answered_at              timestamp with time zone,
  answer                   jsonb,
  sealed                   bytea,
  PRIMARY KEY (organization_id, interchange_id),
  UNIQUE (organization_id, control_number),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  FOREIGN KEY (organization_id, prepared_by) REFERENCES app_user(organization_id, user_id),
  CHECK ((content IS NULL) <> (sealed IS NULL)),
  CHECK (state = ANY (ARRAY['prepared'::text, 'sent'::text, 'accepted'::text, 'rejected'::text, 'unknown'::text]))
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table interruption (
  organization_id          uuid not null,
  interruption_id          uuid not null,
  user_id                  uuid not null,
  kind                     text not null,
  started_at               timestamp with time zone not null,
  ended_at                 timestamp with time zone,
  PRIMARY KEY (organization_id, interruption_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id),
  CHECK (kind = ANY (ARRAY['phone-call'::text, 'in-person'::text]))
);
CREATE INDEX interruption_by_start ON interruption USING btree (organization_id, started_at);
CREATE UNIQUE INDEX one_interruption ON interruption USING btree (organization_id, user_id) WHERE ended_at IS NULL;
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table invitation (
  organization_id          uuid not null,
  token_hash               bytea not null,
  user_id                  uuid not null,
  purpose                  text not null,
  created_by               uuid,
  created_at               timestamp with time zone not null,
  expires_at               timestamp with time zone not null,
  used_at                  timestamp with time zone,
  PRIMARY KEY (organization_id, token_hash),
  FOREIGN KEY (organization_id, created_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id),
  CHECK (purpose = ANY (ARRAY['invite'::text, 'reset'::text]))
);
CREATE INDEX invitation_of_user ON invitation USING btree (organization_id, user_id, created_at DESC);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table known_device (
  organization_id          uuid not null,
  token_hash               bytea not null,
  user_id                  uuid not null,
  created_at               timestamp with time zone not null,
  last_used_at             timestamp with time zone not null,
  failed_sign_ins          integer not null default 0,
  ended_at                 timestamp with time zone,
  PRIMARY KEY (organization_id, token_hash),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id)
);
CREATE INDEX known_device_of_user ON known_device USING btree (organization_id, user_id);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table learnt_model (
  organization_id          uuid not null,
  version                  integer not null,
  content                  jsonb,
  visits                   integer not null,
  learnt_by                uuid not null,
  learnt_at                timestamp with time zone not null,
  PRIMARY KEY (organization_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  FOREIGN KEY (organization_id, learnt_by) REFERENCES app_user(organization_id, user_id),
  CHECK (version > 0),
  CHECK (visits >= 0)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table ledger_entry (
  organization_id          uuid not null,
  posting_id               uuid not null,
  ordinal                  integer not null,
  account                  text not null,
  amount_cents             bigint not null,
  patient_id               uuid,
  charge_id                uuid,
  claim_id                 uuid,
  claim_line_id            uuid,
  remit_claim_id           uuid,
  remit_line_id            uuid,
  payment_id               uuid,
  adjustment               jsonb,
  provider_adjustment      jsonb,
  PRIMARY KEY (organization_id, posting_id, ordinal),
  FOREIGN KEY (organization_id, charge_id) REFERENCES charge(organization_id, charge_id),
  FOREIGN KEY (organization_id, claim_id) REFERENCES claim(organization_id, claim_id),
  FOREIGN KEY (organization_id, claim_line_id) REFERENCES claim_line(organization_id, claim_line_id),
  FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, patient_id),
  FOREIGN KEY (organization_id, payment_id) REFERENCES patient_payment(organization_id, payment_id),
  FOREIGN KEY (organization_id, posting_id) REFERENCES posting(organization_id, posting_id),
  FOREIGN KEY (organization_id, remit_claim_id) REFERENCES remit_claim(organization_id, remit_claim_id),
  FOREIGN KEY (organization_id, remit_line_id) REFERENCES remit_line(organization_id, remit_line_id),
  CHECK (amount_cents <> 0)
);
CREATE INDEX entry_by_charge ON ledger_entry USING btree (organization_id, charge_id);
CREATE INDEX entry_by_patient ON ledger_entry USING btree (organization_id, patient_id, account);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON ledger_entry DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced_posting();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table letter (
  organization_id          uuid not null,
  letter_id                uuid not null,
  user_id                  uuid not null,
  kind                     text not null,
  content                  bytea,
  state                    text not null default 'waiting'::text,
  attempts                 integer not null default 0,
  last_problem             text,
  created_at               timestamp with time zone not null,
  next_attempt_at          timestamp with time zone,
  settled_at               timestamp with time zone,
  PRIMARY KEY (organization_id, letter_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id),
  CHECK (kind = ANY (ARRAY['invite'::text, 'reset'::text, 'notice'::text])),
  CHECK (state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'withdrawn'::text]))
);
CREATE INDEX letter_waiting ON letter USING btree (organization_id, next_attempt_at) WHERE state = 'waiting'::text;
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table location (
  organization_id          uuid not null,
  location_id              uuid not null,
  name                     text not null,
  place_of_service         text not null,
  npi                      text,
  address                  jsonb not null,
  row_version              integer not null default 1,
  effective_to             date,
  PRIMARY KEY (organization_id, location_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  CHECK (npi ~ '^\d{10}$'::text),
  CHECK (place_of_service ~ '^\d{2}$'::text)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table message (
  organization_id          uuid not null,
  message_id               uuid not null,
  patient_id               uuid not null,
  statement_id             uuid not null,
  statement_line_id        uuid,
  reply_to_id              uuid,
  author                   text not null,
  author_id                uuid,
  body                     text not null,
  state                    text not null default 'open'::text,
  created_at               timestamp with time zone not null,
  proxy_id                 uuid,
  owner_id                 uuid,
  PRIMARY KEY (organization_id, message_id),
  FOREIGN KEY (organization_id, author_id) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, owner_id) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, patient_id),
  FOREIGN KEY (organization_id, proxy_id, patient_id) REFERENCES patient_proxy(organization_id, proxy_id, patient_id),
  FOREIGN KEY (organization_id, reply_to_id) REFERENCES message(organization_id, message_id),
  FOREIGN KEY (organization_id, statement_id) REFERENCES statement(organization_id, statement_id),
  FOREIGN KEY (organization_id, statement_line_id) REFERENCES statement_line(organization_id, statement_line_id),
  CHECK (author = ANY (ARRAY['patient'::text, 'practice'::text])),
  CHECK (length(body) >= 1 AND length(body) <= 4000),
  CHECK (state = ANY (ARRAY['open'::text, 'answered'::text]))
);
CREATE INDEX message_by_state ON message USING btree (organization_id, state, created_at);
CREATE TRIGGER note_arrival AFTER INSERT ON message FOR EACH ROW EXECUTE FUNCTION note_message_arrival();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table observation (
  organization_id          uuid not null,
  observation_id           uuid not null,
  document_id              uuid not null,
  document_version         integer not null,
  name                     text not null,
  value                    numeric not null,
  unit                     text,
  low                      numeric,
  high                     numeric,
  span_start               integer not null,
  span_end                 integer not null,
  PRIMARY KEY (organization_id, observation_id),
  FOREIGN KEY (organization_id, document_id, document_version) REFERENCES document_version(organization_id, document_id, version),
  CHECK (span_end > span_start),
  CHECK (span_start >= 0)
);
CREATE INDEX observation_by_document ON observation USING btree (organization_id, document_id, document_version);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON observation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON observation FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table organization (
  organization_id          uuid not null,
  name                     text not null,
  npi                      text not null,
  tax_id                   text,
  taxonomy                 text,
  address                  jsonb not null,
  phone                    text not null,
  submitter_id             text not null,
  created_at               timestamp with time zone not null default now(),
  sealed                   bytea,
  row_version              integer not null default 1,
  time_zone                text,
  PRIMARY KEY (organization_id),
  CHECK (npi ~ '^\d{10}$'::text),
  CHECK (tax_id ~ '^\d{9}$'::text)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table owner_pin (
  organization_id          uuid not null,
  user_id                  uuid not null,
  pin_hash                 text not null,
  failed_attempts          integer not null default 0,
  set_at                   timestamp with time zone not null,
  PRIMARY KEY (organization_id, user_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table owner_summary (
  organization_id          uuid not null,
  week                     date not null,
  sent_at                  timestamp with time zone not null,
  PRIMARY KEY (organization_id, week),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  CHECK (EXTRACT(isodow FROM week) = 1::numeric)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON owner_summary FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON owner_summary FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table passkey (
  organization_id          uuid not null,
  passkey_id               uuid not null,
  user_id                  uuid not null,
  credential_id            text not null,
  public_key               bytea not null,
  counter                  bigint not null,
  transports               text[] not null,
  name                     text not null,
  created_at               timestamp with time zone not null,
  last_used_at             timestamp with time zone,
  removed_at               timestamp with time zone,
  PRIMARY KEY (organization_id, passkey_id),
  UNIQUE (organization_id, credential_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id)
);
CREATE INDEX passkey_of_user ON passkey USING btree (organization_id, user_id);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table patient (
  organization_id          uuid not null,
  patient_id               uuid not null,
  record_number            text not null,
  first_name               text not null,
  middle_name              text,
  last_name                text not null,
  birth_date               date not null,
  sex                      text not null,
  address                  jsonb,
  phone                    text,
  email                    text,
  language                 text not null default 'en'::text,
  row_version              integer not null default 1,
  created_at               timestamp with time zone not null,
  sealed                   bytea,
  PRIMARY KEY (organization_id, patient_id),
  UNIQUE (organization_id, record_number),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  CHECK (first_name <> ''::text),
  CHECK (language = ANY (ARRAY['en'::text, 'es'::text])),
  CHECK (last_name <> ''::text),
  CHECK (sex = ANY (ARRAY['F'::text, 'M'::text, 'U'::text]))
);
CREATE INDEX patient_by_name ON patient USING btree (organization_id, lower(last_name), lower(first_name));
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table patient_payment (
  organization_id          uuid not null,
  payment_id               uuid not null,
  patient_id               uuid not null,
  amount_cents             bigint not null,
  method                   text not null,
  reference                text,
  received_on              date not null,
  recorded_by              uuid not null,
  recorded_on              date,
  PRIMARY KEY (organization_id, payment_id),
  FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, patient_id),
  FOREIGN KEY (organization_id, recorded_by) REFERENCES app_user(organization_id, user_id),
  CHECK (amount_cents > 0),
  CHECK (method = ANY (ARRAY['cash'::text, 'check'::text, 'card'::text])),
  CHECK (recorded_on IS NULL OR received_on <= recorded_on)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON patient_payment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON patient_payment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table patient_proxy (
  organization_id          uuid not null,
  proxy_id                 uuid not null,
  patient_id               uuid not null,
  first_name               text not null,
  last_name                text not null,
  birth_date               date not null,
  kind                     text not null,
  document                 text not null,
  effective_from           date not null,
  effective_to             date,
  added_by                 uuid not null,
  added_at                 timestamp with time zone not null,
  ended_by                 uuid,
  ended_at                 timestamp with time zone,
  PRIMARY KEY (organization_id, proxy_id),
  UNIQUE (organization_id, proxy_id, patient_id),
  FOREIGN KEY (organization_id, added_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, ended_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, patient_id),
  CHECK (effective_to IS NULL OR effective_to >= effective_from),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
  CHECK (document <> ''::text),
  CHECK (first_name <> ''::text),
  CHECK (kind = ANY (ARRAY['parent'::text, 'guardian'::text, 'power-of-attorney'::text, 'executor'::text])),
  CHECK (last_name <> ''::text)
);
CREATE INDEX proxy_of_patient ON patient_proxy USING btree (organization_id, patient_id, effective_from);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table payer (
  organization_id          uuid not null,
  payer_id                 uuid not null,
  name                     text not null,
  electronic_id            text not null,
  claim_filing_indicator   text not null,
  timely_filing_days       integer not null,
  authorization_required   text[] not null default '{}'::text[],
  address                  jsonb,
  phone                    text,
  row_version              integer not null default 1,
  effective_to             date,
  PRIMARY KEY (organization_id, payer_id),
  UNIQUE (organization_id, electronic_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  CHECK (timely_filing_days > 0)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table payer_authorization (
  organization_id          uuid not null,
  authorization_id         uuid not null,
  encounter_id             uuid not null,
  payer_id                 uuid not null,
  procedure                text not null,
  number                   text not null,
  effective_from           date not null,
  effective_to             date not null,
  units                    integer,
  obtained_by              text not null,
  contact_name             text,
  call_reference           text,
  note                     text,
  recorded_by              uuid not null,
  recorded_at              timestamp with time zone not null,
  voided_at                timestamp with time zone,
  PRIMARY KEY (organization_id, authorization_id),
  FOREIGN KEY (organization_id, encounter_id) REFERENCES encounter(organization_id, encounter_id),
  FOREIGN KEY (organization_id, payer_id) REFERENCES payer(organization_id, payer_id),
  FOREIGN KEY (organization_id, recorded_by) REFERENCES app_user(organization_id, user_id),
  CHECK (effective_to >= effective_from),
  CHECK (obtained_by <> 'telephone'::text OR contact_name IS NOT NULL),
  CHECK (number <> ''::text),
  CHECK (obtained_by = ANY (ARRAY['telephone'::text, '278'::text])),
  CHECK (units > 0)
);
CREATE INDEX authorization_by_encounter ON payer_authorization USING btree (organization_id, encounter_id);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table payment_void (
  organization_id          uuid not null,
  payment_id               uuid not null,
  reason                   text not null,
  note                     text,
  approval_id              uuid,
  posting_id               uuid not null,
  voided_by                uuid not null,
  voided_on                date not null,
  voided_at                timestamp with time zone not null,
  PRIMARY KEY (organization_id, payment_id),
  FOREIGN KEY (organization_id, approval_id) REFERENCES approval_request(organization_id, approval_id),
  FOREIGN KEY (organization_id, payment_id) REFERENCES patient_payment(organization_id, payment_id),
  FOREIGN KEY (organization_id, posting_id) REFERENCES posting(organization_id, posting_id),
  FOREIGN KEY (organization_id, voided_by) REFERENCES app_user(organization_id, user_id),
  CHECK (length(note) >= 1 AND length(note) <= 500),
  CHECK (reason = ANY (ARRAY['entered-twice'::text, 'wrong-patient'::text, 'wrong-amount'::text, 'check-returned'::text]))
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON payment_void FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON payment_void FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table permission_denial (
  organization_id          uuid not null,
  denial_id                uuid not null,
  role                     text,
  user_id                  uuid,
  permission               text not null,
  denied_by                uuid not null,
  denied_at                timestamp with time zone not null,
  lifted_by                uuid,
  lifted_at                timestamp with time zone,
  PRIMARY KEY (organization_id, denial_id),
  FOREIGN KEY (organization_id, denied_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  FOREIGN KEY (organization_id, lifted_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id),
  CHECK ((role IS NULL) <> (user_id IS NULL)),
  CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);
CREATE UNIQUE INDEX denied_once ON permission_denial USING btree (organization_id, permission, role, user_id) NULLS NOT DISTINCT WHERE lifted_at IS NULL;
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table portal_session (
  organization_id          uuid not null,
  token_hash               bytea not null,
  patient_id               uuid not null,
  statement_id             uuid not null,
  created_at               timestamp with time zone not null,
  expires_at               timestamp with time zone not null,
  ended_at                 timestamp with time zone,
  proxy_id                 uuid,
  PRIMARY KEY (organization_id, token_hash),
  FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, patient_id),
  FOREIGN KEY (organization_id, proxy_id, patient_id) REFERENCES patient_proxy(organization_id, proxy_id, patient_id),
  FOREIGN KEY (organization_id, statement_id) REFERENCES statement(organization_id, statement_id)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table posting (
  organization_id          uuid not null,
  posting_id               uuid not null,
  kind                     text not null,
  posted_on                date not null,
  memo                     text not null,
  remit_id                 uuid,
  reverses_id              uuid,
  posted_by                uuid,
  posted_at                timestamp with time zone not null,
  PRIMARY KEY (organization_id, posting_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  FOREIGN KEY (organization_id, posted_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, remit_id) REFERENCES remit(organization_id, remit_id),
  FOREIGN KEY (organization_id, reverses_id) REFERENCES posting(organization_id, posting_id)
);
CREATE UNIQUE INDEX reversed_once ON posting USING btree (organization_id, reverses_id) WHERE reverses_id IS NOT NULL;
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON posting FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON posting FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON posting DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced_posting();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table practitioner (
  organization_id          uuid not null,
  practitioner_id          uuid not null,
  first_name               text not null,
  last_name                text not null,
  credential               text,
  npi                      text not null,
  taxonomy                 text,
  specialty                text,
  row_version              integer not null default 1,
  effective_to             date,
  PRIMARY KEY (organization_id, practitioner_id),
  UNIQUE (organization_id, npi),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  CHECK (npi ~ '^\d{10}$'::text)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table proof (
  organization_id          uuid not null,
  proved_at                timestamp with time zone not null,
  ok                       boolean not null,
  failing_since            timestamp with time zone,
  checks                   jsonb not null,
  milliseconds             integer not null,
  PRIMARY KEY (organization_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  CHECK (milliseconds >= 0)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table query (
  organization_id          uuid not null,
  query_id                 uuid not null,
  encounter_id             uuid not null,
  practitioner_id          uuid not null,
  question                 text not null,
  options                  jsonb not null,
  evidence                 jsonb not null default '[]'::jsonb,
  state                    text not null default 'open'::text,
  asked_by                 uuid not null,
  asked_at                 timestamp with time zone not null,
  answer_option            text,
  answer_text              text,
  answer_document_id       uuid,
  answered_by              uuid,
  answered_at              timestamp with time zone,
  PRIMARY KEY (organization_id, query_id),
  FOREIGN KEY (organization_id, answer_document_id) REFERENCES document(organization_id, document_id),
  FOREIGN KEY (organization_id, answered_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, asked_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, encounter_id) REFERENCES encounter(organization_id, encounter_id),
  FOREIGN KEY (organization_id, practitioner_id) REFERENCES practitioner(organization_id, practitioner_id),
  CHECK ((state = 'answered'::text) = (answered_at IS NOT NULL)),
  CHECK (question <> ''::text),
  CHECK (state = ANY (ARRAY['open'::text, 'answered'::text, 'withdrawn'::text]))
);
CREATE INDEX query_by_practitioner ON query USING btree (organization_id, practitioner_id, state, asked_at);
CREATE INDEX query_by_state ON query USING btree (organization_id, state, asked_at);
CREATE TRIGGER note_arrival AFTER INSERT ON query FOR EACH ROW EXECUTE FUNCTION note_query_arrival();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table record_restriction (
  organization_id          uuid not null,
  restriction_id           uuid not null,
  patient_id               uuid not null,
  kind                     text not null,
  set_by                   uuid not null,
  set_at                   timestamp with time zone not null,
  ended_by                 uuid,
  ended_at                 timestamp with time zone,
  PRIMARY KEY (organization_id, restriction_id),
  FOREIGN KEY (organization_id, ended_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, patient_id),
  FOREIGN KEY (organization_id, set_by) REFERENCES app_user(organization_id, user_id),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
  CHECK (kind = ANY (ARRAY['vip'::text, 'employee'::text, 'family'::text, 'request'::text]))
);
CREATE UNIQUE INDEX restricted_once ON record_restriction USING btree (organization_id, patient_id) WHERE ended_at IS NULL;
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table recovery_code (
  organization_id          uuid not null,
  user_id                  uuid not null,
  code_hash                bytea not null,
  created_at               timestamp with time zone not null,
  used_at                  timestamp with time zone,
  ended_at                 timestamp with time zone,
  PRIMARY KEY (organization_id, user_id, code_hash),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table refund (
  organization_id          uuid not null,
  refund_id                uuid not null,
  patient_id               uuid not null,
  amount_cents             bigint not null,
  payee                    text not null,
  payee_name               text not null,
  method                   text not null,
  note                     text,
  approval_id              uuid,
  posting_id               uuid not null,
  refunded_by              uuid not null,
  refunded_on              date not null,
  refunded_at              timestamp with time zone not null,
  PRIMARY KEY (organization_id, refund_id),
  FOREIGN KEY (organization_id, approval_id) REFERENCES approval_request(organization_id, approval_id),
  FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, patient_id),
  FOREIGN KEY (organization_id, posting_id) REFERENCES posting(organization_id, posting_id),
  FOREIGN KEY (organization_id, refunded_by) REFERENCES app_user(organization_id, user_id),
  CHECK (amount_cents > 0),
  CHECK (method = ANY (ARRAY['check'::text, 'card'::text, 'cash'::text])),
  CHECK (length(note) >= 1 AND length(note) <= 500),
  CHECK (payee = ANY (ARRAY['patient'::text, 'other'::text])),
  CHECK (length(payee_name) >= 1 AND length(payee_name) <= 120)
);
CREATE INDEX refund_by_day ON refund USING btree (organization_id, refunded_on);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON refund FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON refund FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

-- @append-only
create table remit (
  organization_id          uuid not null,
  remit_id                 uuid not null,
  inbound_file_id          uuid not null,
  payer_id                 uuid,
  payer_name               text not null,
  payer_identifier         text not null,
  trace_number             text not null,
  payment_date             date not null,
  paid_cents               bigint not null,
  method                   text not null,
  content_hash             text not null,
  posted_at                timestamp with time zone not null,
  PRIMARY KEY (organization_id, remit_id),
  UNIQUE (organization_id, content_hash),
  UNIQUE (organization_id, payer_identifier, trace_number, payment_date, paid_cents),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  FOREIGN KEY (organization_id, inbound_file_id) REFERENCES inbound_file(organization_id, inbound_file_id),
  FOREIGN KEY (organization_id, payer_id) REFERENCES payer(organization_id, payer_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON remit FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON remit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

-- @append-only
create table remit_claim (
  organization_id          uuid not null,
  remit_claim_id           uuid not null,
  remit_id                 uuid not null,
  ordinal                  integer not null,
  claim_id                 uuid,
  control_number           text not null,
  status                   text not null,
  charge_cents             bigint not null,
  paid_cents               bigint not null,
  patient_responsibility_c bigint not null,
  payer_control_number     text,
  adjustments              jsonb not null default '[]'::jsonb,
  PRIMARY KEY (organization_id, remit_claim_id),
  UNIQUE (organization_id, remit_id, ordinal),
  FOREIGN KEY (organization_id, claim_id) REFERENCES claim(organization_id, claim_id),
  FOREIGN KEY (organization_id, remit_id) REFERENCES remit(organization_id, remit_id)
);
CREATE INDEX remit_claim_by_claim ON remit_claim USING btree (organization_id, claim_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON remit_claim FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON remit_claim FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

-- @append-only
create table remit_line (
  organization_id          uuid not null,
  remit_line_id            uuid not null,
  remit_claim_id           uuid not null,
  ordinal                  integer not null,
  claim_line_id            uuid,
  procedure                text not null,
  charge_cents             bigint not null,
  paid_cents               bigint not null,
  allowed_cents            bigint,
  adjustments              jsonb not null default '[]'::jsonb,
  remarks                  text[] not null default '{}'::text[],
  PRIMARY KEY (organization_id, remit_line_id),
  UNIQUE (organization_id, remit_claim_id, ordinal),
  FOREIGN KEY (organization_id, claim_line_id) REFERENCES claim_line(organization_id, claim_line_id),
  FOREIGN KEY (organization_id, remit_claim_id) REFERENCES remit_claim(organization_id, remit_claim_id)
);
CREATE INDEX remit_line_by_claim_line ON remit_line USING btree (organization_id, claim_line_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON remit_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON remit_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table restore_epoch (
  organization_id          uuid not null,
  epoch                    integer not null,
  backup_id                uuid not null,
  backup_taken_at          timestamp with time zone not null,
  restored_at              timestamp with time zone not null,
  claims_held              integer not null,
  files_unknown            integer not null,
  resumed_at               timestamp with time zone,
  resumed_by               uuid,
  PRIMARY KEY (organization_id, epoch),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  FOREIGN KEY (organization_id, resumed_by) REFERENCES app_user(organization_id, user_id),
  CHECK (epoch > 0)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table restriction_reader (
  organization_id          uuid not null,
  restriction_id           uuid not null,
  user_id                  uuid not null,
  PRIMARY KEY (organization_id, restriction_id, user_id),
  FOREIGN KEY (organization_id, restriction_id) REFERENCES record_restriction(organization_id, restriction_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON restriction_reader FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON restriction_reader FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table schema_migration (
  name                     text not null,
  checksum                 text not null,
  applied_at               timestamp with time zone not null default now(),
  PRIMARY KEY (name)
);

create table security_setting (
  organization_id          uuid not null,
  second_factor_roles      text[] not null default '{}'::text[],
  changed_by               uuid not null,
  changed_at               timestamp with time zone not null,
  row_version              integer not null default 1,
  PRIMARY KEY (organization_id),
  FOREIGN KEY (organization_id, changed_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table service_permission (
  organization_id          uuid not null,
  user_id                  uuid not null,
  permission               text not null,
  ended_at                 timestamp with time zone,
  PRIMARY KEY (organization_id, user_id, permission),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table session (
  organization_id          uuid not null,
  token_hash               bytea not null,
  user_id                  uuid not null,
  hat                      text not null,
  created_at               timestamp with time zone not null,
  last_used_at             timestamp with time zone not null,
  expires_at               timestamp with time zone not null,
  ended_at                 timestamp with time zone,
  session_id               uuid not null,
  stage                    text not null default 'open'::text,
  method                   text not null default 'password'::text,
  device                   text,
  locked_at                timestamp with time zone,
  proven_at                timestamp with time zone,
  PRIMARY KEY (organization_id, token_hash),
  UNIQUE (organization_id, session_id),
  FOREIGN KEY (organization_id, user_id, hat) REFERENCES user_role(organization_id, user_id, role),
  CHECK (method = ANY (ARRAY['password'::text, 'totp'::text, 'passkey'::text, 'recovery-code'::text, 'oidc'::text, 'invitation'::text])),
  CHECK (stage = ANY (ARRAY['second-factor'::text, 'enrol'::text, 'open'::text]))
);
CREATE INDEX session_of_user ON session USING btree (organization_id, user_id, created_at DESC);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table sign_in_directory (
  login                    text not null,
  organization_id          uuid not null,
  PRIMARY KEY (login),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id)
);
grant insert, select to superbill_app;

-- @append-only
create table spent_challenge (
  organization_id          uuid not null,
  challenge_hash           bytea not null,
  spent_at                 timestamp with time zone not null,
  PRIMARY KEY (organization_id, challenge_hash),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON spent_challenge FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON spent_challenge FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

-- @append-only
create table statement (
  organization_id          uuid not null,
  statement_id             uuid not null,
  patient_id               uuid not null,
  number                   text not null,
  issued_on                date not null,
  due_on                   date not null,
  balance_cents            bigint not null,
  created_by               uuid not null,
  created_at               timestamp with time zone not null,
  PRIMARY KEY (organization_id, statement_id),
  UNIQUE (organization_id, number),
  FOREIGN KEY (organization_id, created_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, patient_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON statement FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON statement FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

-- @append-only
create table statement_line (
  organization_id          uuid not null,
  statement_line_id        uuid not null,
  statement_id             uuid not null,
  ordinal                  integer not null,
  charge_id                uuid not null,
  service_date             date not null,
  wording                  text not null,
  wording_es               text,
  practitioner             text not null,
  price_cents              bigint not null,
  discount_cents           bigint not null,
  insurance_paid_cents     bigint not null,
  patient_paid_cents       bigint not null,
  insurance_pending_cents  bigint not null,
  owed_cents               bigint not null,
  reasons                  jsonb not null,
  PRIMARY KEY (organization_id, statement_line_id),
  UNIQUE (organization_id, statement_id, ordinal),
  FOREIGN KEY (organization_id, charge_id) REFERENCES charge(organization_id, charge_id),
  FOREIGN KEY (organization_id, statement_id) REFERENCES statement(organization_id, statement_id)
);
CREATE INDEX statement_line_by_charge ON statement_line USING btree (organization_id, charge_id);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON statement_line FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON statement_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table statement_link (
  organization_id          uuid not null,
  token_hash               bytea not null,
  statement_id             uuid not null,
  expires_at               timestamp with time zone not null,
  failed_attempts          integer not null default 0,
  used_at                  timestamp with time zone,
  created_at               timestamp with time zone not null,
  proxy_id                 uuid,
  PRIMARY KEY (organization_id, token_hash),
  FOREIGN KEY (organization_id, proxy_id) REFERENCES patient_proxy(organization_id, proxy_id),
  FOREIGN KEY (organization_id, statement_id) REFERENCES statement(organization_id, statement_id)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table suggestion_rejection (
  organization_id          uuid not null,
  rejection_id             uuid not null,
  encounter_id             uuid not null,
  system                   text not null,
  code                     text not null,
  rejected_by              uuid not null,
  rejected_at              timestamp with time zone not null,
  undone_at                timestamp with time zone,
  PRIMARY KEY (organization_id, rejection_id),
  FOREIGN KEY (organization_id, encounter_id) REFERENCES encounter(organization_id, encounter_id),
  FOREIGN KEY (organization_id, rejected_by) REFERENCES app_user(organization_id, user_id)
);
CREATE INDEX rejection_by_encounter ON suggestion_rejection USING btree (organization_id, encounter_id);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table totp_factor (
  organization_id          uuid not null,
  factor_id                uuid not null,
  user_id                  uuid not null,
  secret                   bytea not null,
  created_at               timestamp with time zone not null,
  confirmed_at             timestamp with time zone,
  last_step                bigint not null default 0,
  last_used_at             timestamp with time zone,
  removed_at               timestamp with time zone,
  PRIMARY KEY (organization_id, factor_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id)
);
CREATE INDEX totp_of_user ON totp_factor USING btree (organization_id, user_id);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table user_identity (
  organization_id          uuid not null,
  identity_id              uuid not null,
  issuer                   text not null,
  subject                  text not null,
  user_id                  uuid not null,
  linked_at                timestamp with time zone not null,
  ended_at                 timestamp with time zone,
  PRIMARY KEY (organization_id, identity_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id)
);
CREATE UNIQUE INDEX user_identity_of_subject ON user_identity USING btree (organization_id, issuer, subject) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX user_identity_of_user ON user_identity USING btree (organization_id, issuer, user_id) WHERE ended_at IS NULL;
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table user_role (
  organization_id          uuid not null,
  user_id                  uuid not null,
  role                     text not null,
  ended_at                 timestamp with time zone,
  PRIMARY KEY (organization_id, user_id, role),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id),
  CHECK (role = ANY (ARRAY['coder'::text, 'biller'::text, 'physician'::text, 'front-desk'::text, 'supervisor'::text, 'auditor'::text, 'administrator'::text]))
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table work_arrival (
  organization_id          uuid not null,
  arrived_at               timestamp with time zone not null,
  queue                    text not null,
  subject_id               uuid not null,
  is_returned              boolean not null default false,
  PRIMARY KEY (organization_id, arrived_at, queue, subject_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON work_arrival FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON work_arrival FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table work_capacity (
  organization_id          uuid not null,
  user_id                  uuid not null,
  minutes                  integer[] not null,
  unplanned_percent        integer not null,
  changed_by               uuid not null,
  changed_at               timestamp with time zone not null,
  PRIMARY KEY (organization_id, user_id),
  FOREIGN KEY (organization_id, changed_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id),
  CHECK (cardinality(minutes) = 7 AND (0 <= ALL (minutes)) AND (1440 >= ALL (minutes))),
  CHECK (unplanned_percent >= 0 AND unplanned_percent <= 90)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table work_move (
  organization_id          uuid not null,
  batch_id                 uuid not null,
  ordinal                  integer not null,
  kind                     text not null,
  subject_id               uuid not null,
  from_id                  uuid,
  to_id                    uuid,
  moved_by                 uuid not null,
  moved_at                 timestamp with time zone not null,
  PRIMARY KEY (organization_id, batch_id, ordinal),
  FOREIGN KEY (organization_id, from_id) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, moved_by) REFERENCES app_user(organization_id, user_id),
  FOREIGN KEY (organization_id, to_id) REFERENCES app_user(organization_id, user_id)
);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON work_move FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON work_move FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

create table work_span (
  organization_id          uuid not null,
  span_id                  uuid not null,
  user_id                  uuid not null,
  hat                      text not null,
  kind                     text not null,
  subject_id               uuid not null,
  specialty                text,
  setting                  text not null,
  documents                integer not null,
  pages                    integer not null,
  expected_minutes         real not null,
  started_at               timestamp with time zone not null,
  last_seen_at             timestamp with time zone not null,
  is_active                boolean not null default true,
  active_seconds           integer not null default 0,
  interruptions            integer not null default 0,
  ended_at                 timestamp with time zone,
  ended_how                text,
  PRIMARY KEY (organization_id, span_id),
  FOREIGN KEY (organization_id, user_id) REFERENCES app_user(organization_id, user_id),
  CHECK (active_seconds >= 0),
  CHECK ((ended_at IS NULL) = (ended_how IS NULL)),
  CHECK (documents >= 0),
  CHECK (ended_how = ANY (ARRAY['left'::text, 'lost'::text])),
  CHECK (expected_minutes >= 0::double precision),
  CHECK (interruptions >= 0),
  CHECK (pages >= 0),
  CHECK (setting = ANY (ARRAY['outpatient'::text, 'inpatient'::text]))
);
CREATE UNIQUE INDEX one_open_span ON work_span USING btree (organization_id, user_id) WHERE ended_at IS NULL;
CREATE INDEX span_by_start ON work_span USING btree (organization_id, started_at);
CREATE INDEX span_by_subject ON work_span USING btree (organization_id, subject_id);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

create table work_time_model (
  organization_id          uuid not null,
  content                  jsonb not null,
  items                    integer not null,
  learnt_at                timestamp with time zone not null,
  PRIMARY KEY (organization_id),
  FOREIGN KEY (organization_id) REFERENCES organization(organization_id),
  CHECK (items >= 0)
);
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select, update to superbill_app;

-- @append-only
create table write_off (
  organization_id          uuid not null,
  write_off_id             uuid not null,
  charge_id                uuid not null,
  patient_id               uuid not null,
  amount_cents             bigint not null,
  owed_by                  text not null,
  reason                   text not null,
  note                     text,
  approval_id              uuid,
  posting_id               uuid not null,
  written_by               uuid not null,
  written_on               date not null,
  written_at               timestamp with time zone not null,
  PRIMARY KEY (organization_id, write_off_id),
  FOREIGN KEY (organization_id, approval_id) REFERENCES approval_request(organization_id, approval_id),
  FOREIGN KEY (organization_id, charge_id) REFERENCES charge(organization_id, charge_id),
  FOREIGN KEY (organization_id, patient_id) REFERENCES patient(organization_id, patient_id),
  FOREIGN KEY (organization_id, posting_id) REFERENCES posting(organization_id, posting_id),
  FOREIGN KEY (organization_id, written_by) REFERENCES app_user(organization_id, user_id),
  CHECK (amount_cents > 0),
  CHECK (length(note) >= 1 AND length(note) <= 500),
  CHECK (owed_by = ANY (ARRAY['patient'::text, 'insurance'::text])),
  CHECK (reason = ANY (ARRAY['small-balance'::text, 'charity'::text, 'bad-debt'::text, 'timely-filing'::text, 'denial-accepted'::text]))
);
CREATE INDEX write_off_by_day ON write_off USING btree (organization_id, written_on, written_by);
CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON write_off FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_truncate BEFORE TRUNCATE ON write_off FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
create policy backup_reads for select to superbill_backup using ((CURRENT_USER = 'superbill_backup'::name));
create policy own_organization using ((organization_id = current_organization())) with check ((organization_id = current_organization()));
grant insert, select to superbill_app;

CREATE OR REPLACE FUNCTION public.current_organization()
 RETURNS uuid
 LANGUAGE sql
 STABLE
RETURN (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid;

CREATE OR REPLACE PROCEDURE public.fence_append_only_table(IN name text)
 LANGUAGE plpgsql
AS $procedure$
begin
  call fence_table(name);
  execute format('revoke update on %I from superbill_app', name);
  execute format('create trigger append_only before update or delete on %I
                  for each row execute function refuse_change()', name);
  execute format('create trigger append_only_truncate before truncate on %I
                  for each statement execute function refuse_change()', name);
  execute format('comment on table %I is ''@append-only''', name);
end $procedure$;

CREATE OR REPLACE PROCEDURE public.fence_table(IN name text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format(
    'create policy own_organization on %I using (organization_id = current_organization())
     with check (organization_id = current_organization())', name);
  call open_to_backup(name);
  execute format('revoke all on %I from superbill_app', name);
  execute format('grant select, insert, update on %I to superbill_app', name);
end $procedure$;

CREATE OR REPLACE FUNCTION public.note_encounter_arrival()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and new.queue = old.queue then
    return null;
  end if;
  if new.queue in ('documentation', 'coding', 'billing', 'follow-up') then
    insert into work_arrival (organization_id, arrived_at, queue, subject_id, is_returned)
    values (new.organization_id, new.queue_since, new.queue, new.encounter_id,
            tg_op = 'UPDATE' and new.queue = 'coding' and old.queue in ('billing', 'follow-up'))
    on conflict do nothing;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_file_arrival()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.state = 'waiting' then
    insert into work_arrival (organization_id, arrived_at, queue, subject_id)
    values (new.organization_id, new.received_at, 'file', new.inbound_file_id) on conflict do nothing;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_message_arrival()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.reply_to_id is null and new.author = 'patient' then
    insert into work_arrival (organization_id, arrived_at, queue, subject_id)
    values (new.organization_id, new.created_at, 'message', new.message_id) on conflict do nothing;
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.note_query_arrival()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into work_arrival (organization_id, arrived_at, queue, subject_id)
  values (new.organization_id, new.asked_at, 'query', new.query_id) on conflict do nothing;
  return null;
end $function$;

CREATE OR REPLACE PROCEDURE public.open_to_backup(IN name text)
 LANGUAGE plpgsql
AS $procedure$
begin
  execute format('create policy backup_reads on %I for select to superbill_backup
                  using (current_user = ''superbill_backup'')', name);
end $procedure$;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_changed_request()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state <> 'pending'
    or (to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'decided_via', 'decision_reason', 'posting_id'])
      <> (to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'decided_via', 'decision_reason', 'posting_id'])
  then
    raise exception 'an approval request is frozen' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_changed_review()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.state = 'done' or new.first_codes <> old.first_codes or new.due_from <> old.due_from then
    raise exception 'a chart review is frozen' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_fee_overlap()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if new.withdrawn_at is null and exists (
    select from fee f
    where f.organization_id = new.organization_id and f.procedure = new.procedure and f.fee_id <> new.fee_id
      and f.withdrawn_at is null
      and daterange(f.effective_from, f.effective_to, '[]') && daterange(new.effective_from, new.effective_to, '[]')
  ) then
    raise exception 'two prices for % on one day', new.procedure using errcode = 'exclusion_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_frozen_version()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if old.interchange_id is not null and not (
    new.content is null and new.sealed is not null
    and new.content_sha256 is not distinct from coalesce(old.content_sha256, new.content_sha256)
    and (new.organization_id, new.claim_id, new.version, new.interchange_id, new.created_at)
      is not distinct from (old.organization_id, old.claim_id, old.version, old.interchange_id, old.created_at)
  ) then
    raise exception 'claim version was sent and is frozen' using errcode = 'restrict_violation';
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.refuse_unbalanced_posting()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  entries integer;
  total bigint;
begin
  select count(*), coalesce(sum(amount_cents), 0) into entries, total from ledger_entry
  where organization_id = new.organization_id and posting_id = new.posting_id;
  if entries < 2 or total <> 0 then
    raise exception 'posting % does not balance: % entries, sum %', new.posting_id, entries, total
      using errcode = 'check_violation';
  end if;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.usual_time_zone(state text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN CASE WHEN (state = ANY (ARRAY['AL'::text, 'AR'::text, 'IA'::text, 'IL'::text, 'KS'::text, 'LA'::text, 'MN'::text, 'MO'::text, 'MS'::text, 'ND'::text, 'NE'::text, 'OK'::text, 'SD'::text, 'TN'::text, 'TX'::text, 'WI'::text])) THEN 'America/Chicago'::text WHEN (state = ANY (ARRAY['CO'::text, 'ID'::text, 'MT'::text, 'NM'::text, 'UT'::text, 'WY'::text])) THEN 'America/Denver'::text WHEN (state = 'AZ'::text) THEN 'America/Phoenix'::text WHEN (state = ANY (ARRAY['CA'::text, 'NV'::text, 'OR'::text, 'WA'::text])) THEN 'America/Los_Angeles'::text WHEN (state = 'AK'::text) THEN 'America/Anchorage'::text WHEN (state = 'HI'::text) THEN 'Pacific/Honolulu'::text WHEN (state = ANY (ARRAY['PR'::text, 'VI'::text])) THEN 'America/Puerto_Rico'::text WHEN (state = ANY (ARRAY['GU'::text, 'MP'::text])) THEN 'Pacific/Guam'::text WHEN (state = 'AS'::text) THEN 'Pacific/Pago_Pago'::text ELSE 'America/New_York'::text END;

-- Codes, and who decided them. A suggestion is not stored; a decision on one is.

create table code_assignment (
  organization_id uuid        not null,
  code_id         uuid        not null,
  encounter_id    uuid        not null,
  system          text        not null check (system in ('icd10cm', 'icd10pcs', 'hcpcs')),
  code            text        not null,
  title           text        not null,
  edition         text        not null,
  -- First-listed is 1.
  position        integer     not null check (position > 0),
  origin          text        not null check (origin in ('suggestion', 'search')),
  -- The steps that led from the words to the code, as shown when it was accepted.
  path            jsonb       not null default '[]',
  confidence      real,
  decided_by      uuid        not null,
  decided_at      timestamptz not null,
  removed_by      uuid,
  removed_at      timestamptz,
  primary key (organization_id, code_id),
  foreign key (organization_id, encounter_id) references encounter,
  foreign key (organization_id, decided_by) references app_user,
  foreign key (organization_id, removed_by) references app_user
);
create unique index one_live_code on code_assignment (organization_id, encounter_id, system, code)
  where removed_at is null;
call fence_table('code_assignment');

-- The sentence a code stands on. At least one row per code.
create table code_evidence (
  organization_id  uuid    not null,
  code_id          uuid    not null,
  ordinal          integer not null,
  document_id      uuid    not null,
  document_version integer not null,
  span_start       integer not null check (span_start >= 0),
  span_end         integer not null check (span_end > span_start),
  quote            text    not null,
  primary key (organization_id, code_id, ordinal),
  foreign key (organization_id, code_id) references code_assignment,
  foreign key (organization_id, document_id, document_version) references document_version
);
call fence_append_only_table('code_evidence');

create table suggestion_rejection (
  organization_id uuid        not null,
  rejection_id    uuid        not null,
  encounter_id    uuid        not null,
  system          text        not null,
  code            text        not null,
  rejected_by     uuid        not null,
  rejected_at     timestamptz not null,
  undone_at       timestamptz,
  primary key (organization_id, rejection_id),
  foreign key (organization_id, encounter_id) references encounter,
  foreign key (organization_id, rejected_by) references app_user
);
create index rejection_by_encounter on suggestion_rejection (organization_id, encounter_id);
call fence_table('suggestion_rejection');

-- A coder's question to the physician.
create table query (
  organization_id uuid        not null,
  query_id        uuid        not null,
  encounter_id    uuid        not null,
  practitioner_id uuid        not null,
  question        text        not null check (question <> ''),
  options         jsonb       not null,
  evidence        jsonb       not null default '[]',
  state           text        not null default 'open' check (state in ('open', 'answered', 'withdrawn')),
  asked_by        uuid        not null,
  asked_at        timestamptz not null,
  answer_option   text,
  answer_text     text,
  -- The signed addendum the answer made: the answer becomes part of the record.
  answer_document_id uuid,
  answered_by     uuid,
  answered_at     timestamptz,
  primary key (organization_id, query_id),
  foreign key (organization_id, encounter_id) references encounter,
  foreign key (organization_id, practitioner_id) references practitioner,
  foreign key (organization_id, asked_by) references app_user,
  foreign key (organization_id, answered_by) references app_user,
  foreign key (organization_id, answer_document_id) references document,
  check ((state = 'answered') = (answered_at is not null))
);
create index query_by_practitioner on query (organization_id, practitioner_id, state, asked_at);
call fence_table('query');

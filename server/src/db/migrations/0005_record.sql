-- The patient's record.

create table patient (
  organization_id uuid        not null references organization,
  patient_id      uuid        not null,
  -- The number printed on labels and statements.
  record_number   text        not null,
  first_name      text        not null check (first_name <> ''),
  middle_name     text,
  last_name       text        not null check (last_name <> ''),
  birth_date      date        not null,
  sex             text        not null check (sex in ('F', 'M', 'U')),
  address         jsonb,
  phone           text,
  email           text,
  language        text        not null default 'en' check (language in ('en', 'es')),
  row_version     integer     not null default 1,
  created_at      timestamptz not null,
  primary key (organization_id, patient_id),
  unique (organization_id, record_number)
);
create index patient_by_name on patient (organization_id, lower(last_name), lower(first_name));
call fence_table('patient');

create table coverage (
  organization_id uuid    not null,
  coverage_id     uuid    not null,
  patient_id      uuid    not null,
  payer_id        uuid    not null,
  -- Order of benefits: 1 pays first.
  benefit_order   integer not null check (benefit_order between 1 and 3),
  member_id       text    not null check (member_id <> ''),
  group_number    text,
  relationship    text    not null check (relationship in ('self', 'spouse', 'child', 'other')),
  -- {firstName, lastName, birthDate, sex, address?} when the subscriber is somebody else.
  subscriber      jsonb,
  effective_from  date    not null,
  effective_to    date,
  row_version     integer not null default 1,
  primary key (organization_id, coverage_id),
  foreign key (organization_id, patient_id) references patient,
  foreign key (organization_id, payer_id) references payer,
  check ((relationship = 'self') = (subscriber is null)),
  check (effective_to is null or effective_to >= effective_from)
);
create index coverage_by_patient on coverage (organization_id, patient_id, benefit_order);
call fence_table('coverage');

-- A visit. It is always in exactly one queue: nothing falls between two desks.
create table encounter (
  organization_id  uuid        not null,
  encounter_id     uuid        not null,
  patient_id       uuid        not null,
  practitioner_id  uuid        not null,
  location_id      uuid        not null,
  service_date     date        not null,
  place_of_service text        not null check (place_of_service ~ '^\d{2}$'),
  setting          text        not null default 'outpatient' check (setting in ('outpatient', 'inpatient')),
  queue            text        not null default 'documentation' check (queue in
    ('documentation', 'coding', 'query', 'billing', 'payer', 'follow-up', 'patient', 'closed')),
  queue_since      timestamptz not null,
  owner_id         uuid,
  -- Why it came back, when it did: shown at the top of the desk it lands on.
  return_reason    text,
  row_version      integer     not null default 1,
  created_at       timestamptz not null,
  primary key (organization_id, encounter_id),
  foreign key (organization_id, patient_id) references patient,
  foreign key (organization_id, practitioner_id) references practitioner,
  foreign key (organization_id, location_id) references location,
  foreign key (organization_id, owner_id) references app_user
);
create index encounter_by_queue on encounter (organization_id, queue, queue_since);
create index encounter_by_patient on encounter (organization_id, patient_id, service_date desc);
call fence_table('encounter');

create table document (
  organization_id uuid        not null,
  document_id     uuid        not null,
  encounter_id    uuid        not null,
  kind            text        not null check (kind in ('note', 'result', 'report', 'problem-list', 'addendum')),
  title           text        not null,
  -- For an addendum: the document it amends.
  amends_id       uuid,
  created_at      timestamptz not null,
  primary key (organization_id, document_id),
  foreign key (organization_id, encounter_id) references encounter,
  foreign key (organization_id, amends_id) references document
);
create index document_by_encounter on document (organization_id, encounter_id, created_at);
call fence_table('document');

-- What evidence points into: a version never changes, a correction is a new version.
create table document_version (
  organization_id uuid        not null,
  document_id     uuid        not null,
  version         integer     not null check (version > 0),
  text            text        not null,
  reason          text,
  -- Null when it came from outside (a fax, an import).
  author_id       uuid,
  signed_at       timestamptz,
  created_at      timestamptz not null,
  primary key (organization_id, document_id, version),
  foreign key (organization_id, document_id) references document,
  foreign key (organization_id, author_id) references app_user
);
call fence_append_only_table('document_version');

-- Measured values read from a result, each tied to its place in the text.
create table observation (
  organization_id  uuid    not null,
  observation_id   uuid    not null,
  document_id      uuid    not null,
  document_version integer not null,
  name             text    not null,
  value            numeric not null,
  unit             text,
  low              numeric,
  high             numeric,
  span_start       integer not null check (span_start >= 0),
  span_end         integer not null check (span_end > span_start),
  primary key (organization_id, observation_id),
  foreign key (organization_id, document_id, document_version) references document_version
);
create index observation_by_document on observation (organization_id, document_id, document_version);
call fence_append_only_table('observation');

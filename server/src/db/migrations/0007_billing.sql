-- From codes to claims, and the files they travel in.

create table fee (
  organization_id uuid   not null references organization,
  fee_id          uuid   not null,
  procedure       text   not null check (procedure ~ '^[A-Z0-9]{5}$'),
  -- The practice's own words for it, printed on the patient's bill.
  wording         text   not null,
  wording_es      text,
  price_cents     bigint not null check (price_cents > 0),
  effective_from  date   not null,
  effective_to    date   not null default '9999-12-31',
  primary key (organization_id, fee_id),
  check (effective_to >= effective_from)
);
-- At most one price on any day.
create function refuse_fee_overlap() returns trigger language plpgsql as $$
begin
  if exists (
    select from fee f
    where f.organization_id = new.organization_id and f.procedure = new.procedure and f.fee_id <> new.fee_id
      and daterange(f.effective_from, f.effective_to, '[]') && daterange(new.effective_from, new.effective_to, '[]')
  ) then
    raise exception 'two prices for % on one day', new.procedure using errcode = 'exclusion_violation';
  end if;
  return new;
end $$;
create trigger one_price before insert or update on fee for each row execute function refuse_fee_overlap();
create index fee_by_procedure on fee (organization_id, procedure, effective_from desc);
call fence_table('fee');

create table charge (
  organization_id uuid        not null,
  charge_id       uuid        not null,
  encounter_id    uuid        not null,
  procedure       text        not null,
  wording         text        not null,
  wording_es      text,
  modifiers       text[]      not null default '{}' check (cardinality(modifiers) <= 4),
  units           integer     not null check (units > 0),
  charge_cents    bigint      not null check (charge_cents > 0),
  service_date    date        not null,
  entered_by      uuid        not null,
  entered_at      timestamptz not null,
  voided_by       uuid,
  voided_at       timestamptz,
  row_version     integer     not null default 1,
  primary key (organization_id, charge_id),
  foreign key (organization_id, encounter_id) references encounter,
  foreign key (organization_id, entered_by) references app_user,
  foreign key (organization_id, voided_by) references app_user
);
create index charge_by_encounter on charge (organization_id, encounter_id);
call fence_table('charge');

-- Which diagnoses say why the service was needed, most important first.
create table charge_diagnosis (
  organization_id uuid    not null,
  charge_id       uuid    not null,
  ordinal         integer not null check (ordinal between 1 and 4),
  code_id         uuid    not null,
  primary key (organization_id, charge_id, ordinal),
  foreign key (organization_id, charge_id) references charge,
  foreign key (organization_id, code_id) references code_assignment
);
create index charge_diagnosis_by_code on charge_diagnosis (organization_id, code_id);
call fence_table('charge_diagnosis');
-- Pointers are replaced as a set while the charge is being edited.
grant delete on charge_diagnosis to superbill_app;

-- A payer's guarantee of payment, from a telephone call or a 278 answer.
create table payer_authorization (
  organization_id  uuid        not null,
  authorization_id uuid        not null,
  encounter_id     uuid        not null,
  payer_id         uuid        not null,
  procedure        text        not null,
  number           text        not null check (number <> ''),
  effective_from   date        not null,
  effective_to     date        not null check (effective_to >= effective_from),
  units            integer     check (units > 0),
  obtained_by      text        not null check (obtained_by in ('telephone', '278')),
  contact_name     text,
  call_reference   text,
  note             text,
  recorded_by      uuid        not null,
  recorded_at      timestamptz not null,
  voided_at        timestamptz,
  primary key (organization_id, authorization_id),
  foreign key (organization_id, encounter_id) references encounter,
  foreign key (organization_id, payer_id) references payer,
  foreign key (organization_id, recorded_by) references app_user,
  check (obtained_by <> 'telephone' or contact_name is not null)
);
create index authorization_by_encounter on payer_authorization (organization_id, encounter_id);
call fence_table('payer_authorization');

-- A file we sent or will send. Bytes and control numbers are stored before anything goes on the wire,
-- so after a crash we know what may have left, and never send blind.
create table interchange (
  organization_id uuid        not null references organization,
  interchange_id  uuid        not null,
  control_number  text        not null,
  file_name       text        not null,
  content         bytea       not null,
  state           text        not null check (state in ('prepared', 'sent', 'accepted', 'rejected')),
  claims          integer     not null,
  charge_cents    bigint      not null,
  prepared_by     uuid        not null,
  prepared_at     timestamptz not null,
  sent_at         timestamptz,
  answered_at     timestamptz,
  answer          jsonb,
  primary key (organization_id, interchange_id),
  unique (organization_id, control_number),
  foreign key (organization_id, prepared_by) references app_user
);
call fence_table('interchange');

create table claim (
  organization_id uuid        not null,
  claim_id        uuid        not null,
  encounter_id    uuid        not null,
  coverage_id     uuid        not null,
  -- CLM01.
  control_number  text        not null check (length(control_number) <= 17),
  state           text        not null check (state in
    ('draft', 'held', 'ready', 'sent', 'accepted', 'rejected', 'paid', 'denied', 'closed')),
  version         integer     not null default 1,
  charge_cents    bigint      not null check (charge_cents > 0),
  findings        jsonb       not null default '[]',
  payer_control_number text,
  row_version     integer     not null default 1,
  created_by      uuid        not null,
  created_at      timestamptz not null,
  primary key (organization_id, claim_id),
  unique (organization_id, control_number),
  foreign key (organization_id, encounter_id) references encounter,
  foreign key (organization_id, coverage_id) references coverage,
  foreign key (organization_id, created_by) references app_user
);
-- One open claim for a coverage: a double click makes no second one.
create unique index one_open_claim on claim (organization_id, encounter_id, coverage_id) where state <> 'closed';
create index claim_by_state on claim (organization_id, state, created_at);
call fence_table('claim');

-- What was sent, word for word. Once it belongs to an interchange it cannot change.
create table claim_version (
  organization_id uuid        not null,
  claim_id        uuid        not null,
  version         integer     not null,
  content         jsonb       not null,
  interchange_id  uuid,
  created_at      timestamptz not null,
  primary key (organization_id, claim_id, version),
  foreign key (organization_id, claim_id) references claim,
  foreign key (organization_id, interchange_id) references interchange
);
create function refuse_frozen_version() returns trigger language plpgsql as $$
begin
  if old.interchange_id is not null then
    raise exception 'claim version was sent and is frozen' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger frozen before update on claim_version for each row execute function refuse_frozen_version();
call fence_table('claim_version');

-- The lines of a sent version, each tied to its charge.
create table claim_line (
  organization_id uuid    not null,
  claim_line_id   uuid    not null,
  claim_id        uuid    not null,
  version         integer not null,
  charge_id       uuid    not null,
  line_number     integer not null check (line_number between 1 and 50),
  -- REF*6R, comes back in the remittance.
  control_number  text    not null,
  charge_cents    bigint  not null,
  primary key (organization_id, claim_line_id),
  unique (organization_id, claim_id, version, line_number),
  unique (organization_id, control_number),
  foreign key (organization_id, claim_id, version) references claim_version,
  foreign key (organization_id, charge_id) references charge
);
create index claim_line_by_charge on claim_line (organization_id, charge_id);
call fence_append_only_table('claim_line');

-- What happened to a claim, oldest first: held, sent, acknowledged, rejected, paid …
create table claim_event (
  organization_id uuid        not null,
  claim_id        uuid        not null,
  ordinal         integer     not null,
  kind            text        not null,
  -- One sentence for a biller; ids and codes only, never health data.
  message         text        not null,
  detail          jsonb       not null default '{}',
  inbound_file_id uuid,
  user_id         uuid,
  at              timestamptz not null,
  primary key (organization_id, claim_id, ordinal),
  foreign key (organization_id, claim_id) references claim
);
call fence_append_only_table('claim_event');

-- Every file that came in, as it came, before it was read.
create table inbound_file (
  organization_id uuid        not null references organization,
  inbound_file_id uuid        not null,
  file_name       text        not null,
  content         bytea       not null,
  sha256          text        not null,
  received_at     timestamptz not null,
  kind            text        check (kind in ('TA1', '999', '277CA', '835', 'mixed')),
  -- waiting: a person has to look; duplicate: the same bytes came before.
  state           text        not null check (state in ('received', 'processed', 'waiting', 'duplicate', 'set-aside')),
  -- {code, message, at, nextStep} when waiting.
  problem         jsonb,
  row_version     integer     not null default 1,
  primary key (organization_id, inbound_file_id)
);
create index inbound_by_hash on inbound_file (organization_id, sha256);
create index inbound_by_state on inbound_file (organization_id, state, received_at desc);
call fence_table('inbound_file');
alter table claim_event add foreign key (organization_id, inbound_file_id) references inbound_file;

-- The practice: who it is, who works there, whom it bills.

create table organization (
  organization_id uuid        primary key,
  name            text        not null,
  npi             text        not null check (npi ~ '^\d{10}$'),
  tax_id          text        not null check (tax_id ~ '^\d{9}$'),
  taxonomy        text,
  address         jsonb       not null,
  phone           text        not null,
  -- The electronic submitter id the clearinghouse gave the practice (ISA06, NM109 of loop 1000A).
  submitter_id    text        not null,
  created_at      timestamptz not null default now()
);
call fence_table('organization');

create table location (
  organization_id  uuid not null references organization,
  location_id      uuid not null,
  name             text not null,
  place_of_service text not null check (place_of_service ~ '^\d{2}$'),
  npi              text check (npi ~ '^\d{10}$'),
  address          jsonb not null,
  primary key (organization_id, location_id)
);
call fence_table('location');

create table practitioner (
  organization_id uuid not null references organization,
  practitioner_id uuid not null,
  first_name      text not null,
  last_name       text not null,
  credential      text,
  npi             text not null check (npi ~ '^\d{10}$'),
  taxonomy        text,
  specialty       text,
  primary key (organization_id, practitioner_id),
  unique (organization_id, npi)
);
call fence_table('practitioner');

create table payer (
  organization_id        uuid not null references organization,
  payer_id               uuid not null,
  name                   text not null,
  -- NM109 of loop 2010BB: how the clearinghouse knows the payer.
  electronic_id          text not null,
  claim_filing_indicator text not null,
  -- Days after the date of service within which the payer takes a claim.
  timely_filing_days     integer not null check (timely_filing_days > 0),
  -- Procedures for which the payer wants an authorization first.
  authorization_required text[] not null default '{}',
  address                jsonb,
  phone                  text,
  primary key (organization_id, payer_id),
  unique (organization_id, electronic_id)
);
call fence_table('payer');

-- Gapless numbers (claims, interchanges, statements), taken inside the transaction that uses them.
create table control_number (
  organization_id uuid   not null references organization,
  kind            text   not null,
  last            bigint not null,
  primary key (organization_id, kind)
);
call fence_table('control_number');

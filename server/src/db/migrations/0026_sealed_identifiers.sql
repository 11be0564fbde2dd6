-- Identifiers that open doors elsewhere (member numbers, telephone, mail and street addresses, the tax number) and whole
-- files are sealed at rest. Each organization has data keys of its own, wrapped by a key that lives outside the database.
create table data_key (
  organization_id uuid        not null references organization,
  -- The first eight bytes of the key's SHA-256, in hex; every value it sealed names it.
  data_key_id     text        not null,
  wrapped         bytea       not null,
  made_at         timestamptz not null,
  primary key (organization_id, data_key_id)
);
call fence_table('data_key');

-- What stood in clear moves into the sealed column at the next start: SQL has no key. Until then a row has either.
alter table coverage
  add column sealed bytea,
  alter column member_id drop not null,
  drop constraint coverage_check,
  add constraint coverage_held_or_sealed check (member_id is not null or sealed is not null);
alter table patient add column sealed bytea;
alter table organization
  add column sealed bytea,
  alter column tax_id drop not null;
alter table interchange
  add column sealed bytea,
  alter column content drop not null,
  add constraint interchange_clear_or_sealed check ((content is null) <> (sealed is null));
alter table inbound_file
  add column sealed bytea,
  alter column content drop not null,
  add constraint inbound_file_clear_or_sealed check ((content is null) <> (sealed is null));

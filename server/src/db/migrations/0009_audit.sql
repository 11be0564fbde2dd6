-- Who looked at or changed what. One chain per organization: each row's hash covers the row before it,
-- so an edited, removed or reordered row shows. Details hold ids and codes, never health data.

create table audit_event (
  organization_id uuid        not null references organization,
  sequence        bigint      not null,
  at              timestamptz not null,
  user_id         uuid,
  hat             text,
  action          text        not null,
  subject_kind    text,
  subject_id      text,
  patient_id      uuid,
  detail          jsonb       not null default '{}',
  previous_hash   bytea       not null,
  hash            bytea       not null,
  primary key (organization_id, sequence)
);
create index audit_by_patient on audit_event (organization_id, patient_id, sequence desc);
call fence_append_only_table('audit_event');

-- The end of each chain; locked for the moment in which a row is added.
create table audit_head (
  organization_id uuid   not null references organization,
  sequence        bigint not null,
  hash            bytea  not null,
  primary key (organization_id)
);
call fence_table('audit_head');

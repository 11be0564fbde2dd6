-- What a practice takes away from its roles and people, and the records that are open to few.

create table permission_denial (
  organization_id uuid        not null references organization,
  denial_id       uuid        not null,
  -- From everybody in a role, or from one person in any role.
  role            text,
  user_id         uuid,
  permission      text        not null,
  denied_by       uuid        not null,
  denied_at       timestamptz not null,
  lifted_by       uuid,
  lifted_at       timestamptz,
  primary key (organization_id, denial_id),
  foreign key (organization_id, user_id) references app_user,
  foreign key (organization_id, denied_by) references app_user,
  foreign key (organization_id, lifted_by) references app_user,
  check ((role is null) <> (user_id is null)),
  check ((lifted_by is null) = (lifted_at is null))
);
create unique index denied_once on permission_denial (organization_id, permission, role, user_id)
  nulls not distinct where lifted_at is null;
call fence_table('permission_denial');

-- 45 CFR 164.522(a): the patient asked; or the patient is somebody whom colleagues might be curious about.
create table record_restriction (
  organization_id uuid        not null,
  restriction_id  uuid        not null,
  patient_id      uuid        not null,
  kind            text        not null check (kind in ('vip', 'employee', 'family', 'request')),
  set_by          uuid        not null,
  set_at          timestamptz not null,
  ended_by        uuid,
  ended_at        timestamptz,
  primary key (organization_id, restriction_id),
  foreign key (organization_id, patient_id) references patient,
  foreign key (organization_id, set_by) references app_user,
  foreign key (organization_id, ended_by) references app_user,
  check ((ended_by is null) = (ended_at is null))
);
create unique index restricted_once on record_restriction (organization_id, patient_id) where ended_at is null;
call fence_table('record_restriction');

-- Who may open it. Another set of readers is another restriction, so that the past can be told.
create table restriction_reader (
  organization_id uuid not null,
  restriction_id  uuid not null,
  user_id         uuid not null,
  primary key (organization_id, restriction_id, user_id),
  foreign key (organization_id, restriction_id) references record_restriction,
  foreign key (organization_id, user_id) references app_user
);
call fence_append_only_table('restriction_reader');

-- Somebody opened a restricted record all the same, for a few hours, and said why.
create table broken_glass (
  organization_id uuid        not null,
  glass_id        uuid        not null,
  patient_id      uuid        not null,
  user_id         uuid        not null,
  hat             text        not null,
  reason          text        not null check (reason in
    ('treatment', 'coding', 'billing', 'patient-asks', 'audit', 'other')),
  words           text        not null check (length(words) between 10 and 400),
  opened_at       timestamptz not null,
  open_until      timestamptz not null check (open_until > opened_at),
  outcome         text        check (outcome in ('appropriate', 'inappropriate', 'follow-up')),
  review_note     text,
  reviewed_by     uuid,
  reviewed_at     timestamptz,
  primary key (organization_id, glass_id),
  foreign key (organization_id, patient_id) references patient,
  foreign key (organization_id, user_id) references app_user,
  foreign key (organization_id, reviewed_by) references app_user,
  check ((outcome is null) = (reviewed_at is null) and (outcome is null) = (reviewed_by is null)),
  check (reviewed_by <> user_id)
);
create index broken_glass_open on broken_glass (organization_id, user_id, open_until);
create index broken_glass_to_review on broken_glass (organization_id, opened_at) where outcome is null;
call fence_table('broken_glass');

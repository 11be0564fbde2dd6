-- People who sign in. Passwords are argon2id, sessions are looked up by the hash of their token.

create table app_user (
  organization_id uuid        not null references organization,
  user_id         uuid        not null,
  login           text        not null,
  name            text        not null,
  password_hash   text        not null,
  practitioner_id uuid,
  failed_sign_ins integer     not null default 0,
  locked_until    timestamptz,
  disabled_at     timestamptz,
  primary key (organization_id, user_id),
  unique (organization_id, login),
  foreign key (organization_id, practitioner_id) references practitioner
);
call fence_table('app_user');

create table user_role (
  organization_id uuid not null,
  user_id         uuid not null,
  role            text not null check (role in
    ('coder', 'biller', 'physician', 'front-desk', 'supervisor', 'administrator')),
  primary key (organization_id, user_id, role),
  foreign key (organization_id, user_id) references app_user
);
call fence_table('user_role');

-- Tells which organization a login belongs to, before any organization is known. Holds nothing else.
create table sign_in_directory (
  login           text primary key,
  organization_id uuid not null references organization
);
grant select, insert on sign_in_directory to superbill_app;

create table session (
  organization_id uuid        not null,
  token_hash      bytea       not null,
  user_id         uuid        not null,
  -- The role the person acts in right now.
  hat             text        not null,
  created_at      timestamptz not null,
  last_used_at    timestamptz not null,
  expires_at      timestamptz not null,
  ended_at        timestamptz,
  primary key (organization_id, token_hash),
  foreign key (organization_id, user_id, hat) references user_role (organization_id, user_id, role)
);
call fence_table('session');

-- The answer to a POST that carried an Idempotency-Key, so that a retry gets it again.
create table idempotency_key (
  organization_id uuid        not null references organization,
  user_id         uuid        not null,
  key             text        not null,
  request_hash    text        not null,
  status          integer     not null,
  response        jsonb       not null,
  created_at      timestamptz not null,
  primary key (organization_id, user_id, key)
);
call fence_append_only_table('idempotency_key');

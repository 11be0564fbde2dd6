-- People are invited, choose a password and second factors of their own, and are disabled, never removed.

alter table app_user
  -- Null until the invitation is accepted, and for a service account.
  alter column password_hash drop not null,
  add column kind text not null default 'person' check (kind in ('person', 'service')),
  add column email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
  add column password_changed_at timestamptz,
  -- Long enough to be the only factor (NIST SP 800-63B-4, 3.1.1.2).
  add column password_stands_alone boolean not null default false,
  -- Wrong codes after a right password; the right password does not start this count anew.
  add column failed_factors integer not null default 0,
  add column factors_rest_until timestamptz,
  add column row_version integer not null default 1;

-- A role that was taken away keeps its row: sessions of the past point at it.
alter table user_role add column ended_at timestamptz;

alter table session
  add column session_id uuid not null default gen_random_uuid(),
  -- What the session may do: 'open' all its hat allows, the others only what finishes the sign-in.
  add column stage text not null default 'open' check (stage in ('second-factor', 'enrol', 'open')),
  add column method text not null default 'password'
    check (method in ('password', 'totp', 'passkey', 'recovery-code', 'oidc', 'invitation')),
  -- Browser and system in words, for the person to recognize: 'Firefox on Linux'.
  add column device text,
  add column locked_at timestamptz,
  -- When the person last proved who they are.
  add column proven_at timestamptz;
alter table session alter column session_id drop default;
alter table session add unique (organization_id, session_id);
create index session_of_user on session (organization_id, user_id, created_at desc);

-- One-time links by which somebody chooses a password. Known by the hash of their token.
create table invitation (
  organization_id uuid        not null,
  token_hash      bytea       not null,
  user_id         uuid        not null,
  purpose         text        not null check (purpose in ('invite', 'reset')),
  created_by      uuid,
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  used_at         timestamptz,
  primary key (organization_id, token_hash),
  foreign key (organization_id, user_id) references app_user,
  foreign key (organization_id, created_by) references app_user
);
create index invitation_of_user on invitation (organization_id, user_id, created_at desc);
call fence_table('invitation');

-- Codes by time (RFC 6238). The secret is sealed.
create table totp_factor (
  organization_id uuid        not null,
  factor_id       uuid        not null,
  user_id         uuid        not null,
  secret          bytea       not null,
  created_at      timestamptz not null,
  confirmed_at    timestamptz,
  -- The newest time step that was used: none is taken twice.
  last_step       bigint      not null default 0,
  last_used_at    timestamptz,
  removed_at      timestamptz,
  primary key (organization_id, factor_id),
  foreign key (organization_id, user_id) references app_user
);
create index totp_of_user on totp_factor (organization_id, user_id);
call fence_table('totp_factor');

-- Passkeys (WebAuthn). Only public keys are here.
create table passkey (
  organization_id uuid        not null,
  passkey_id      uuid        not null,
  user_id         uuid        not null,
  credential_id   text        not null,
  public_key      bytea       not null,
  counter         bigint      not null,
  transports      text[]      not null,
  name            text        not null,
  created_at      timestamptz not null,
  last_used_at    timestamptz,
  removed_at      timestamptz,
  primary key (organization_id, passkey_id),
  unique (organization_id, credential_id),
  foreign key (organization_id, user_id) references app_user
);
create index passkey_of_user on passkey (organization_id, user_id);
call fence_table('passkey');

-- Codes on paper for the day the other factor is lost: 120 random bits, known by their hash.
create table recovery_code (
  organization_id uuid        not null,
  user_id         uuid        not null,
  code_hash       bytea       not null,
  created_at      timestamptz not null,
  used_at         timestamptz,
  -- A newer set took its place, or the factors were taken away.
  ended_at        timestamptz,
  primary key (organization_id, user_id, code_hash),
  foreign key (organization_id, user_id) references app_user
);
call fence_table('recovery_code');

-- Challenges that were answered. They are sealed by us and short-lived; the second answer to one is refused here.
create table spent_challenge (
  organization_id uuid        not null references organization,
  challenge_hash  bytea       not null,
  spent_at        timestamptz not null,
  primary key (organization_id, challenge_hash)
);
call fence_append_only_table('spent_challenge');

-- Browsers in which somebody signed in before: failures elsewhere do not close their door.
create table known_device (
  organization_id uuid        not null,
  token_hash      bytea       not null,
  user_id         uuid        not null,
  created_at      timestamptz not null,
  last_used_at    timestamptz not null,
  failed_sign_ins integer     not null default 0,
  ended_at        timestamptz,
  primary key (organization_id, token_hash),
  foreign key (organization_id, user_id) references app_user
);
create index known_device_of_user on known_device (organization_id, user_id);
call fence_table('known_device');

-- What an organization asks of its people at sign-in.
create table security_setting (
  organization_id         uuid        not null references organization,
  second_factor_roles     text[]      not null default '{}',
  changed_by              uuid        not null,
  changed_at              timestamptz not null,
  row_version             integer     not null default 1,
  primary key (organization_id),
  foreign key (organization_id, changed_by) references app_user
);
call fence_table('security_setting');

-- Letters on their way. The text holds a one-time link, so it is sealed, and taken away when it was delivered.
create table letter (
  organization_id uuid        not null,
  letter_id       uuid        not null,
  user_id         uuid        not null,
  kind            text        not null check (kind in ('invite', 'reset', 'notice')),
  content         bytea,
  state           text        not null default 'waiting' check (state in ('waiting', 'sent', 'failed', 'withdrawn')),
  attempts        integer     not null default 0,
  -- The mail server's reply code or the failure's name: never its words, which may quote the letter.
  last_problem    text,
  created_at      timestamptz not null,
  next_attempt_at timestamptz,
  settled_at      timestamptz,
  primary key (organization_id, letter_id),
  foreign key (organization_id, user_id) references app_user
);
create index letter_waiting on letter (organization_id, next_attempt_at) where state = 'waiting';
call fence_table('letter');

-- Programs that act for the practice, and sign-in with the practice's own identity provider.

-- What a service account may do; a subset of what any service account may.
create table service_permission (
  organization_id uuid        not null,
  user_id         uuid        not null,
  permission      text        not null,
  ended_at        timestamptz,
  primary key (organization_id, user_id, permission),
  foreign key (organization_id, user_id) references app_user
);
call fence_table('service_permission');

create table api_key (
  organization_id uuid        not null,
  key_id          uuid        not null,
  user_id         uuid        not null,
  token_hash      bytea       not null,
  name            text        not null,
  created_by      uuid        not null,
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  last_used_at    timestamptz,
  revoked_at      timestamptz,
  primary key (organization_id, key_id),
  unique (organization_id, token_hash),
  foreign key (organization_id, user_id) references app_user,
  foreign key (organization_id, created_by) references app_user
);
create index api_key_of_user on api_key (organization_id, user_id);
call fence_table('api_key');

-- OpenID Connect: whose word the practice takes for who somebody is. The client's secret is sealed.
create table identity_provider (
  organization_id uuid        not null references organization,
  label           text        not null,
  issuer          text        not null,
  client_id       text        not null,
  client_secret   bytea       not null,
  disabled_at     timestamptz,
  changed_by      uuid        not null,
  changed_at      timestamptz not null,
  row_version     integer     not null default 1,
  primary key (organization_id),
  foreign key (organization_id, changed_by) references app_user
);
call fence_table('identity_provider');

-- Who a user is there. A subject belongs to one user, and a user to one subject of an issuer, as long as the link holds.
create table user_identity (
  organization_id uuid        not null,
  identity_id     uuid        not null,
  issuer          text        not null,
  subject         text        not null,
  user_id         uuid        not null,
  linked_at       timestamptz not null,
  ended_at        timestamptz,
  primary key (organization_id, identity_id),
  foreign key (organization_id, user_id) references app_user
);
create unique index user_identity_of_subject on user_identity (organization_id, issuer, subject) where ended_at is null;
create unique index user_identity_of_user on user_identity (organization_id, issuer, user_id) where ended_at is null;
call fence_table('user_identity');

-- Compensating controls of a practice in which one person codes and bills: who countersigns, what waits for it.

create table control_setting (
  organization_id       uuid        not null references organization,
  -- automatic: they bind people who hold both hats; always: everybody; off: nobody.
  mode                  text        not null default 'automatic' check (mode in ('automatic', 'always', 'off')),
  owner_id              uuid,
  -- Where the owner's letters go, and the address under which the owner opens Superbill.
  owner_email           text,
  link_address          text,
  -- What one person may write off in a day without a countersign.
  write_off_limit_cents bigint      not null default 0 check (write_off_limit_cents >= 0),
  -- Between coding a chart and looking at it again lies a night, and at least so many hours.
  cooling_hours         integer     not null default 12 check (cooling_hours between 1 and 168),
  -- Charts drawn for a second look from what one person coded in a day.
  sample_size           integer     not null default 3 check (sample_size between 0 and 50),
  -- A request that nobody decides ends after so many days.
  request_days          integer     not null default 14 check (request_days between 1 and 90),
  row_version           integer     not null default 1,
  primary key (organization_id),
  foreign key (organization_id, owner_id) references app_user
);
call fence_table('control_setting');

-- The number with which the owner opens a link away from the desk. Ten wrong ones in a row rest it.
create table owner_pin (
  organization_id uuid        not null,
  user_id         uuid        not null,
  pin_hash        text        not null,
  failed_attempts integer     not null default 0,
  set_at          timestamptz not null,
  primary key (organization_id, user_id),
  foreign key (organization_id, user_id) references app_user
);
call fence_table('owner_pin');

create table approval_request (
  organization_id uuid        not null,
  approval_id     uuid        not null,
  kind            text        not null check (kind in ('write-off', 'refund', 'void-payment', 'code-change')),
  -- The charge, patient, payment or claim it is about.
  subject_id      uuid        not null,
  patient_id      uuid        not null,
  -- What it moves; of a change of codes, the difference it makes to the claim.
  amount_cents    bigint      not null,
  -- The act as it was asked for, word for word; it is checked again when it is decided.
  act             jsonb       not null,
  -- What the one who decides is shown besides: sentences and codes as they were when it was asked.
  facts           jsonb       not null,
  note            text        check (length(note) between 1 and 500),
  state           text        not null default 'pending'
    check (state in ('pending', 'approved', 'declined', 'withdrawn', 'expired')),
  requested_by    uuid        not null,
  requested_hat   text        not null,
  requested_at    timestamptz not null,
  expires_at      timestamptz not null,
  -- Everybody whose act it is: none of them may decide it, in whatever hat.
  acted_by        uuid[]      not null check (requested_by = any (acted_by)),
  decided_by      uuid,
  decided_at      timestamptz,
  decided_via     text        check (decided_via in ('desk', 'link')),
  decision_reason text        check (length(decision_reason) between 1 and 500),
  posting_id      uuid,
  primary key (organization_id, approval_id),
  foreign key (organization_id, patient_id) references patient,
  foreign key (organization_id, requested_by) references app_user,
  foreign key (organization_id, decided_by) references app_user,
  foreign key (organization_id, posting_id) references posting,
  check ((state in ('approved', 'declined')) = (decided_by is not null)),
  check (decided_by is null or decided_by <> all (acted_by)),
  check (state <> 'declined' or decision_reason is not null)
);
create unique index one_pending_request on approval_request (organization_id, kind, subject_id)
  where state = 'pending';
create index approval_by_patient on approval_request (organization_id, patient_id, requested_at desc);
call fence_table('approval_request');

-- What was asked does not change under the one who decides, and a decision stands.
create function refuse_changed_request() returns trigger language plpgsql as $$
begin
  if old.state <> 'pending'
    or (to_jsonb(new) - array['state', 'decided_by', 'decided_at', 'decided_via', 'decision_reason', 'posting_id'])
      <> (to_jsonb(old) - array['state', 'decided_by', 'decided_at', 'decided_via', 'decision_reason', 'posting_id'])
  then
    raise exception 'an approval request is frozen' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger frozen before update on approval_request for each row execute function refuse_changed_request();

-- The one-time link of a letter to the owner. Only a hash of its secret is kept.
create table approval_link (
  organization_id uuid        not null,
  token_hash      bytea       not null,
  approval_id     uuid        not null,
  owner_id        uuid        not null,
  expires_at      timestamptz not null,
  failed_attempts integer     not null default 0,
  used_at         timestamptz,
  created_at      timestamptz not null,
  primary key (organization_id, token_hash),
  foreign key (organization_id, approval_id) references approval_request,
  foreign key (organization_id, owner_id) references app_user
);
call fence_table('approval_link');

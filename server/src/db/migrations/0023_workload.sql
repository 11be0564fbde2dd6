-- Load in minutes: who has how much time, what was worked on for how long, what came in when, and who was given what.

-- A person's week. Only people whose week differs from the usual one have a row.
create table work_capacity (
  organization_id   uuid        not null,
  user_id           uuid        not null,
  -- Minutes at work on each weekday, Monday first.
  minutes           integer[]   not null check (cardinality(minutes) = 7 and 0 <= all (minutes) and 1440 >= all (minutes)),
  -- The share kept free for calls and whatever nobody planned.
  unplanned_percent integer     not null check (unplanned_percent between 0 and 90),
  changed_by        uuid        not null,
  changed_at        timestamptz not null,
  primary key (organization_id, user_id),
  foreign key (organization_id, user_id) references app_user,
  foreign key (organization_id, changed_by) references app_user
);
call fence_table('work_capacity');

-- Days on which somebody is away. Why is nobody's business here.
create table absence (
  organization_id uuid        not null,
  absence_id      uuid        not null,
  user_id         uuid        not null,
  from_day        date        not null,
  to_day          date        not null check (to_day >= from_day),
  entered_by      uuid        not null,
  entered_at      timestamptz not null,
  voided_at       timestamptz,
  primary key (organization_id, absence_id),
  foreign key (organization_id, user_id) references app_user,
  foreign key (organization_id, entered_by) references app_user
);
create index absence_by_day on absence (organization_id, to_day);
call fence_table('absence');

-- Somebody had an item open. Durations and counts, nothing of what was done in it.
create table work_span (
  organization_id uuid        not null,
  span_id         uuid        not null,
  user_id         uuid        not null,
  hat             text        not null,
  kind            text        not null,
  subject_id      uuid        not null,
  -- What was known of the item when it was opened, and the minutes the team was expected to take.
  specialty       text,
  setting         text        not null check (setting in ('outpatient', 'inpatient')),
  documents       integer     not null check (documents >= 0),
  pages           integer     not null check (pages >= 0),
  expected_minutes real       not null check (expected_minutes >= 0),
  started_at      timestamptz not null,
  -- When the screen last told of it; the server's clock decides.
  last_seen_at    timestamptz not null,
  is_active       boolean     not null default true,
  active_seconds  integer     not null default 0 check (active_seconds >= 0),
  -- Calls taken and switches away.
  interruptions   integer     not null default 0 check (interruptions >= 0),
  ended_at        timestamptz,
  -- left; lost: nothing was heard any more, and only a bounded time counts.
  ended_how       text        check (ended_how in ('left', 'lost')),
  primary key (organization_id, span_id),
  foreign key (organization_id, user_id) references app_user,
  check ((ended_at is null) = (ended_how is null))
);
create unique index one_open_span on work_span (organization_id, user_id) where ended_at is null;
create index span_by_start on work_span (organization_id, started_at);
create index span_by_subject on work_span (organization_id, subject_id);
call fence_table('work_span');

-- A call, or somebody at the door: that it happened and how long, not who or why.
create table interruption (
  organization_id uuid        not null,
  interruption_id uuid        not null,
  user_id         uuid        not null,
  kind            text        not null check (kind in ('phone-call', 'in-person')),
  started_at      timestamptz not null,
  ended_at        timestamptz,
  primary key (organization_id, interruption_id),
  foreign key (organization_id, user_id) references app_user
);
create unique index one_interruption on interruption (organization_id, user_id) where ended_at is null;
create index interruption_by_start on interruption (organization_id, started_at);
call fence_table('interruption');

-- Quiet hours of a person.
create table focus_time (
  organization_id uuid        not null,
  focus_id        uuid        not null,
  user_id         uuid        not null,
  started_at      timestamptz not null,
  until           timestamptz not null,
  ended_at        timestamptz,
  primary key (organization_id, focus_id),
  foreign key (organization_id, user_id) references app_user
);
create index focus_by_user on focus_time (organization_id, user_id, until);
call fence_table('focus_time');

-- Who was given which item by whom. Items of one batch were moved, and can be taken back, together.
create table work_move (
  organization_id uuid        not null,
  batch_id        uuid        not null,
  ordinal         integer     not null,
  kind            text        not null,
  subject_id      uuid        not null,
  from_id         uuid,
  to_id           uuid,
  moved_by        uuid        not null,
  moved_at        timestamptz not null,
  primary key (organization_id, batch_id, ordinal),
  foreign key (organization_id, from_id) references app_user,
  foreign key (organization_id, to_id) references app_user,
  foreign key (organization_id, moved_by) references app_user
);
call fence_append_only_table('work_move');

-- What is usual, learnt from finished items of the whole team; computed anew now and then.
create table work_time_model (
  organization_id uuid        not null references organization,
  content         jsonb       not null,
  items           integer     not null check (items >= 0),
  learnt_at       timestamptz not null,
  primary key (organization_id)
);
call fence_table('work_time_model');

alter table inbound_file add column owner_id uuid;
alter table inbound_file add foreign key (organization_id, owner_id) references app_user;
alter table message add column owner_id uuid;
alter table message add foreign key (organization_id, owner_id) references app_user;
create index query_by_state on query (organization_id, state, asked_at);

-- What came to a desk, and when: what weekdays usually bring is counted here. The database notes it itself, so that no
-- way into a queue can forget it.
create table work_arrival (
  organization_id uuid        not null,
  arrived_at      timestamptz not null,
  queue           text        not null,
  subject_id      uuid        not null,
  -- It came back from a desk further on.
  is_returned     boolean     not null default false,
  primary key (organization_id, arrived_at, queue, subject_id)
);
call fence_append_only_table('work_arrival');

create function note_encounter_arrival() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.queue = old.queue then
    return null;
  end if;
  if new.queue in ('documentation', 'coding', 'billing', 'follow-up') then
    insert into work_arrival (organization_id, arrived_at, queue, subject_id, is_returned)
    values (new.organization_id, new.queue_since, new.queue, new.encounter_id,
            tg_op = 'UPDATE' and new.queue = 'coding' and old.queue in ('billing', 'follow-up'))
    on conflict do nothing;
  end if;
  return null;
end $$;
create trigger note_arrival after insert or update of queue on encounter
  for each row execute function note_encounter_arrival();

create function note_query_arrival() returns trigger language plpgsql as $$
begin
  insert into work_arrival (organization_id, arrived_at, queue, subject_id)
  values (new.organization_id, new.asked_at, 'query', new.query_id) on conflict do nothing;
  return null;
end $$;
create trigger note_arrival after insert on query for each row execute function note_query_arrival();

create function note_message_arrival() returns trigger language plpgsql as $$
begin
  if new.reply_to_id is null and new.author = 'patient' then
    insert into work_arrival (organization_id, arrived_at, queue, subject_id)
    values (new.organization_id, new.created_at, 'message', new.message_id) on conflict do nothing;
  end if;
  return null;
end $$;
create trigger note_arrival after insert on message for each row execute function note_message_arrival();

create function note_file_arrival() returns trigger language plpgsql as $$
begin
  if new.state = 'waiting' then
    insert into work_arrival (organization_id, arrived_at, queue, subject_id)
    values (new.organization_id, new.received_at, 'file', new.inbound_file_id) on conflict do nothing;
  end if;
  return null;
end $$;
create trigger note_arrival after insert or update of state on inbound_file
  for each row execute function note_file_arrival();

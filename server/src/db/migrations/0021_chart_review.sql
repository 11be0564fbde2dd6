-- A second look at coded charts: drawn by chance, coded again without the first codes, then compared.

-- A day's charts of a coder are drawn from once.
create table chart_draw (
  organization_id uuid        not null,
  coder_id        uuid        not null,
  coded_on        date        not null,
  charts          integer     not null,
  drawn           integer     not null,
  drawn_at        timestamptz not null,
  primary key (organization_id, coder_id, coded_on),
  foreign key (organization_id, coder_id) references app_user
);
call fence_append_only_table('chart_draw');

create table chart_review (
  organization_id  uuid        not null,
  review_id        uuid        not null,
  encounter_id     uuid        not null,
  -- Whose codes are looked at, and who looks: another coder where there is one.
  coder_id         uuid        not null,
  reviewer_id      uuid        not null,
  -- Why it was drawn; not told before it is done.
  stratum          text        not null check (stratum in ('high-value', 'overridden', 'fast', 'chance')),
  drawn_at         timestamptz not null,
  -- Before this the chart is not given out: the night between.
  due_from         timestamptz not null,
  state            text        not null default 'waiting' check (state in ('waiting', 'done')),
  -- Codes in their order, [{system, code}]: the first coding, and the second, blind one.
  first_codes      jsonb       not null,
  second_codes     jsonb,
  codes            integer,
  agreed_codes     integer,
  -- Charges that stand on a code the second look did not confirm.
  difference_cents bigint,
  -- The reviewer opened the coded visit in the meantime, so the look was not blind and is not counted.
  looked_up        boolean,
  done_at          timestamptz,
  primary key (organization_id, review_id),
  unique (organization_id, encounter_id, coder_id),
  foreign key (organization_id, encounter_id) references encounter,
  foreign key (organization_id, coder_id) references app_user,
  foreign key (organization_id, reviewer_id) references app_user,
  check (agreed_codes <= codes),
  check ((state = 'done') = (done_at is not null and second_codes is not null and codes is not null
    and agreed_codes is not null and difference_cents is not null and looked_up is not null))
);
create index review_by_reviewer on chart_review (organization_id, reviewer_id, state, due_from);
call fence_table('chart_review');

create function refuse_changed_review() returns trigger language plpgsql as $$
begin
  if old.state = 'done' or new.first_codes <> old.first_codes or new.due_from <> old.due_from then
    raise exception 'a chart review is frozen' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger frozen before update on chart_review for each row execute function refuse_changed_review();

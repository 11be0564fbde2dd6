-- The weekly letter to the owner: one for each week, whatever restarts.
create table owner_summary (
  organization_id uuid        not null references organization,
  -- The Monday on which the week begins.
  week            date        not null check (extract(isodow from week) = 1),
  sent_at         timestamptz not null,
  primary key (organization_id, week)
);
call fence_append_only_table('owner_summary');

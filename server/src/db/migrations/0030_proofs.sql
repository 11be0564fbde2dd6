-- What the last hourly proof of the invariants found. One row an organization, replaced each time.
create table proof (
  organization_id uuid        not null references organization,
  proved_at       timestamptz not null,
  ok              boolean     not null,
  -- Since when it has been failing; null while everything holds.
  failing_since   timestamptz,
  -- [{name, ok, detail}]: ids and counts only.
  checks          jsonb       not null,
  milliseconds    integer     not null check (milliseconds >= 0),
  primary key (organization_id)
);
call fence_table('proof');

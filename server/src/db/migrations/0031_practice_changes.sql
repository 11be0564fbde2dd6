-- The practice is corrected while it runs. A location, a practitioner or a payer that is no longer used gets a last
-- day and stays: visits, claims and bills of the time before keep pointing at it.

alter table organization add column row_version integer not null default 1;
alter table location     add column row_version integer not null default 1,
                         add column effective_to date;
alter table practitioner add column row_version integer not null default 1,
                         add column effective_to date;
alter table payer        add column row_version integer not null default 1,
                         add column effective_to date;

-- A price that nothing was charged at can be taken back; the row stays and counts no longer.
alter table fee add column row_version integer not null default 1,
                add column withdrawn_at timestamptz;

create or replace function refuse_fee_overlap() returns trigger language plpgsql as $$
begin
  if new.withdrawn_at is null and exists (
    select from fee f
    where f.organization_id = new.organization_id and f.procedure = new.procedure and f.fee_id <> new.fee_id
      and f.withdrawn_at is null
      and daterange(f.effective_from, f.effective_to, '[]') && daterange(new.effective_from, new.effective_to, '[]')
  ) then
    raise exception 'two prices for % on one day', new.procedure using errcode = 'exclusion_violation';
  end if;
  return new;
end $$;

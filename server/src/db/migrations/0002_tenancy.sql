-- How every table is fenced. Two walls stand behind the application's own checks: row-level security
-- by organization, and grants that leave out what must never happen (no DELETE anywhere; no UPDATE on
-- append-only tables).

create function current_organization() returns uuid
  language sql stable
  return nullif(current_setting('app.organization_id', true), '')::uuid;

-- A table whose rows belong to one organization. Rows are never deleted: they are ended, voided or superseded.
create procedure fence_table(name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format(
    'create policy own_organization on %I using (organization_id = current_organization())
     with check (organization_id = current_organization())', name);
  execute format('revoke all on %I from superbill_app', name);
  execute format('grant select, insert, update on %I to superbill_app', name);
end $$;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

-- A fenced table whose rows are only ever added. The triggers bind the owner as well as the application.
create procedure fence_append_only_table(name text) language plpgsql as $$
begin
  call fence_table(name);
  execute format('revoke update on %I from superbill_app', name);
  execute format('create trigger append_only before update or delete on %I
                  for each row execute function refuse_change()', name);
  execute format('create trigger append_only_truncate before truncate on %I
                  for each statement execute function refuse_change()', name);
  execute format('comment on table %I is ''@append-only''', name);
end $$;

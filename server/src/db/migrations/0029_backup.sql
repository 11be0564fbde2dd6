-- Backups read every organization's rows, which nobody else can: a role that only reads, behind policies of its
-- own. Like superbill_app it owns nothing and cannot sign in; one transaction at a time steps down to it.

do $$
begin
  for attempt in 1..20 loop
    begin
      if not exists (select from pg_roles where rolname = 'superbill_backup') then
        create role superbill_backup nologin;
      end if;
      if not pg_has_role(current_user, 'superbill_backup',
                         case when current_setting('server_version_num')::integer >= 160000
                              then 'set' else 'member' end) then
        execute format('grant superbill_backup to %I', current_user);
      end if;
      return;
    exception
      when insufficient_privilege then
        raise exception 'the database user % may not create or join the role superbill_backup', current_user
          using errcode = 'insufficient_privilege',
                hint = format('As an administrator of the server run: create role superbill_backup nologin; '
                              'grant superbill_backup to %I;', current_user);
      when duplicate_object or unique_violation or internal_error then
        perform pg_sleep(0.05);
    end;
  end loop;
  raise exception 'the role superbill_backup could not be set up: others keep changing it';
end $$;

-- Tables to come grant by default; their policy comes with the fence.
grant select on all tables in schema public to superbill_backup;
alter default privileges in schema public grant select on tables to superbill_backup;

-- The policy asks who it is, because it also counts for members of the role, whom the fence must go on binding.
create procedure open_to_backup(name text) language plpgsql as $$
begin
  execute format('create policy backup_reads on %I for select to superbill_backup
                  using (current_user = ''superbill_backup'')', name);
end $$;

do $$
declare
  fenced record;
begin
  for fenced in select relname from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relrowsecurity
  loop
    call open_to_backup(fenced.relname::text);
  end loop;
end $$;

-- As in 0002, and open to backups.
create or replace procedure fence_table(name text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security', name);
  execute format('alter table %I force row level security', name);
  execute format(
    'create policy own_organization on %I using (organization_id = current_organization())
     with check (organization_id = current_organization())', name);
  call open_to_backup(name);
  execute format('revoke all on %I from superbill_app', name);
  execute format('grant select, insert, update on %I to superbill_app', name);
end $$;

-- Each restore begins an epoch: what the practice did between the backup and now is unknown, so nothing is sent
-- until a person has compared with the payers and says so.
create table restore_epoch (
  organization_id uuid        not null references organization,
  epoch           integer     not null check (epoch > 0),
  backup_id       uuid        not null,
  -- When the restored backup was made: what was done after it is not here.
  backup_taken_at timestamptz not null,
  restored_at     timestamptz not null,
  -- Claims that were ready to go and had to be submitted again, files of which nobody knows whether they left.
  claims_held     integer     not null,
  files_unknown   integer     not null,
  resumed_at      timestamptz,
  resumed_by      uuid,
  primary key (organization_id, epoch),
  foreign key (organization_id, resumed_by) references app_user
);
call fence_table('restore_epoch');

-- unknown: it was prepared when the backup was made, and may have left since. A person says which.
alter table interchange drop constraint interchange_state_check;
alter table interchange add constraint interchange_state_check
  check (state in ('prepared', 'sent', 'accepted', 'rejected', 'unknown'));

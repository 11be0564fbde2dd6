-- The role in which the product works. It owns nothing and cannot sign in: each transaction steps down to
-- it (`set local role`), so row-level security and grants bind whatever happens inside.
--
-- Roles belong to the whole server, not to one database: another Superbill may have made it already, or be
-- making it at this very moment. It gets no rights here; each table grants what it allows.

do $$
begin
  for attempt in 1..20 loop
    begin
      if not exists (select from pg_roles where rolname = 'superbill_app') then
        create role superbill_app nologin;
      end if;
      -- From version 16 on a creator may manage the role without being allowed to become it.
      if not pg_has_role(current_user, 'superbill_app',
                         case when current_setting('server_version_num')::integer >= 160000
                              then 'set' else 'member' end) then
        execute format('grant superbill_app to %I', current_user);
      end if;
      return;
    exception
      when insufficient_privilege then
        raise exception 'the database user % may not create or join the role superbill_app', current_user
          using errcode = 'insufficient_privilege',
                hint = format('As an administrator of the server run: create role superbill_app nologin; '
                              'grant superbill_app to %I;', current_user);
      -- Somebody else made or granted it in the meantime (the last is "tuple concurrently updated").
      when duplicate_object or unique_violation or internal_error then
        perform pg_sleep(0.05);
    end;
  end loop;
  raise exception 'the role superbill_app could not be set up: others keep changing it';
end $$;

-- What a claim says names its patient, the member number and an address: it is sealed as what it was made from is, in
-- full, at the next start, and what is made from now on at once.
alter table claim_version
  add column sealed bytea,
  -- SHA-256 of what is sealed. It is the same under every key, so that a frozen version stays provable.
  add column content_sha256 bytea,
  alter column content drop not null,
  add constraint claim_version_clear_or_sealed check ((content is null) <> (sealed is null)),
  add constraint claim_version_hashed check ((sealed is null) = (content_sha256 is null));

-- A version that was sent may be sealed, and sealed again with another key. It cannot say anything else: its hash stands.
create or replace function refuse_frozen_version() returns trigger language plpgsql as $$
begin
  if old.interchange_id is not null and not (
    new.content is null and new.sealed is not null
    and new.content_sha256 is not distinct from coalesce(old.content_sha256, new.content_sha256)
    and (new.organization_id, new.claim_id, new.version, new.interchange_id, new.created_at)
      is not distinct from (old.organization_id, old.claim_id, old.version, old.interchange_id, old.created_at)
  ) then
    raise exception 'claim version was sent and is frozen' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

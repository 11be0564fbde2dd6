-- What a request answered says as much of a patient as the record does: it is sealed as the record's identifiers are, in
-- full, at the next start, and what is answered from now on at once. An answer of before stays until it is as old as
-- every other that goes, so that a request sent again across the upgrade is still done once.
drop trigger append_only on idempotency_key;
drop trigger append_only_truncate on idempotency_key;
comment on table idempotency_key is null;

alter table idempotency_key
  add column sealed bytea,
  alter column response drop not null,
  add constraint idempotency_key_clear_or_sealed check ((response is null) <> (sealed is null));

-- An answer is sealed again with another key, and goes when it is too old to be asked for. It is never another answer.
grant update (response, sealed), delete on idempotency_key to superbill_app;

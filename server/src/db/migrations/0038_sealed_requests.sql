-- A plain hash of what was asked can be guessed by trying (names, dates and codes are few), so it is sealed with the
-- answer. Of a request of before it moves under the seal at the next start: until then a request sent again is known by it.
alter table idempotency_key
  alter column request_hash drop not null,
  add constraint idempotency_key_request_known check (request_hash is not null or sealed is not null);

grant update (request_hash) on idempotency_key to superbill_app;

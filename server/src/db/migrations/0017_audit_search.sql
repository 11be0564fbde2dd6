-- How an act ended, by which route and request, and searching a long trail by person, patient, action and day.

alter table audit_event
  -- Null in rows written before; such a row's hash covers the other fields alone.
  add column outcome    text check (outcome in ('done', 'refused')),
  add column route      text,
  add column request_id uuid;

-- Newest first, page after page, whatever is asked for.
create index audit_by_time on audit_event (organization_id, at desc, sequence desc);
create index audit_by_user on audit_event (organization_id, user_id, at desc, sequence desc);
create index audit_by_action on audit_event (organization_id, action, at desc, sequence desc);
create index audit_of_patient on audit_event (organization_id, patient_id, at desc, sequence desc)
  where patient_id is not null;
drop index audit_by_patient;

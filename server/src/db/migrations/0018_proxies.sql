-- Who may act for a patient (45 CFR 164.502(g)), by what paper, and from when to when.

create table patient_proxy (
  organization_id uuid        not null,
  proxy_id        uuid        not null,
  patient_id      uuid        not null,
  first_name      text        not null check (first_name <> ''),
  last_name       text        not null check (last_name <> ''),
  birth_date      date        not null,
  kind            text        not null check (kind in ('parent', 'guardian', 'power-of-attorney', 'executor')),
  -- The paper as the desk saw it.
  document        text        not null check (document <> ''),
  effective_from  date        not null,
  effective_to    date,
  added_by        uuid        not null,
  added_at        timestamptz not null,
  -- Taken back before its time.
  ended_by        uuid,
  ended_at        timestamptz,
  primary key (organization_id, proxy_id),
  -- A link and a session name both, so that a proxy never stands beside another patient.
  unique (organization_id, proxy_id, patient_id),
  foreign key (organization_id, patient_id) references patient,
  foreign key (organization_id, added_by) references app_user,
  foreign key (organization_id, ended_by) references app_user,
  check (effective_to is null or effective_to >= effective_from),
  check ((ended_by is null) = (ended_at is null))
);
create index proxy_of_patient on patient_proxy (organization_id, patient_id, effective_from);
call fence_table('patient_proxy');

alter table statement_link
  add column proxy_id uuid,
  add foreign key (organization_id, proxy_id) references patient_proxy;
alter table portal_session
  add column proxy_id uuid,
  add foreign key (organization_id, proxy_id, patient_id)
    references patient_proxy (organization_id, proxy_id, patient_id);
alter table message
  -- Who of the patient's side wrote it; null for the patient and for the practice.
  add column proxy_id uuid,
  add foreign key (organization_id, proxy_id, patient_id)
    references patient_proxy (organization_id, proxy_id, patient_id);

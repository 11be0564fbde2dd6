-- Learning from coding decisions, and asking a language model: off until somebody turns it on. What is learnt can be
-- computed again from the decisions at any time; nothing here holds words of a record but names of diagnoses.

create table coding_setting (
  organization_id uuid        not null references organization,
  learning        boolean     not null default false,
  language_model  boolean     not null default false,
  -- Everything was forgotten then: decisions up to here no longer count.
  learn_after     timestamptz,
  changed_by      uuid        not null,
  changed_at      timestamptz not null,
  primary key (organization_id),
  foreign key (organization_id, changed_by) references app_user
);
call fence_table('coding_setting');

-- The model in use. `content` is null after everything was forgotten.
create table learnt_model (
  organization_id uuid        not null references organization,
  version         integer     not null check (version > 0),
  content         jsonb,
  visits          integer     not null check (visits >= 0),
  learnt_by       uuid        not null,
  learnt_at       timestamptz not null,
  primary key (organization_id),
  foreign key (organization_id, learnt_by) references app_user
);
call fence_table('learnt_model');

-- Phrases that are not to be learnt from decisions before a moment.
create table forgotten_phrase (
  organization_id uuid        not null references organization,
  phrase          text        not null check (phrase ~ '^[a-z][a-z ]{0,59}$'),
  code            text        not null,
  forgotten_by    uuid        not null,
  forgotten_at    timestamptz not null,
  primary key (organization_id, phrase, code),
  foreign key (organization_id, forgotten_by) references app_user
);
call fence_table('forgotten_phrase');

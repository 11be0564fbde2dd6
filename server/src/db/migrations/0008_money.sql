-- Remittances and the ledger. Money moves only by postings that sum to zero; a mistake is reversed by
-- a posting that names it, so the balance of any past day can be rebuilt.

create table remit (
  organization_id uuid        not null references organization,
  remit_id        uuid        not null,
  inbound_file_id uuid        not null,
  payer_id        uuid,
  payer_name      text        not null,
  payer_identifier text       not null,
  trace_number    text        not null,
  payment_date    date        not null,
  paid_cents      bigint      not null,
  method          text        not null,
  -- Hash of the transaction's content without its control numbers: the same payment in another envelope.
  content_hash    text        not null,
  posted_at       timestamptz not null,
  primary key (organization_id, remit_id),
  unique (organization_id, content_hash),
  unique (organization_id, payer_identifier, trace_number, payment_date, paid_cents),
  foreign key (organization_id, inbound_file_id) references inbound_file,
  foreign key (organization_id, payer_id) references payer
);
call fence_append_only_table('remit');

create table remit_claim (
  organization_id uuid    not null,
  remit_claim_id  uuid    not null,
  remit_id        uuid    not null,
  ordinal         integer not null,
  -- Null when the remittance names a claim we do not know: its money waits in suspense.
  claim_id        uuid,
  control_number  text    not null,
  status          text    not null,
  charge_cents    bigint  not null,
  paid_cents      bigint  not null,
  patient_responsibility_cents bigint not null,
  payer_control_number text,
  adjustments     jsonb   not null default '[]',
  primary key (organization_id, remit_claim_id),
  unique (organization_id, remit_id, ordinal),
  foreign key (organization_id, remit_id) references remit,
  foreign key (organization_id, claim_id) references claim
);
create index remit_claim_by_claim on remit_claim (organization_id, claim_id);
call fence_append_only_table('remit_claim');

create table remit_line (
  organization_id uuid    not null,
  remit_line_id   uuid    not null,
  remit_claim_id  uuid    not null,
  ordinal         integer not null,
  claim_line_id   uuid,
  procedure       text    not null,
  charge_cents    bigint  not null,
  paid_cents      bigint  not null,
  allowed_cents   bigint,
  -- [{group, reason, amountCents}]
  adjustments     jsonb   not null default '[]',
  remarks         text[]  not null default '{}',
  primary key (organization_id, remit_line_id),
  unique (organization_id, remit_claim_id, ordinal),
  foreign key (organization_id, remit_claim_id) references remit_claim,
  foreign key (organization_id, claim_line_id) references claim_line
);
create index remit_line_by_claim_line on remit_line (organization_id, claim_line_id);
call fence_append_only_table('remit_line');

create table posting (
  organization_id uuid        not null references organization,
  posting_id      uuid        not null,
  -- As the ledger engine names them: charge, remit, patient-payment, discount, reversal …
  kind            text        not null,
  posted_on       date        not null,
  memo            text        not null,
  remit_id        uuid,
  reverses_id     uuid,
  posted_by       uuid,
  posted_at       timestamptz not null,
  primary key (organization_id, posting_id),
  foreign key (organization_id, remit_id) references remit,
  foreign key (organization_id, reverses_id) references posting,
  foreign key (organization_id, posted_by) references app_user
);
create unique index reversed_once on posting (organization_id, reverses_id) where reverses_id is not null;
call fence_append_only_table('posting');

-- Money a patient paid.
create table patient_payment (
  organization_id uuid   not null,
  payment_id      uuid   not null,
  patient_id      uuid   not null,
  amount_cents    bigint not null check (amount_cents > 0),
  method          text   not null check (method in ('cash', 'check', 'card')),
  reference       text,
  received_on     date   not null,
  recorded_by     uuid   not null,
  primary key (organization_id, payment_id),
  foreign key (organization_id, patient_id) references patient,
  foreign key (organization_id, recorded_by) references app_user
);
call fence_append_only_table('patient_payment');

create table ledger_entry (
  organization_id uuid    not null,
  posting_id      uuid    not null,
  ordinal         integer not null,
  account         text    not null,
  amount_cents    bigint  not null check (amount_cents <> 0), -- debit +, credit −; zero per posting
  -- Why the entry exists: the ids along the thread, as far as they apply.
  patient_id      uuid,
  charge_id       uuid,
  claim_id        uuid,
  claim_line_id   uuid,
  remit_claim_id  uuid,
  remit_line_id   uuid,
  payment_id      uuid,
  -- {group, reason} of the adjustment that moved this amount.
  adjustment      jsonb,
  -- {reason, reference} of a provider-level adjustment.
  provider_adjustment jsonb,
  primary key (organization_id, posting_id, ordinal),
  foreign key (organization_id, posting_id) references posting,
  foreign key (organization_id, patient_id) references patient,
  foreign key (organization_id, charge_id) references charge,
  foreign key (organization_id, claim_id) references claim,
  foreign key (organization_id, claim_line_id) references claim_line,
  foreign key (organization_id, remit_claim_id) references remit_claim,
  foreign key (organization_id, remit_line_id) references remit_line,
  foreign key (organization_id, payment_id) references patient_payment
);
create index entry_by_patient on ledger_entry (organization_id, patient_id, account);
create index entry_by_charge on ledger_entry (organization_id, charge_id);
call fence_append_only_table('ledger_entry');

create function refuse_unbalanced_posting() returns trigger language plpgsql as $$
declare
  entries integer;
  total bigint;
begin
  select count(*), coalesce(sum(amount_cents), 0) into entries, total from ledger_entry
  where organization_id = new.organization_id and posting_id = new.posting_id;
  if entries < 2 or total <> 0 then
    raise exception 'posting % does not balance: % entries, sum %', new.posting_id, entries, total
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger balanced after insert on posting deferrable initially deferred
  for each row execute function refuse_unbalanced_posting();
create constraint trigger balanced after insert on ledger_entry deferrable initially deferred
  for each row execute function refuse_unbalanced_posting();

-- A bill as it was sent.
create table statement (
  organization_id  uuid        not null,
  statement_id     uuid        not null,
  patient_id       uuid        not null,
  number           text        not null,
  issued_on        date        not null,
  due_on           date        not null,
  balance_cents    bigint      not null,
  created_by       uuid        not null,
  created_at       timestamptz not null,
  primary key (organization_id, statement_id),
  unique (organization_id, number),
  foreign key (organization_id, patient_id) references patient,
  foreign key (organization_id, created_by) references app_user
);
call fence_append_only_table('statement');

create table statement_line (
  organization_id   uuid    not null,
  statement_line_id uuid    not null,
  statement_id      uuid    not null,
  ordinal           integer not null,
  charge_id         uuid    not null,
  service_date      date    not null,
  wording           text    not null,
  wording_es        text,
  practitioner      text    not null,
  price_cents       bigint  not null,
  discount_cents    bigint  not null,
  insurance_paid_cents bigint not null,
  patient_paid_cents bigint not null,
  insurance_pending_cents bigint not null,
  owed_cents        bigint  not null,
  -- [{sentence, params}] from the closed set of sentences; rendered in the patient's language.
  reasons           jsonb   not null,
  primary key (organization_id, statement_line_id),
  unique (organization_id, statement_id, ordinal),
  foreign key (organization_id, statement_id) references statement,
  foreign key (organization_id, charge_id) references charge
);
create index statement_line_by_charge on statement_line (organization_id, charge_id);
call fence_append_only_table('statement_line');

-- The one-time link on a statement. Only a hash of its secret is kept.
create table statement_link (
  organization_id uuid        not null,
  token_hash      bytea       not null,
  statement_id    uuid        not null,
  expires_at      timestamptz not null,
  failed_attempts integer     not null default 0,
  used_at         timestamptz,
  created_at      timestamptz not null,
  primary key (organization_id, token_hash),
  foreign key (organization_id, statement_id) references statement
);
call fence_table('statement_link');

create table portal_session (
  organization_id uuid        not null,
  token_hash      bytea       not null,
  patient_id      uuid        not null,
  statement_id    uuid        not null,
  created_at      timestamptz not null,
  expires_at      timestamptz not null,
  ended_at        timestamptz,
  primary key (organization_id, token_hash),
  foreign key (organization_id, patient_id) references patient,
  foreign key (organization_id, statement_id) references statement
);
call fence_table('portal_session');

-- A patient's question about the bill, and the answers.
create table message (
  organization_id   uuid        not null,
  message_id        uuid        not null,
  patient_id        uuid        not null,
  statement_id      uuid        not null,
  statement_line_id uuid,
  -- The question this answers; null for a question.
  reply_to_id       uuid,
  author            text        not null check (author in ('patient', 'practice')),
  author_id         uuid,
  body              text        not null check (length(body) between 1 and 4000),
  state             text        not null default 'open' check (state in ('open', 'answered')),
  created_at        timestamptz not null,
  primary key (organization_id, message_id),
  foreign key (organization_id, patient_id) references patient,
  foreign key (organization_id, statement_id) references statement,
  foreign key (organization_id, statement_line_id) references statement_line,
  foreign key (organization_id, reply_to_id) references message,
  foreign key (organization_id, author_id) references app_user
);
create index message_by_state on message (organization_id, state, created_at);
call fence_table('message');

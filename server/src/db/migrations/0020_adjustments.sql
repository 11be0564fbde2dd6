-- What takes money off the books besides a payer's answer: write-offs, refunds, payments that were recorded wrongly.

create table write_off (
  organization_id uuid        not null,
  write_off_id    uuid        not null,
  charge_id       uuid        not null,
  patient_id      uuid        not null,
  amount_cents    bigint      not null check (amount_cents > 0),
  -- Whose debt is given up: the patient's, or what an insurer denied.
  owed_by         text        not null check (owed_by in ('patient', 'insurance')),
  reason          text        not null
    check (reason in ('small-balance', 'charity', 'bad-debt', 'timely-filing', 'denial-accepted')),
  note            text        check (length(note) between 1 and 500),
  approval_id     uuid,
  posting_id      uuid        not null,
  written_by      uuid        not null,
  written_on      date        not null,
  written_at      timestamptz not null,
  primary key (organization_id, write_off_id),
  foreign key (organization_id, charge_id) references charge,
  foreign key (organization_id, patient_id) references patient,
  foreign key (organization_id, approval_id) references approval_request,
  foreign key (organization_id, posting_id) references posting,
  foreign key (organization_id, written_by) references app_user
);
create index write_off_by_day on write_off (organization_id, written_on, written_by);
call fence_append_only_table('write_off');

create table refund (
  organization_id uuid        not null,
  refund_id       uuid        not null,
  patient_id      uuid        not null,
  amount_cents    bigint      not null check (amount_cents > 0),
  payee           text        not null check (payee in ('patient', 'other')),
  payee_name      text        not null check (length(payee_name) between 1 and 120),
  method          text        not null check (method in ('check', 'card', 'cash')),
  note            text        check (length(note) between 1 and 500),
  approval_id     uuid,
  posting_id      uuid        not null,
  refunded_by     uuid        not null,
  refunded_on     date        not null,
  refunded_at     timestamptz not null,
  primary key (organization_id, refund_id),
  foreign key (organization_id, patient_id) references patient,
  foreign key (organization_id, approval_id) references approval_request,
  foreign key (organization_id, posting_id) references posting,
  foreign key (organization_id, refunded_by) references app_user
);
create index refund_by_day on refund (organization_id, refunded_on);
call fence_append_only_table('refund');

-- A payment that was recorded wrongly: its posting is reversed, the row stays.
create table payment_void (
  organization_id uuid        not null,
  payment_id      uuid        not null,
  reason          text        not null
    check (reason in ('entered-twice', 'wrong-patient', 'wrong-amount', 'check-returned')),
  note            text        check (length(note) between 1 and 500),
  approval_id     uuid,
  posting_id      uuid        not null,
  voided_by       uuid        not null,
  voided_on       date        not null,
  voided_at       timestamptz not null,
  primary key (organization_id, payment_id),
  foreign key (organization_id, payment_id) references patient_payment,
  foreign key (organization_id, approval_id) references approval_request,
  foreign key (organization_id, posting_id) references posting,
  foreign key (organization_id, voided_by) references app_user
);
call fence_append_only_table('payment_void');

-- What the bank says came in on a day, as the owner reads it there. The last word on a day holds.
create table deposit (
  organization_id uuid        not null references organization,
  deposit_id      uuid        not null,
  deposit_on      date        not null,
  bank_cents      bigint      not null check (bank_cents >= 0),
  note            text        check (length(note) between 1 and 500),
  entered_by      uuid        not null,
  entered_at      timestamptz not null,
  primary key (organization_id, deposit_id),
  foreign key (organization_id, entered_by) references app_user
);
create index deposit_by_day on deposit (organization_id, deposit_on, entered_at);
call fence_append_only_table('deposit');

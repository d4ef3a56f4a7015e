-- Statements of providers and of the bank, what became of their lines, and the breaks. All of it is only added to.

alter table journal drop constraint journal_kind_check;
alter table journal add constraint journal_kind_check check (kind in
  ('FARE', 'CHARGE', 'REFUND', 'BATCH', 'DEAL', 'PAYOUT', 'FEE', 'PAYMENT', 'SUSPENSE', 'RELEASE')) not valid;
alter table posting drop constraint posting_account_check;
alter table posting add constraint posting_account_check check (
  account in ('fx-position', 'fx-spread', 'fx-settlement', 'fx-result')
  or split_part(account, ':', 1) in ('wallet-receivable', 'operator-payable', 'provider-clearing', 'operator-settlement',
    'bank', 'provider-fees', 'suspense')) not valid;
create index journal_of_bank on journal (kind, id) where kind in ('PAYOUT', 'FEE', 'PAYMENT', 'SUSPENSE', 'RELEASE');

-- digest: of the content. The same statement comes with the same one; another one under the same key is refused.
create table statement (
  source text not null,
  day date not null,
  digest text not null,
  line_count int not null,
  received_at timestamptz not null default now(),
  primary key (source, day)
);

create table trade_line (
  reference text primary key,
  source text not null,
  statement_day date not null,
  wallet_scheme text not null,
  merchant text not null,
  kind text not null check (kind in ('DEBIT', 'REFUND')),
  number text not null,
  trade_number text not null,
  provider_number text not null,
  currency text not null,
  amount_minor bigint not null check (amount_minor >= 0),
  rate_holds boolean not null,
  trade_day date not null check (trade_day <= statement_day),
  foreign key (source, statement_day) references statement (source, day)
);
create index trade_line_by_trade on trade_line (wallet_scheme, trade_number);
create index trade_line_by_day on trade_line (trade_day, wallet_scheme);

create table settlement_line (
  reference text primary key,
  source text not null,
  settlement_date date not null,
  wallet_scheme text not null,
  merchant text not null,
  batch_id text not null,
  trade_start date not null,
  trade_end date not null check (trade_end >= trade_start),
  currency text not null,
  pay_minor bigint not null check (pay_minor >= 0),
  refund_minor bigint not null check (refund_minor >= 0),
  fee_minor bigint not null,
  foreign key (source, settlement_date) references statement (source, day)
);

-- Credits to our account are positive. names: every reference in the entry's details.
create table bank_line (
  reference text primary key,
  source text not null,
  booked_on date not null,
  currency text not null,
  amount_minor bigint not null check (amount_minor <> 0),
  names text[] not null,
  foreign key (source, booked_on) references statement (source, day)
);

-- Lines of the ledger, of statements and of the bank that need not be looked at again.
create table settled_line (
  reference text primary key,
  state text not null,
  as_of date not null
);

-- A break's story, a row per change; the last one says how it stands.
create table break_change (
  break_id text not null,
  revision int not null check (revision > 0),
  transition text not null check (transition in ('OPENED', 'CHANGED', 'RESOLVED')),
  cause text not null,
  reason text not null,
  amount_minor bigint not null,
  currency text not null,
  since date not null,
  wallet_scheme text,
  ours text,
  theirs text,
  number text,
  resolved_by text,
  as_of date not null,
  occurred_at timestamptz not null,
  primary key (break_id, revision),
  check ((transition = 'RESOLVED') = (resolved_by is not null))
);
create index break_change_since on break_change (since);

create table reconciliation_run (
  day date not null,
  run int not null,
  at timestamptz not null,
  pending bigint not null,
  matched bigint not null,
  explained bigint not null,
  broken bigint not null,
  problems text[] not null,
  primary key (day, run)
);

create trigger statement_append_only before update or delete or truncate on statement
  for each statement execute function refuse_change();
create trigger trade_line_append_only before update or delete or truncate on trade_line
  for each statement execute function refuse_change();
create trigger settlement_line_append_only before update or delete or truncate on settlement_line
  for each statement execute function refuse_change();
create trigger bank_line_append_only before update or delete or truncate on bank_line
  for each statement execute function refuse_change();
create trigger settled_line_append_only before update or delete or truncate on settled_line
  for each statement execute function refuse_change();
create trigger break_change_append_only before update or delete or truncate on break_change
  for each statement execute function refuse_change();
create trigger reconciliation_run_append_only before update or delete or truncate on reconciliation_run
  for each statement execute function refuse_change();

-- Our debits and refunds, as the ledger has them.
create view ledger_trade as
  select j.id as journal_id, c.wallet_scheme, c.operator_id, 'DEBIT' as kind, c.out_trade_no as number,
    c.out_trade_no as trade_number, p.amount_minor, p.currency, j.occurred_at
  from charge c join journal j on j.id = 'charge-settled:' || c.id
    join journal_line p on p.journal_id = j.id and p.account = 'provider-clearing:' || c.wallet_scheme
  where c.status = 'SETTLED'
  union all
  select j.id, r.wallet_scheme, c.operator_id, 'REFUND', r.out_refund_no, c.out_trade_no, -p.amount_minor, p.currency, j.occurred_at
  from refund r join charge c on c.id = r.charge_id join journal j on j.id = 'charge-refunded:' || r.out_refund_no
    join journal_line p on p.journal_id = j.id and p.account = 'provider-clearing:' || r.wallet_scheme
  where r.status = 'REFUNDED';

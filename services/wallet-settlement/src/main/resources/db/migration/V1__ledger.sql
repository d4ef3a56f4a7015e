-- The ledger. Facts are only added: triggers refuse every update, delete and truncate.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

-- Business days up to and including closed_through take no more fares.
create table cut_off (
  only_row boolean primary key default true check (only_row),
  closed_through date,
  batched_through date
);
insert into cut_off default values;

-- One row per fare that was booked: decides what is new, and which day it is paid with.
create table booked_fare (
  conversion_id text primary key,
  journey_id text not null,
  rider_id text not null,
  wallet_scheme text not null,
  operator_id text not null,
  business_day date not null,
  settlement_day date not null check (settlement_day >= business_day),
  fare_minor bigint not null,
  fare_currency text not null,
  wallet_minor bigint not null,
  wallet_currency text not null,
  spread_minor bigint not null,
  occurred_at timestamptz not null
);
create index booked_fare_by_day on booked_fare (settlement_day, operator_id, fare_currency);
create trigger booked_fare_append_only before update or delete or truncate on booked_fare
  for each statement execute function refuse_change();

create table journal (
  id text primary key,
  kind text not null check (kind in ('FARE', 'CHARGE', 'REFUND', 'BATCH')),
  occurred_at timestamptz not null,
  posting_count smallint not null check (posting_count >= 0),
  recorded_at timestamptz not null default now()
);
create trigger journal_append_only before update or delete or truncate on journal
  for each statement execute function refuse_change();

-- Debits positive, credits negative, in whole minor units.
create table posting (
  journal_id text not null references journal (id),
  line smallint not null check (line > 0),
  account text not null check (
    account in ('fx-position', 'fx-spread')
    or split_part(account, ':', 1)
      in ('wallet-receivable', 'operator-payable', 'provider-clearing', 'operator-settlement')),
  currency text not null,
  amount_minor bigint not null check (amount_minor <> 0),
  primary key (journal_id, line)
);
create trigger posting_append_only before update or delete or truncate on posting
  for each statement execute function refuse_change();

-- Balances follow the postings. An account's balance is spread over slots, so that replicas seldom wait for one another.
create table account_balance (
  account text not null,
  currency text not null,
  slot smallint not null,
  amount_minor bigint not null,
  primary key (account, currency, slot)
);

-- Runs once per statement, not per row: a journal's postings come in one statement, all of them, and sum to zero.
create function take_postings() returns trigger language plpgsql as $$
declare
  broken text;
begin
  select f.journal_id into broken
    from fresh f join journal j on j.id = f.journal_id
    group by f.journal_id, j.posting_count having count(*) <> j.posting_count limit 1;
  if found then
    raise exception 'journal % has other postings than it was written with', broken using errcode = 'check_violation';
  end if;
  select journal_id into broken
    from fresh group by journal_id, currency having sum(amount_minor) <> 0 limit 1;
  if found then
    raise exception 'journal % does not sum to zero', broken using errcode = 'check_violation';
  end if;
  -- In one order everywhere, so that two transactions never wait for each other in a circle.
  insert into account_balance (account, currency, slot, amount_minor)
    select account, currency, pg_backend_pid() % 16, sum(amount_minor)
    from fresh group by account, currency order by account, currency
    on conflict (account, currency, slot)
    do update set amount_minor = account_balance.amount_minor + excluded.amount_minor;
  return null;
end $$;
create trigger posting_taken after insert on posting referencing new table as fresh
  for each statement execute function take_postings();

-- A closed business day of an operator in a currency.
create table batch (
  operator_id text not null,
  currency text not null,
  business_day date not null,
  fare_count bigint not null,
  amount_minor bigint not null,
  closed_at timestamptz not null,
  primary key (business_day, operator_id, currency)
);
create trigger batch_append_only before update or delete or truncate on batch
  for each statement execute function refuse_change();

-- What was booked and has still to be told, in order; a row goes once the broker has it.
create table outbox (
  sequence bigint generated always as identity primary key,
  kind text not null,
  payload text not null
);

-- The time of a replayed day.
create table replay_time (
  only_row boolean primary key default true check (only_row),
  reached timestamptz not null
);

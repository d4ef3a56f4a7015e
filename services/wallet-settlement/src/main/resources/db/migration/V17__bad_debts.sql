-- Debts that were given up, and those of them that were paid after all. Amounts of the latter are negative.
create table bad_debt (
  id text primary key,
  charge_id text not null references charge (id),
  kind text not null check (kind in ('WRITTEN_OFF', 'RECOVERED')),
  bearer text not null check (bearer in ('OPERATOR', 'ISSUER')),
  wallet_scheme text not null,
  operator_id text not null,
  settlement_day date not null,
  owed_minor bigint not null,
  owed_currency text not null,
  fare_minor bigint not null,
  fare_currency text not null,
  spread_minor bigint not null,
  -- what the operator's day moves by
  operator_minor bigint not null,
  occurred_at timestamptz not null,
  unique (charge_id, kind)
);
create index bad_debt_by_day on bad_debt (settlement_day, operator_id, fare_currency) where operator_minor <> 0;
create index charge_debt on charge (wallet_scheme, declined_at) where status = 'DEBT';
create trigger bad_debt_append_only before update or delete or truncate on bad_debt
  for each statement execute function refuse_change();

-- What moves what an operator is owed: fares, corrections, and debts that the operator bears.
create view operator_movement as
  select operator_id, fare_currency, settlement_day, fare_minor from booked_fare
  union all
  select operator_id, fare_currency, settlement_day, operator_minor from bad_debt where operator_minor <> 0;

select widen_check('journal', 'journal_kind_check', 'kind in (''WRITE_OFF'', ''RECOVERY'')');
select widen_check('posting', 'posting_account_check', 'split_part(account, '':'', 1) = ''issuer-claims''');

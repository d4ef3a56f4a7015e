-- Fares as the ledger posted them, one row each, in the order in which they were travelled. A day is a partition: it is
-- made when its first fare comes, and a day that nobody asks for any more is dropped in one piece.
create table fare_record (
  day             date        not null,
  occurred_at     timestamptz not null,
  posting         uuid        not null,
  posting_id      text        not null,
  journey_id      text        not null,
  kind            text        not null check (kind in ('FARE', 'MAXIMUM', 'CORRECTION')),
  settlement_day  date        not null check (settlement_day >= day),
  wallet_home     text        not null,
  place           text        not null,
  city            text        not null,
  operator_id     text        not null,
  wallet_scheme   text        not null,
  fare_minor      bigint      not null,
  fare_currency   text        not null,
  wallet_minor    bigint      not null,
  wallet_currency text        not null,
  spread_minor    bigint      not null,
  rate            numeric,
  applied_rate    numeric,
  rate_ids        text,
  residue         numeric     not null,
  proposal_id     text,
  primary key (day, occurred_at, posting)
) partition by range (day);

-- What those rows add up to. A cell of a closed day never changes: what comes later has a later settlement day.
create table fare_cell (
  day             date   not null,
  settlement_day  date   not null,
  kind            text   not null,
  by_proposal     boolean not null,
  converted       boolean not null,
  wallet_home     text   not null,
  place           text   not null,
  city            text   not null,
  operator_id     text   not null,
  wallet_scheme   text   not null,
  fare_currency   text   not null,
  wallet_currency text   not null,
  fares           bigint not null,
  journeys        bigint not null,
  fare_minor      bigint not null,
  wallet_minor    bigint not null,
  spread_minor    bigint not null,
  residue         numeric not null,
  primary key (day, settlement_day, kind, by_proposal, converted, wallet_home, place, city, operator_id, wallet_scheme, fare_currency, wallet_currency)
);
create index fare_cell_by_settlement_day on fare_cell (settlement_day);

-- Days that were counted before rows were kept: their fares and corrections lie in one cell, settled on their own day.
insert into fare_cell
select day, day, 'FARE', false, fare_currency <> wallet_currency, split_part(corridor, '-', 1), split_part(corridor, '-', 2), city, operator_id, wallet_scheme,
  fare_currency, wallet_currency, fares, journeys, fare_minor, wallet_minor, spread_minor, 0
from fares_by_day;
drop table fares_by_day;
create view fares_by_day as
select day, wallet_home || '-' || place as corridor, city, operator_id, wallet_scheme, fare_currency, wallet_currency,
  cast(sum(journeys) as bigint) as journeys, cast(sum(fares) as bigint) as fares, cast(sum(fares - journeys) as bigint) as corrections,
  cast(sum(fare_minor) as bigint) as fare_minor, cast(sum(wallet_minor) as bigint) as wallet_minor, cast(sum(spread_minor) as bigint) as spread_minor
from fare_cell group by 1, 2, 3, 4, 5, 6, 7;

-- Answers of the providers, by the day they were booked as well.
create table charge_cell (
  day           date   not null,
  answered_on   date   not null,
  operator_id   text   not null,
  wallet_scheme text   not null,
  currency      text   not null,
  outcome       text   not null check (outcome in ('SETTLED', 'DECLINED', 'REFUNDED')),
  charges       bigint not null,
  amount_minor  bigint not null,
  fee_minor     bigint not null,
  primary key (day, answered_on, operator_id, wallet_scheme, currency, outcome)
);
create index charge_cell_by_answer on charge_cell (answered_on);
insert into charge_cell
select day, day, operator_id, wallet_scheme, currency, outcome, charges, amount_minor, 0 from charges_by_day;
drop table charges_by_day;
create view charges_by_day as
select day, operator_id, wallet_scheme, currency, outcome, cast(sum(charges) as bigint) as charges, cast(sum(amount_minor) as bigint) as amount_minor
from charge_cell group by 1, 2, 3, 4, 5;

-- Debts given up, and what came of them after all.
create table write_off_cell (
  settlement_day date   not null,
  operator_id    text   not null,
  wallet_scheme  text   not null,
  kind           text   not null,
  bearer         text   not null,
  currency       text   not null,
  fare_currency  text   not null,
  charges        bigint not null,
  amount_minor   bigint not null,
  operator_minor bigint not null,
  primary key (settlement_day, operator_id, wallet_scheme, kind, bearer, currency, fare_currency)
);

-- What a fare scheme of a government pays riders later, by the month of travel.
create table subsidy_cell (
  month         date   not null,
  rule          text   not null,
  wallet_scheme text   not null,
  currency      text   not null,
  changes       bigint not null,
  amount_minor  bigint not null,
  primary key (month, rule, wallet_scheme, currency)
);

-- Published rates: one base costs that much of quote.
create table rate (
  rate_id      text        primary key,
  source       text        not null,
  base         text        not null,
  quote        text        not null,
  rate         numeric     not null check (rate > 0),
  rate_date    date        not null,
  published_at timestamptz not null
);
create index rate_by_pair on rate (base, quote, published_at);

-- Every change of a break of the reconciliation; the latest revision says how it stands.
create table break_change (
  break_id          text    not null,
  revision          int     not null,
  transition        text    not null,
  reason            text    not null,
  owner             text    not null,
  amount_minor      bigint  not null,
  currency          text    not null,
  since             date    not null,
  age_days          int     not null,
  wallet_scheme     text,
  our_reference     text,
  their_reference   text,
  trade_number      text,
  resolved_by       text,
  told_at           timestamptz not null,
  primary key (break_id, revision)
);

alter table batches
  add column gross_minor bigint not null default 0,
  add column taken_back_minor bigint not null default 0,
  add column value_date date;

-- Units of a currency for one euro, by the last rate published before that day ended in Hong Kong. Null if there is none.
create function euro_rate(of_day date, of_currency text) returns numeric language sql stable as $$
  select case of_currency when 'EUR' then 1 else (
    select rate from rate
    where base = 'EUR' and quote = of_currency and published_at < (of_day + 1)::timestamp at time zone 'Asia/Hong_Kong'
    order by published_at desc, rate_id limit 1) end
$$;

-- The period that a day is in, as SDMX writes it: 2026-04-09, 2026-04, 2026-Q2, 2026.
create function period(of_day date, length text) returns text language sql immutable as $$
  select case length
    when 'DAY' then to_char(of_day, 'YYYY-MM-DD')
    when 'MONTH' then to_char(of_day, 'YYYY-MM')
    when 'QUARTER' then to_char(of_day, 'YYYY-"Q"Q')
    when 'YEAR' then to_char(of_day, 'YYYY')
  end
$$;

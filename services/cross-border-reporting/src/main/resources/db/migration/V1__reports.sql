-- What has been counted. An event's id is kept as a hash under the business day of its occurredAt: whoever wants to
-- count an event must first be the one who files it here, in the same transaction.
create table seen (
  day   date not null,
  event uuid not null,
  primary key (day, event)
);

-- Fares as the ledger posted them: one row per business day and cell, only ever added to.
create table fares_by_day (
  day             date   not null,
  corridor        text   not null,
  city            text   not null,
  operator_id     text   not null,
  wallet_scheme   text   not null,
  fare_currency   text   not null,
  wallet_currency text   not null,
  journeys        bigint not null,
  fares           bigint not null,
  corrections     bigint not null,
  fare_minor      bigint not null,
  wallet_minor    bigint not null,
  spread_minor    bigint not null,
  primary key (day, corridor, city, operator_id, wallet_scheme, fare_currency, wallet_currency)
);

-- What the wallet providers answered.
create table charges_by_day (
  day           date   not null,
  operator_id   text   not null,
  wallet_scheme text   not null,
  currency      text   not null,
  outcome       text   not null check (outcome in ('SETTLED', 'DECLINED', 'REFUNDED')),
  charges       bigint not null,
  amount_minor  bigint not null,
  primary key (day, operator_id, wallet_scheme, currency, outcome)
);

-- Taps by the hour of the day in Hong Kong. The reason is empty unless the tap was rejected.
create table taps_by_hour (
  day         date     not null,
  hour        smallint not null check (hour between 0 and 23),
  operator_id text     not null,
  verdict     text     not null check (verdict in ('ACCEPTED', 'LATE', 'REJECTED')),
  reason      text     not null,
  taps        bigint   not null,
  primary key (day, hour, operator_id, verdict, reason)
);

-- Settlement batches as they closed.
create table batches (
  day          date        not null,
  operator_id  text        not null,
  currency     text        not null,
  batch_id     text        not null,
  fares        bigint      not null,
  amount_minor bigint      not null,
  closed_at    timestamptz not null,
  primary key (day, operator_id, currency)
);

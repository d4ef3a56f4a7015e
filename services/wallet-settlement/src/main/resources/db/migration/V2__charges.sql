-- Collecting what wallets owe. Times called retry_at are the database's own; due_at is business time.

create table contract (
  rider_id text primary key,
  wallet_scheme text not null,
  contract_id text not null,
  signed_at timestamptz not null
);

create table charge (
  id text primary key,
  sequence bigint generated always as identity,
  rider_id text not null,
  wallet_scheme text not null,
  journey_id text not null,
  operator_id text not null,
  business_day date not null,
  fare_at timestamptz not null,
  currency text not null,
  amount_minor bigint not null check (amount_minor > 0),
  -- taken back by corrections, whether given back, still to be given back, or never debited
  corrected_minor bigint not null default 0 check (corrected_minor between 0 and amount_minor),
  status text not null check (status in
    ('WAITING', 'DUE', 'SUBMITTED', 'UNKNOWN', 'SETTLED', 'DECLINED', 'DEBT', 'CANCELLED')),
  attempt int not null default 0,
  netted_minor bigint not null default 0 check (netted_minor between 0 and amount_minor),
  attempted_minor bigint not null default 0,
  out_trade_no text unique,
  transaction_id text,
  reason text,
  declined_at timestamptz,
  due_at timestamptz,
  asked int not null default 0,
  retry_at timestamptz not null default now()
);
create index charge_open on charge (wallet_scheme, retry_at) where status in ('DUE', 'SUBMITTED', 'UNKNOWN');
create index charge_waiting on charge (rider_id) where status = 'WAITING';
create index charge_declined on charge (due_at) where status = 'DECLINED';
create index charge_of_journey on charge (journey_id);

-- A correction in the rider's favour, and how much of it has found charges to be taken from.
create table correction (
  conversion_id text primary key,
  journey_id text not null,
  amount_minor bigint not null check (amount_minor > 0),
  placed_minor bigint not null default 0 check (placed_minor between 0 and amount_minor),
  parts int not null default 0
);
create index correction_open on correction (journey_id) where placed_minor < amount_minor;

create table refund (
  id text primary key,
  charge_id text not null references charge (id),
  wallet_scheme text not null,
  amount_minor bigint not null check (amount_minor > 0),
  status text not null check (status in ('WAITING', 'DUE', 'SUBMITTED', 'REFUNDED', 'NETTED')),
  out_refund_no text not null unique,
  refund_id text,
  asked int not null default 0,
  retry_at timestamptz not null default now()
);
create index refund_of_charge on refund (charge_id);
create index refund_open on refund (wallet_scheme, retry_at) where status in ('DUE', 'SUBMITTED');

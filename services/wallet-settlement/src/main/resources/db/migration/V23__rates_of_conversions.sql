-- What fares were converted at, and deals as they were struck: what explains fx-position to the last digit.

-- Rates are minor units of the wallet's currency for one minor unit of the fare's; residue is what rounding added to
-- wallet_minor. Null in what was booked before, and where nothing is converted by us.
alter table booked_fare
  add column mid_rate numeric check (mid_rate > 0),
  add column applied_rate numeric check (applied_rate > 0),
  add column residue numeric;

create table fx_deal (
  id text primary key,
  struck_at timestamptz not null,
  value_date date not null,
  base text not null,
  quote text not null,
  -- units of quote for one of base; null in what was booked before
  rate numeric check (rate > 0),
  base_minor bigint not null,
  quote_minor bigint not null,
  exposed_base_minor bigint not null,
  exposed_quote_minor bigint not null,
  realised_minor bigint not null,
  check (exposed_base_minor + base_minor = 0),
  check (exposed_quote_minor + quote_minor = realised_minor)
);
create index fx_deal_by_value_date on fx_deal (value_date);
create trigger fx_deal_append_only before update or delete or truncate on fx_deal
  for each statement execute function refuse_change();

-- Deals that are booked already, from their journals: the id names pair and value date.
insert into fx_deal
select d.id, d.occurred_at, d.value_date, d.base, d.quote, null,
  d.settled_base, d.settled_quote, -d.settled_base, d.result - d.settled_quote, d.result
from (
  select j.id, j.occurred_at, cast(split_part(j.id, ':', 3) as date) as value_date,
    split_part(split_part(j.id, ':', 2), '/', 1) as base, split_part(split_part(j.id, ':', 2), '/', 2) as quote,
    coalesce(sum(p.amount_minor) filter (where p.account = 'fx-settlement' and p.currency = split_part(split_part(j.id, ':', 2), '/', 1)), 0) as settled_base,
    coalesce(sum(p.amount_minor) filter (where p.account = 'fx-settlement' and p.currency = split_part(split_part(j.id, ':', 2), '/', 2)), 0) as settled_quote,
    -coalesce(sum(p.amount_minor) filter (where p.account = 'fx-result'), 0) as result
  from journal j left join journal_line p on p.journal_id = j.id
  where j.kind = 'DEAL' group by j.id, j.occurred_at) d;

-- What moves fx-position, by cause: the fare's side, the wallet's at the booked mid, and what the fare is at the published
-- rates. The residue is the difference, a fraction of a minor unit of the wallet's currency.
create view fx_movement as
  select f.conversion_id as cause, f.business_day as day, f.fare_currency, f.wallet_currency,
    f.fare_minor, f.wallet_minor - f.spread_minor as mid_minor, f.spread_minor, f.mid_rate, f.applied_rate
  from booked_fare f where f.fare_currency <> f.wallet_currency and f.tolerance is null
  union all
  select d.id, cast(d.occurred_at at time zone 'Asia/Hong_Kong' as date), d.fare_currency, d.owed_currency,
    -d.fare_minor, d.spread_minor - d.owed_minor, -d.spread_minor, f.mid_rate, f.applied_rate
  from bad_debt d join booked_fare f on f.conversion_id = substr(d.charge_id, 8)
  where d.bearer = 'OPERATOR' and d.fare_currency <> d.owed_currency and f.tolerance is null;

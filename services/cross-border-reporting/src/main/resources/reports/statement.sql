-- Payments of residents of one side on another, by period. An amount in CNY is the side of the fare that is in CNY, or the
-- fare at the day's rate where neither is; USD is that at the day's rate. A day, pair of sides and pair of currencies is
-- rounded once, half up. The day's rate is the last one published before the day ended in Hong Kong, crossed through the euro.
with cell as (
  select day, period(day, :by) as period, wallet_home, place, fare_currency, wallet_currency,
    sum(journeys) as journeys, sum(fares) as fares, sum(fare_minor) as fare_minor, sum(wallet_minor) as wallet_minor
  from fare_cell
  where day between :from and :to and settlement_day <= :asOf
    and (:operator is null or operator_id = :operator) and (:wallet is null or wallet_scheme = :wallet)
  group by 1, 2, 3, 4, 5, 6
), converted as (
  select c.*, round(case 'CNY' when fare_currency then fare_minor when wallet_currency then wallet_minor
    else fare_minor * euro_rate(day, 'CNY') / euro_rate(day, fare_currency) end) as cny_minor
  from cell c
), dollars as (
  select c.*, round(cny_minor * euro_rate(day, 'USD') / euro_rate(day, 'CNY')) as usd_minor from converted c
)
select period, wallet_home, place, sum(journeys), sum(fares), sum(fare_minor), fare_currency,
  case when bool_and(cny_minor is not null) then sum(cny_minor) end, 'CNY',
  case when bool_and(usd_minor is not null) then sum(usd_minor) end, 'USD'
from dollars
group by period, wallet_home, place, fare_currency
order by period, wallet_home, place, fare_currency

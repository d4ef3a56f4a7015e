-- Days that changed after they had closed: what stood before, what came, and why. A day is never edited: whatever comes after
-- its batch has a later settlement day.
with step as (
  select day, operator_id, wallet_home, place, fare_currency, settlement_day,
    case when settlement_day = day then 'FIRST_CLOSING' when by_proposal then 'PROPOSAL' when kind = 'CORRECTION' then 'CORRECTION' else 'LATE_FARE' end as why,
    sum(fares) as fares, sum(fare_minor) as fare_minor
  from fare_cell
  where day between :from and :to and settlement_day <= :asOf
    and (:operator is null or operator_id = :operator) and (:wallet is null or wallet_scheme = :wallet)
  group by 1, 2, 3, 4, 5, 6, 7
), running as (
  select *, sum(fare_minor) over (partition by day, operator_id, wallet_home, place, fare_currency order by settlement_day, why) as after_minor
  from step
)
select day, operator_id, wallet_home, place, settlement_day, why, fares, after_minor - fare_minor, fare_minor, after_minor, fare_currency
from running where settlement_day > day
order by 1, 2, 3, 4, 11, 5, 6

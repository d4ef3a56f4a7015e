-- Journeys that lacked a tap and were held at the maximum fare, and what was corrected afterwards: by taps that came late, or by
-- two people.
select period(day, :by), operator_id, fare_currency, sum(journeys), sum(fares),
  coalesce(sum(fares) filter (where kind = 'MAXIMUM'), 0), coalesce(sum(fare_minor) filter (where kind = 'MAXIMUM'), 0),
  coalesce(sum(fares) filter (where kind = 'CORRECTION' and not by_proposal), 0),
  coalesce(sum(fare_minor) filter (where kind = 'CORRECTION' and not by_proposal), 0),
  coalesce(sum(fares) filter (where by_proposal), 0), coalesce(sum(fare_minor) filter (where by_proposal), 0), sum(fare_minor)
from fare_cell
where day between :from and :to and settlement_day <= :asOf
  and (:operator is null or operator_id = :operator) and (:wallet is null or wallet_scheme = :wallet)
group by 1, 2, 3
order by 1, 2, 3

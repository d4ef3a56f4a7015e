-- Every rate that a fare was converted at, and what it was crossed from: the debit is the fare at the applied rate plus the
-- residue of rounding, and the part of it above the mid rate is the spread.
select day, wallet_scheme, fare_currency, wallet_currency, trim_scale(rate), trim_scale(applied_rate), rate_ids,
  count(*), sum(fare_minor), sum(wallet_minor), sum(spread_minor), trim_scale(sum(residue))
from fare_record
where day between :from and :to and settlement_day <= :asOf and rate is not null
  and (:operator is null or operator_id = :operator) and (:wallet is null or wallet_scheme = :wallet)
group by day, wallet_scheme, fare_currency, wallet_currency, rate, applied_rate, rate_ids
order by 1, 2, 3, 4, 5, 6, 7

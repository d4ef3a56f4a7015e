-- One record for each posting whose wallet is at home elsewhere than where the rider travelled. Codes are the deployment's.
select posting_id, journey_id, kind, occurred_at, day, settlement_day, wallet_home, place, city, operator_id, wallet_scheme,
  1, fare_minor, fare_currency, wallet_minor, wallet_currency, spread_minor, trim_scale(rate), trim_scale(applied_rate), rate_ids,
  trim_scale(residue), proposal_id
from fare_record
where day between :from and :to and settlement_day <= :asOf and wallet_home <> place
  and (:operator is null or operator_id = :operator) and (:wallet is null or wallet_scheme = :wallet)
order by day, occurred_at, posting

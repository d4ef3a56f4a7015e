-- What each operator is owed, by the day whose batch pays it; a batch is there once that day has closed.
select c.settlement_day, c.operator_id, c.day, c.wallet_scheme, case when c.by_proposal then 'PROPOSAL' else c.kind end,
  sum(c.journeys), sum(c.fares), sum(c.fare_minor), c.fare_currency, b.batch_id, b.value_date
from fare_cell c left join batches b on (b.day, b.operator_id, b.currency) = (c.settlement_day, c.operator_id, c.fare_currency)
where c.settlement_day between :from and :to and c.settlement_day <= :asOf
  and (:operator is null or c.operator_id = :operator) and (:wallet is null or c.wallet_scheme = :wallet)
group by 1, 2, 3, 4, 5, 9, 10, 11
order by 1, 2, 3, 4, 5, 9

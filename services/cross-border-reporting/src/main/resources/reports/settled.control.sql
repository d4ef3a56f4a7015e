-- The same fares by the day whose batch pays them: the cells that grew with them, and the ledger's own batches, less what those
-- hold of debts, and more what no batch holds yet.
with cell as (
  select c.*, b.batch_id is not null as in_batch
  from fare_cell c left join batches b on (b.day, b.operator_id, b.currency) = (c.settlement_day, c.operator_id, c.fare_currency)
  where c.settlement_day between :from and :to and c.settlement_day <= :asOf
    and (:operator is null or c.operator_id = :operator) and (:wallet is null or c.wallet_scheme = :wallet)
)
select 'CELLS', sum(fares), sum(fare_minor), fare_currency from cell group by fare_currency
union all
select 'LEDGER', sum(fares), sum(amount), currency from (
  select fares, amount_minor as amount, currency from batches
  where day between :from and :to and day <= :asOf and (:operator is null or operator_id = :operator)
  union all
  select -charges, -operator_minor, fare_currency from write_off_cell
  where bearer = 'OPERATOR' and settlement_day between :from and :to and settlement_day <= :asOf and (:operator is null or operator_id = :operator)
    and exists (select 1 from batches b where (b.day, b.operator_id, b.currency) = (settlement_day, write_off_cell.operator_id, fare_currency))
  union all
  select fares, fare_minor, fare_currency from cell where not in_batch
) as movement
where :wallet is null
group by currency
order by 4, 1

-- The same fares three times: their rows, the cells that grew with them, and the ledger's own batches, less what those hold of
-- other days of travel and of debts, and more what no batch holds yet or a later one does.
with cell as (
  select * from fare_cell
  where settlement_day <= :asOf and (:operator is null or operator_id = :operator) and (:wallet is null or wallet_scheme = :wallet)
    and (day between :from and :to or settlement_day between :from and :to)
    and case :scope when 'CROSSING' then wallet_home <> place when 'CONVERTED' then converted else true end
), batched as (
  select c.*, b.batch_id is not null and c.settlement_day between :from and :to as in_batch
  from cell c left join batches b on (b.day, b.operator_id, b.currency) = (c.settlement_day, c.operator_id, c.fare_currency)
)
select 'RECORDS', count(*), sum(fare_minor), fare_currency from fare_record
where day between :from and :to and settlement_day <= :asOf
  and (:operator is null or operator_id = :operator) and (:wallet is null or wallet_scheme = :wallet)
  and case :scope when 'CROSSING' then wallet_home <> place when 'CONVERTED' then rate is not null else true end
group by fare_currency
union all
select 'CELLS', sum(fares), sum(fare_minor), fare_currency from cell where day between :from and :to group by fare_currency
union all
select 'LEDGER', sum(fares), sum(amount), currency from (
  select fares, amount_minor as amount, currency from batches
  where day between :from and :to and day <= :asOf and (:operator is null or operator_id = :operator)
  union all
  select -charges, -operator_minor, fare_currency from write_off_cell
  where bearer = 'OPERATOR' and settlement_day between :from and :to and settlement_day <= :asOf and (:operator is null or operator_id = :operator)
    and exists (select 1 from batches b where (b.day, b.operator_id, b.currency) = (settlement_day, write_off_cell.operator_id, fare_currency))
  union all
  select -fares, -fare_minor, fare_currency from batched where in_batch and day not between :from and :to
  union all
  select fares, fare_minor, fare_currency from batched where not in_batch and day between :from and :to
) as movement
where :wallet is null and :scope = 'ALL'
group by currency
order by 4, 1

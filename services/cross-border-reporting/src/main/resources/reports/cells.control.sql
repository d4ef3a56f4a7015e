-- The fares of a report by the cells that grew with them: how many they are, without a look at one.
select 'CELLS', sum(fares), sum(fare_minor), fare_currency from fare_cell
where day between :from and :to and settlement_day <= :asOf
  and (:operator is null or operator_id = :operator) and (:wallet is null or wallet_scheme = :wallet)
  and case :scope when 'CROSSING' then wallet_home <> place when 'CONVERTED' then converted else true end
group by fare_currency
order by fare_currency

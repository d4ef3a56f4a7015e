-- Every operator that a fare, a charge or a tap was ever counted of. Each is looked up behind the one before, so that it takes as
-- many looks into an index as there are operators, however long the tables are.
with recursive fares (id) as (
  select min(operator_id) from fare_cell
  union all
  select (select min(operator_id) from fare_cell where operator_id > id) from fares where id is not null
), charges (id) as (
  select min(operator_id) from charge_cell
  union all
  select (select min(operator_id) from charge_cell where operator_id > id) from charges where id is not null
), taps (id) as (
  select min(operator_id) from taps_by_hour
  union all
  select (select min(operator_id) from taps_by_hour where operator_id > id) from taps where id is not null
)
select id from (select id from fares union select id from charges union select id from taps) as known
where id is not null order by id collate "C"

-- A day of journeys is a partition, and dropped in one piece when nothing may need it any more, as a day of events is. Only days
-- that may still be published are taken along.
alter table assessed_journey rename to assessed_journey_before;
alter table assessed_journey_before rename constraint assessed_journey_pkey to assessed_journey_before_pkey;
drop index assessed_journey_by_day;

create table assessed_journey (
  filed_day   date not null,
  journey     uuid not null,
  revision    int  not null,
  day         date,
  hour        smallint check (hour between 0 and 23),
  operator_id text,
  city        text,
  origin      text,
  destination text,
  primary key (filed_day, journey),
  check (num_nulls(day, hour, operator_id, city, origin, destination) in (0, 6))
) partition by range (filed_day);
create index assessed_journey_by_day on assessed_journey (day);

do $$
declare
  of_day date;
begin
  for of_day in select distinct filed_day from assessed_journey_before where filed_day >= coalesce((select max(day) from batches) - 93, '-infinity') loop
    execute format('create table assessed_journey_%s partition of assessed_journey for values from (%L) to (%L)', to_char(of_day, 'YYYYMMDD'), of_day, of_day + 1);
  end loop;
end $$;
insert into assessed_journey
select * from assessed_journey_before where filed_day >= coalesce((select max(day) from batches) - 93, '-infinity');
drop table assessed_journey_before;

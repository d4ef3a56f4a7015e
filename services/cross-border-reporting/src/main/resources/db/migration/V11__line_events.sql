-- The line as it came. Whoever wants to count an event must first be the one who files it here, in the same transaction; and a
-- trace finds it by what it names: the first 64 bits of the SHA-256 of each id. A day is a partition, dropped when its time is over.
create table line_event (
  day   date        not null,
  event uuid        not null,
  at    timestamptz not null,
  topic text        not null,
  refs  bigint[]    not null,
  frame bytea       not null,
  primary key (day, event)
) partition by range (day);
create index line_event_by_reference on line_event using gin (refs);

-- What was counted before is known, and cannot be traced.
do $$
declare
  of_day date;
begin
  for of_day in select distinct day from seen loop
    execute format('create table line_event_%s partition of line_event for values from (%L) to (%L)', to_char(of_day, 'YYYYMMDD'), of_day, of_day + 1);
  end loop;
end $$;
insert into line_event select day, event, day, '', '{}', '' from seen;
drop table seen;

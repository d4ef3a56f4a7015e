-- How each journey stands by its latest fare, without its rider: a hash of its id, under the day it was first priced. Where it
-- turned out to be no journey, only the revision is kept.
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
);
create index assessed_journey_by_day on assessed_journey (day);

-- A published period: never changed, and no day is in two of them.
create table open_data_set (
  period       text        primary key,
  days         daterange   not null,
  threshold    int         not null,
  published_at timestamptz not null,
  exclude using gist (days with &&)
);

-- Its cells, numbered in their order. _T is a total, _U is not known; of what is confidential nobody keeps the count.
create table open_data_cell (
  period      text   not null references open_data_set,
  nr          int    not null,
  operator_id text   not null,
  city        text   not null,
  origin      text   not null,
  destination text   not null,
  hour        text   not null,
  journeys    bigint,
  primary key (period, nr),
  check (hour = '_T' or (origin = '_T' and destination = '_T'))
);

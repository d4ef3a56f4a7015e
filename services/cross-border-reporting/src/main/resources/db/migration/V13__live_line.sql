-- When each gate was last heard on a day of travel, by its taps' own times: which gates went silent before the day's newest tap.
create table gate_day (
  day         date        not null,
  gate_id     text        not null,
  operator_id text        not null,
  last_tap    timestamptz not null,
  primary key (day, gate_id)
);

-- Journeys whose fares are on their way. All columns but the key's are sums, so the order in which events are counted does not
-- matter; a row that adds up to nothing is done, and is removed. There are few at a time, and each changes twice: one more index would
-- cost more than to look through them.
create table fare_in_flight (
  day         date   not null,
  journey_id  text   not null,
  occurred_at timestamptz,
  operator_id text   not null,
  unposted    bigint not null,
  owed_minor  bigint not null,
  primary key (day, journey_id)
) with (fillfactor = 60);

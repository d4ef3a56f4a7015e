-- Gross and net positions of a batch, and when it is paid. Batches from before were net, due the day after.

alter table batch add column gross_minor bigint, add column taken_back_minor bigint, add column value_date date;
alter table batch disable trigger batch_append_only;
update batch b set value_date = b.business_day + 1,
  gross_minor = (select coalesce(sum(fare_minor), 0) from booked_fare f where f.fare_minor > 0
    and (f.settlement_day, f.operator_id, f.fare_currency) = (b.business_day, b.operator_id, b.currency));
update batch set taken_back_minor = amount_minor - gross_minor;
alter table batch enable trigger batch_append_only;
alter table batch alter column gross_minor set not null, alter column taken_back_minor set not null,
  alter column value_date set not null;
alter table batch add constraint batch_position
  check (gross_minor >= 0 and taken_back_minor <= 0 and amount_minor = gross_minor + taken_back_minor);

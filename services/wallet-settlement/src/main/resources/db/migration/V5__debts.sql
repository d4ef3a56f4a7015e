-- Riders with debts may not tap; the last debt that goes lets them again. The row's lock puts a rider's denials in order.
create table denied_rider (
  rider_id text primary key,
  debts int not null check (debts >= 0)
);
insert into denied_rider select rider_id, count(*) from charge where status = 'DEBT' group by rider_id;

-- What was corrected off a debt counts when the debt is collected after all.
update charge c set netted_minor = n.amount
  from (select charge_id, sum(amount_minor) as amount from refund where status = 'NETTED' group by charge_id) n
  where c.id = n.charge_id and c.status = 'DEBT';
create index charge_corrected_debt on charge (id) where status = 'DEBT' and corrected_minor = amount_minor;

-- Before a new number is used, the provider confirms that the refused one was not debited after all.
alter table charge drop constraint charge_status_check;
alter table charge add constraint charge_status_check check (status in
  ('WAITING', 'DUE', 'SUBMITTED', 'UNKNOWN', 'SETTLED', 'DECLINED', 'CONFIRMING', 'DEBT', 'CANCELLED'));
drop index charge_open;
create index charge_open on charge (wallet_scheme, retry_at)
  where status in ('DUE', 'SUBMITTED', 'UNKNOWN', 'CONFIRMING');

-- A refund that the provider accepted is asked after; one that it keeps refusing waits for a person.
alter table refund drop constraint refund_status_check;
alter table refund add constraint refund_status_check
  check (status in ('WAITING', 'DUE', 'SUBMITTED', 'ACCEPTED', 'REFUNDED', 'REFUSED', 'NETTED'));
alter table refund add column refusals int not null default 0;
drop index refund_open;
create index refund_open on refund (wallet_scheme, retry_at) where status in ('DUE', 'SUBMITTED', 'ACCEPTED');

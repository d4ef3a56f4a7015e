-- When the provider says that it acted: the day whose statement must list it. Our own time of booking may lie on another.
alter table charge add column paid_at timestamptz;
alter table refund add column given_back_at timestamptz;

create or replace view ledger_trade as
  select j.id as journal_id, c.wallet_scheme, c.operator_id, 'DEBIT' as kind, c.out_trade_no as number,
    c.out_trade_no as trade_number, p.amount_minor, p.currency, j.occurred_at,
    c.amount_minor as charge_minor, c.estimate_minor, c.estimate_currency, c.tolerance, c.paid_at as acted_at
  from charge c join journal j on j.id = 'charge-settled:' || c.id
    join journal_line p on p.journal_id = j.id and p.account = 'provider-clearing:' || c.wallet_scheme
  where c.status = 'SETTLED'
  union all
  select j.id, r.wallet_scheme, c.operator_id, 'REFUND', r.out_refund_no, c.out_trade_no, -p.amount_minor, p.currency, j.occurred_at,
    null, null, null, null, r.given_back_at
  from refund r join charge c on c.id = r.charge_id join journal j on j.id = 'charge-refunded:' || r.out_refund_no
    join journal_line p on p.journal_id = j.id and p.account = 'provider-clearing:' || r.wallet_scheme
  where r.status = 'REFUNDED';

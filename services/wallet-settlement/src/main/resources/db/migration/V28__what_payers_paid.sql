-- What the payer paid of a line, where the provider converts; and beside our debits what we thought it would be.
alter table trade_line add column paid_minor bigint check (paid_minor >= 0), add column paid_currency text,
  add constraint trade_line_paid_check check ((paid_minor is null) = (paid_currency is null));

create or replace view ledger_trade as
  select j.id as journal_id, c.wallet_scheme, c.operator_id, 'DEBIT' as kind, c.out_trade_no as number,
    c.out_trade_no as trade_number, p.amount_minor, p.currency, j.occurred_at,
    c.amount_minor as charge_minor, c.estimate_minor, c.estimate_currency, c.tolerance
  from charge c join journal j on j.id = 'charge-settled:' || c.id
    join journal_line p on p.journal_id = j.id and p.account = 'provider-clearing:' || c.wallet_scheme
  where c.status = 'SETTLED'
  union all
  select j.id, r.wallet_scheme, c.operator_id, 'REFUND', r.out_refund_no, c.out_trade_no, -p.amount_minor, p.currency, j.occurred_at,
    null, null, null, null
  from refund r join charge c on c.id = r.charge_id join journal j on j.id = 'charge-refunded:' || r.out_refund_no
    join journal_line p on p.journal_id = j.id and p.account = 'provider-clearing:' || r.wallet_scheme
  where r.status = 'REFUNDED';

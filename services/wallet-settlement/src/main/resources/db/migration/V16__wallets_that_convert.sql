-- Wallets whose provider converts: the charge is in the fare's currency, what we made of it an estimate for the payer.
alter table booked_fare add column tolerance int check (tolerance >= 0);
alter table charge
  add column fee_basis_points int not null default 0 check (fee_basis_points between 0 and 10000),
  add column estimate_minor bigint,
  add column estimate_currency text,
  add column tolerance int check (tolerance >= 0),
  add column payer_minor bigint,
  add column payer_currency text,
  add column payer_rate bigint,
  add column conversion_check text not null default 'NOT_NEEDED'
    check (conversion_check in ('NOT_NEEDED', 'WITHIN', 'OUTSIDE', 'NOT_TOLD'));
create index charge_outside_tolerance on charge (business_day) where conversion_check in ('OUTSIDE', 'NOT_TOLD');

-- More kinds of journals and accounts, beside whichever there are. Rows that are there satisfy the wider rule.
create function widen_check(relation regclass, rule name, more text) returns void language plpgsql as $$
declare
  present text;
begin
  select pg_get_expr(conbin, conrelid) into strict present from pg_constraint where conrelid = relation and conname = rule;
  execute format('alter table %s drop constraint %I', relation, rule);
  execute format('alter table %s add constraint %I check ((%s) or (%s)) not valid', relation, rule, present, more);
end $$;
select widen_check('journal', 'journal_kind_check', 'kind = ''FEE''');
select widen_check('posting', 'posting_account_check', 'split_part(account, '':'', 1) = ''provider-fees''');

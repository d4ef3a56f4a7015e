-- The bank settles deals: a journal per leg, from the line of its statement.
select widen_check('journal', 'journal_kind_check', 'kind = ''EXCHANGE''');
drop index journal_of_bank;
create index journal_of_bank on journal (kind, id) where kind in ('PAYOUT', 'FEE', 'PAYMENT', 'EXCHANGE', 'SUSPENSE', 'RELEASE');

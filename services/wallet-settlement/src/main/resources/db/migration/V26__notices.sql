-- Entries that the bank notified before its statement (camt.054). Only added to: the first telling of an entry stands.
create table bank_notice (
  reference text primary key,
  source text not null,
  booked_on date not null,
  currency text not null,
  amount_minor bigint not null check (amount_minor <> 0),
  names text[] not null,
  received_at timestamptz not null default now()
);
create index bank_notice_by_day on bank_notice (booked_on);
create trigger bank_notice_append_only before update or delete or truncate on bank_notice
  for each statement execute function refuse_change();

-- Differences that are booked after the fact: ids adjustment:<what it is about>@<statement day> or =<proposal>.
select widen_check('journal', 'journal_kind_check', 'kind = ''ADJUSTMENT''');
drop index journal_of_bank;
create index journal_of_bank on journal (kind, id) where kind in ('PAYOUT', 'FEE', 'PAYMENT', 'EXCHANGE', 'SUSPENSE', 'RELEASE', 'ADJUSTMENT');

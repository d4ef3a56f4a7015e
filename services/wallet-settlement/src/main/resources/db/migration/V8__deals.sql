-- Currency deals are booked, too.
alter table journal drop constraint journal_kind_check,
  add constraint journal_kind_check check (kind in ('FARE', 'CHARGE', 'REFUND', 'BATCH', 'DEAL'));
alter table posting drop constraint posting_account_check,
  add constraint posting_account_check check (
    account in ('fx-position', 'fx-spread', 'fx-settlement', 'fx-result')
    or split_part(account, ':', 1)
      in ('wallet-receivable', 'operator-payable', 'provider-clearing', 'operator-settlement'));

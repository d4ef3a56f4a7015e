-- Proposals about breaks: target is the break, account where its money goes, reference what bears it out.
alter table proposal
  add column account text,
  add column reference text,
  add constraint proposal_account_check check ((account is not null) = (kind in ('RELEASE', 'BOOK')));
select widen_check('proposal', 'proposal_kind_check', 'kind in (''RELEASE'', ''EXPLAIN'', ''BOOK'')');
select widen_check('proposal', 'proposal_check',
  '(kind in (''RELEASE'', ''BOOK'') and amount_minor <> 0) or kind = ''EXPLAIN''');

-- journal_id: what was booked of a break.
alter table proposal_decision add column journal_id text;
select widen_check('proposal_decision', 'proposal_decision_check', 'verdict = ''APPROVED''');

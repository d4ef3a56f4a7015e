-- Half the bytes and a third of the work for a posting: it stands under its journal's place in the chain, three numbers that
-- only grow, and no longer under a text.

-- Texts here are ids and codes: compared by their bytes, and not as a language would sort them, which costs many times as much.
do $$
declare
  changes record;
begin
  for changes in
    select c.table_name, string_agg(format('alter column %I type text collate "C"', c.column_name), ', ') as sql
    from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.data_type = 'text'
      and c.collation_name is null and c.table_name <> 'flyway_schema_history'
    group by c.table_name
  loop
    execute format('alter table %I %s', changes.table_name, changes.sql);
  end loop;
end $$;

-- Journals from before the chain get places in a book -1, which has no seals.
alter table journal disable trigger journal_append_only;
update journal j set book = -1, seal = 0, place = n.place
  from (select id, row_number() over (order by recorded_at, id) as place from journal where book is null) n
  where n.id = j.id;
alter table journal enable trigger journal_append_only;
alter table journal validate constraint journal_sealed;

alter table posting disable trigger posting_append_only;
alter table posting add column seal bigint, add column place int, add column book smallint;
update posting p set book = j.book, seal = j.seal, place = j.place from journal j where j.id = p.journal_id;
alter table posting drop constraint posting_pkey, drop column journal_id,
  alter column book set not null, alter column seal set not null, alter column place set not null,
  add primary key (book, seal, place, line);
alter table posting enable trigger posting_append_only;

-- To look postings up by their journal's id.
create view journal_line as
  select j.id as journal_id, p.line, p.account, p.currency, p.amount_minor
  from journal j join posting p on (p.book, p.seal, p.place) = (j.book, j.seal, j.place);

-- Runs once per statement, not per row. The postings of a statement belong to one seal, are all that its journals of this
-- statement have, and sum to zero in each currency. They move the shares of one book, which no other transaction touches at
-- the time: nobody waits for anybody. Its plans are kept, from when the ledger was small, too: hence no scans.
create or replace function take_postings() returns trigger language plpgsql set enable_seqscan = off as $$
declare
  sealed record;
  broken int;
begin
  select min(book) as book, min(seal) as seal, count(*) as postings,
      count(distinct (book, seal)) as seals into sealed from fresh;
  if sealed.seals > 1 then
    raise exception 'postings of % seals in one statement', sealed.seals using errcode = 'check_violation';
  end if;
  select f.place into broken
    from (select place, count(*) as postings from fresh group by place) f
    where f.postings is distinct from (select posting_count from journal j
      where j.book = sealed.book and j.seal = sealed.seal and j.place = f.place) limit 1;
  if found then
    raise exception 'the journal of book % seal % place % has other postings than it was written with',
      sealed.book, sealed.seal, broken using errcode = 'check_violation';
  end if;
  select place into broken from fresh group by place, currency having sum(amount_minor) <> 0 limit 1;
  if found then
    raise exception 'the journal of book % seal % place % does not sum to zero',
      sealed.book, sealed.seal, broken using errcode = 'check_violation';
  end if;
  if sealed.seals = 1 then
    update book set postings_taken = postings_taken + sealed.postings where number = sealed.book;
    insert into account_balance (account, currency, slot, amount_minor)
      select account, currency, sealed.book, sum(amount_minor)
      from fresh group by account, currency order by account, currency
      on conflict (account, currency, slot)
      do update set amount_minor = account_balance.amount_minor + excluded.amount_minor;
  end if;
  return null;
end $$;

-- Most charges have no number for a while; there is nothing to find them by.
alter table charge drop constraint charge_out_trade_no_key;
create unique index charge_out_trade_no on charge (out_trade_no) where out_trade_no is not null;

-- The hash chain. The ledger has books; a transaction takes one that is free, writes its journals into it and seals
-- them. So no two transactions wait for each other, and within a book every seal follows the one before it.

create table book (
  number smallint primary key,
  seals bigint not null default 0,
  head bytea not null default decode(repeat('00', 32), 'hex') check (length(head) = 32),
  postings_promised bigint not null default 0,
  postings_taken bigint not null default 0
) with (fillfactor = 20);
insert into book (number) select generate_series(0, 63);

-- What one transaction wrote into a book. leaves: the hashes of its journals, one after the other.
create table seal (
  book smallint not null,
  number bigint not null check (number > 0),
  previous bytea not null,
  leaves bytea not null,
  hash bytea not null constraint seal_hash_check
    check (hash = sha256(previous || int2send(book) || int8send(number) || leaves)),
  journal_count int not null check (journal_count > 0 and length(leaves) = 32 * journal_count),
  posting_count int not null check (posting_count >= 0),
  sealed_at timestamptz not null default now(),
  primary key (book, number)
);
create trigger seal_append_only before update or delete or truncate on seal
  for each statement execute function refuse_change();

-- A seal follows the last one of its book.
create function take_seal() returns trigger language plpgsql as $$
begin
  update book set seals = new.number, head = new.hash, postings_promised = postings_promised + new.posting_count
    where number = new.book and seals + 1 = new.number and head = new.previous;
  if not found then
    raise exception 'seal % does not follow the last one of book %', new.number, new.book
      using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger seal_taken before insert on seal for each row execute function take_seal();

-- Journals from before the chain have no place in it; how many there are is kept, so that none can be slipped in.
alter table journal add column book smallint, add column seal bigint, add column place int;
alter table journal add constraint journal_sealed
  check (book is not null and seal is not null and place is not null) not valid;
create unique index journal_place on journal (book, seal, place);
create table before_chain (only_row boolean primary key default true check (only_row), journal_count bigint not null);
insert into before_chain (journal_count) select count(*) from journal;
create trigger before_chain_append_only before insert or update or delete or truncate on before_chain
  for each statement execute function refuse_change();

-- A journal has a place that its seal foresaw. Places are unique and full at commit, so none can be added later.
create function take_journals() returns trigger language plpgsql as $$
declare
  broken text;
begin
  select f.id into broken from fresh f left join seal s on s.book = f.book and s.number = f.seal
    where s.number is null or f.place not between 1 and s.journal_count limit 1;
  if found then
    raise exception 'journal % has no place in a seal', broken using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger journal_taken after insert on journal referencing new table as fresh
  for each statement execute function take_journals();

-- At commit: all journals of the seal are there, and all of their postings.
create function check_seal() returns trigger language plpgsql as $$
begin
  if (select count(*) from journal where book = new.book and seal = new.number) <> new.journal_count then
    raise exception 'seal % of book % lacks journals', new.number, new.book using errcode = 'check_violation';
  end if;
  perform 1 from book where number = new.book and postings_promised = postings_taken;
  if not found then
    raise exception 'seal % of book % lacks postings', new.number, new.book using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger seal_checked after insert on seal deferrable initially deferred
  for each row execute function check_seal();

-- Runs once per statement, not per row. A journal's postings come in one statement, all of them, sum to zero in each
-- currency, and belong to one book, whose balances no other transaction touches at the time: nobody waits for anybody.
create or replace function take_postings() returns trigger language plpgsql as $$
declare
  books record;
  broken text;
begin
  select min(j.book) as first, max(j.book) as last, sum(f.postings) as postings,
      min(f.journal_id) filter (where j.id is null or f.postings <> j.posting_count) as broken
    into books
    from (select journal_id, count(*) as postings from fresh group by journal_id) f
    left join journal j on j.id = f.journal_id;
  if books.broken is not null then
    raise exception 'journal % has other postings than it was written with', books.broken
      using errcode = 'check_violation';
  end if;
  if books.first is distinct from books.last then
    raise exception 'postings of books % and % in one statement', books.first, books.last
      using errcode = 'check_violation';
  end if;
  select journal_id into broken
    from fresh group by journal_id, currency having sum(amount_minor) <> 0 limit 1;
  if found then
    raise exception 'journal % does not sum to zero', broken using errcode = 'check_violation';
  end if;
  if books.first is not null then
    update book set postings_taken = postings_taken + books.postings where number = books.first;
    insert into account_balance (account, currency, slot, amount_minor)
      select account, currency, books.first, sum(amount_minor)
      from fresh group by account, currency order by account, currency
      on conflict (account, currency, slot)
      do update set amount_minor = account_balance.amount_minor + excluded.amount_minor;
  end if;
  return null;
end $$;

-- The trigger above looks every journal up anyway, once per statement instead of once per row.
alter table posting drop constraint posting_journal_id_fkey;

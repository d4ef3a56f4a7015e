-- Who did what. Each entry is hashed with the hash before it, so that verify finds one that was changed or is missing.

create table audit (
  number bigint primary key,
  at timestamptz not null,
  person text not null,
  subject text not null,
  roles text not null,
  action text not null,
  target text not null,
  before text,
  after text,
  -- null if it was done
  refusal text,
  previous bytea not null,
  hash bytea not null
);
create index audit_at on audit (at);
create trigger audit_append_only before update or delete or truncate on audit
  for each statement execute function refuse_change();

-- The last entry. Its lock puts entries in order: numbers are without gaps, and in the order in which they became visible.
create table audit_head (
  only_row boolean primary key default true check (only_row),
  number bigint not null,
  hash bytea not null
);
insert into audit_head (number, hash) values (0, decode(repeat('00', 32), 'hex'));

-- SHA-256 over the hash before it and over a JSON array of the entry; microseconds since 1970.
create function audit_hash(entry audit) returns bytea language sql immutable as $$
  select sha256(entry.previous || convert_to(json_build_array(entry.number,
    cast(extract(epoch from entry.at) * 1000000 as bigint), entry.person, entry.subject, entry.roles, entry.action,
    entry.target, entry.before, entry.after, entry.refusal)::text, 'UTF8'))
$$;

create function take_audit() returns trigger language plpgsql as $$
begin
  update audit_head set number = number + 1 returning number, hash into new.number, new.previous;
  new.at := clock_timestamp();
  new.hash := audit_hash(new);
  update audit_head set hash = new.hash;
  return new;
end $$;
create trigger audit_taken before insert on audit for each row execute function take_audit();

-- What one person proposes and another decides. Facts: both tables refuse every update, delete and truncate.

create table proposal (
  id text primary key,
  sequence bigint generated always as identity,
  kind text not null check (kind in ('CORRECTION', 'REFUND')),
  -- of a journey or a charge
  target text not null,
  amount_minor bigint not null check (amount_minor <> 0 and (kind = 'CORRECTION' or amount_minor > 0)),
  currency text not null,
  reason text not null,
  proposed_by text not null,
  proposed_subject text not null,
  proposed_at timestamptz not null,
  expires_at timestamptz not null
);
create unique index proposal_latest on proposal (sequence);
create index proposal_of_target on proposal (target);
create trigger proposal_append_only before update or delete or truncate on proposal
  for each statement execute function refuse_change();

-- One per proposal at most: the primary key decides who was first.
create table proposal_decision (
  proposal_id text primary key references proposal (id),
  verdict text not null check (verdict in ('APPROVED', 'REJECTED')),
  decided_by text not null,
  decided_subject text not null,
  decided_at timestamptz not null,
  conversion_id text,
  check ((verdict = 'APPROVED') = (conversion_id is not null))
);
create trigger proposal_decision_append_only before update or delete or truncate on proposal_decision
  for each statement execute function refuse_change();

-- Four eyes, even if the service forgot to look.
create function refuse_own_approval() returns trigger language plpgsql as $$
begin
  if new.verdict = 'APPROVED'
      and exists (select 1 from proposal where id = new.proposal_id and proposed_subject = new.decided_subject) then
    raise exception '% was proposed by the person who approves it', new.proposal_id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger proposal_decision_four_eyes before insert on proposal_decision
  for each row execute function refuse_own_approval();

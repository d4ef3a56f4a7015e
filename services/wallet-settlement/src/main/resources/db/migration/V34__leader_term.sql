-- Who leads, in one row. A new leader raises the term; whatever closes a day holds the row by its term, so that a leader who was paused
-- and did not hear of the next one closes nothing. leased_until counts where no Kubernetes Lease elects.
create table leader_term (
  term bigint primary key,
  holder text not null,
  leased_until timestamptz not null
);
insert into leader_term (term, holder, leased_until) values (0, 'nobody', now());

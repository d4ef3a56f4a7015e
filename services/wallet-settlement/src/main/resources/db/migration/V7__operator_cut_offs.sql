-- Operators with a cut-off of their own. All others follow the row of cut_off.
create table operator_cut_off (
  operator_id text primary key,
  closed_through date,
  batched_through date
);

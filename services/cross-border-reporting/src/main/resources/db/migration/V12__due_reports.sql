-- Reports that were handed in to whoever is owed them: what people said, and no read model. No topic tells it again, so a
-- rebuild leaves it alone.
create table report_handed_in (
  report       text        not null,
  period       text        not null,
  as_of        date        not null,
  handed_in_at timestamptz not null,
  handed_in_by text,
  primary key (report, period)
);

-- What is open, added up by reason, owner, currency and the day from which its age is counted.
with standing as (
  select distinct on (break_id) * from break_change order by break_id, revision desc
)
select reason, owner, currency, cast(told_at at time zone 'Asia/Hong_Kong' as date) - age_days as aged_from,
  count(*) as breaks, sum(amount_minor) as amount_minor
from standing where transition <> 'RESOLVED'
group by 1, 2, 3, 4
order by 1, 2, 3, 4

-- How many are resolved, of those that were resolved on that day or later.
with standing as (
  select distinct on (break_id) * from break_change order by break_id, revision desc
)
select count(*) from standing
where transition = 'RESOLVED' and told_at >= cast(:since as date)::timestamp at time zone 'Asia/Hong_Kong'

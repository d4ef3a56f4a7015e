-- How breaks stand. Open ones oldest first, resolved ones of the last days latest first.
with standing as (
  select distinct on (break_id) * from break_change order by break_id, revision desc
), aged as (
  select *, case transition when 'RESOLVED' then age_days
    else greatest(0, age_days + (:day - cast(told_at at time zone 'Asia/Hong_Kong' as date))) end as age
  from standing
)
select * from aged
where (transition = 'RESOLVED') = (:state = 'RESOLVED')
  and (transition <> 'RESOLVED' or told_at >= cast(:resolvedSince as date)::timestamp at time zone 'Asia/Hong_Kong')
  and (:reason is null or reason = :reason) and (:owner is null or owner = :owner) and (:wallet is null or wallet_scheme = :wallet)
  and age between :minAge and :maxAge
order by case when transition = 'RESOLVED' then told_at end desc, age desc, break_id
limit :breaksMax

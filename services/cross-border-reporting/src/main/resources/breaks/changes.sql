-- All that was told of one break.
select * from break_change where break_id = :breakId order by revision

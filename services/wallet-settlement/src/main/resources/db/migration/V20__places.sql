-- Where a journey took place, so that a correction by hand can say it, too. Null in what was booked before.
alter table booked_fare add column city text, add column territory text;

-- A refund by hand comes from one charge; null: from any of the journey.
alter table correction add column charge_id text;

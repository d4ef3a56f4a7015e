-- Why the provider refused last; null while it has not, and once the money is given back.
alter table refund add column reason text;

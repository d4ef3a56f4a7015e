-- Whether an operator was ever heard of is asked with every report of one: a look into an index, not through a table.
create index fare_cell_by_operator on fare_cell (operator_id);
create index charge_cell_by_operator on charge_cell (operator_id);
create index taps_by_hour_by_operator on taps_by_hour (operator_id);

-- An event's key begins with the second in which it occurred, so that what comes together stands together in its index.
update line_event
set event = cast(lpad(to_hex(cast(floor(extract(epoch from at)) as bigint)), 8, '0') || right(replace(cast(event as text), '-', ''), 24) as uuid)
where topic <> '';

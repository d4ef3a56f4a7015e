-- Where the trace of the tap goes on when the charge's outcomes are told: W3C Trace Context. Null, and no byte, for what is not traced.
alter table charge add column traceparent text;

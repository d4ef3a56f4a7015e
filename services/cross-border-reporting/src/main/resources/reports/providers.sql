-- What the wallet providers answered, by the day it was booked: settled less refunded less fees is what they owe for it.
select answered_on, wallet_scheme, operator_id, currency,
  sum(charges) filter (where outcome = 'SETTLED'), coalesce(sum(amount_minor) filter (where outcome = 'SETTLED'), 0), sum(fee_minor),
  sum(charges) filter (where outcome = 'DECLINED'), coalesce(sum(amount_minor) filter (where outcome = 'DECLINED'), 0),
  sum(charges) filter (where outcome = 'REFUNDED'), coalesce(sum(amount_minor) filter (where outcome = 'REFUNDED'), 0),
  coalesce(sum(amount_minor) filter (where outcome = 'SETTLED'), 0) - coalesce(sum(amount_minor) filter (where outcome = 'REFUNDED'), 0) - sum(fee_minor)
from charge_cell
where answered_on between :from and :to
  and (:operator is null or operator_id = :operator) and (:wallet is null or wallet_scheme = :wallet)
group by 1, 2, 3, 4
order by 1, 2, 3, 4

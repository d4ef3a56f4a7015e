-- Money that went back to wallets, by the fare's day and the day the provider's answer was booked.
select day, answered_on, operator_id, wallet_scheme, sum(charges), sum(amount_minor), currency
from charge_cell
where outcome = 'REFUNDED' and day between :from and :to and answered_on <= :asOf
  and (:operator is null or operator_id = :operator) and (:wallet is null or wallet_scheme = :wallet)
group by 1, 2, 3, 4, 7
order by 1, 2, 3, 4, 7

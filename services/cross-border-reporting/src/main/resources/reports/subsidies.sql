-- What a government's fare scheme pays riders for a month of travel.
select month, rule, wallet_scheme, sum(changes), sum(amount_minor), currency
from subsidy_cell
where month between date_trunc('month', :from) and :to and (:wallet is null or wallet_scheme = :wallet)
group by 1, 2, 3, 6
order by 1, 2, 3, 6

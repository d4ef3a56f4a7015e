package io.baytap.wallet;

import io.baytap.wallet.clearing.Accounts;
import io.baytap.wallet.domain.BusinessCalendar;
import io.baytap.wallet.domain.CutOff;
import io.baytap.wallet.domain.CutOffs;
import io.baytap.wallet.domain.Payee;
import io.baytap.wallet.domain.ValueDates;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** From settings to calendars and accounts. */
final class ClearingSetUp {

    private ClearingSetUp() {}

    static ValueDates valueDates(WalletConfig config) {
        var settings = config.valueDate();
        Map<String, BusinessCalendar> byOperator = new HashMap<>();
        config.operators()
                .forEach((operator, its) ->
                        its.calendar().ifPresent(name -> byOperator.put(operator, calendar(config, name))));
        return new ValueDates(settings.days(), calendar(config, settings.calendar()), Map.copyOf(byOperator));
    }

    static CutOffs cutOffs(WalletConfig config) {
        Map<String, CutOff> byOperator = new HashMap<>();
        config.operators()
                .forEach((operator, its) -> its.cutOff().ifPresent(time -> byOperator.put(operator, new CutOff(time))));
        return new CutOffs(new CutOff(config.cutOff()), Map.copyOf(byOperator));
    }

    static Accounts accounts(WalletConfig config) {
        Map<String, Payee> payers = new HashMap<>();
        config.payers().forEach((currency, account) -> payers.put(currency, payee(account)));
        Map<String, Payee> operators = new HashMap<>();
        config.operators()
                .forEach((operator, its) -> its.payees()
                        .forEach((currency, account) -> operators.put(operator + "/" + currency, payee(account))));
        return new Accounts(Map.copyOf(payers), Map.copyOf(operators));
    }

    private static BusinessCalendar calendar(WalletConfig config, String name) {
        return new BusinessCalendar(Set.copyOf(config.valueDate().holidays().getOrDefault(name, Set.of())));
    }

    private static Payee payee(WalletConfig.AccountSettings account) {
        return new Payee(account.name(), account.bic(), account.account());
    }
}

package io.baytap.wallet;

import io.baytap.schemas.BankCalendar;
import io.baytap.schemas.BankCalendars;
import io.baytap.wallet.clearing.Accounts;
import io.baytap.wallet.domain.CutOff;
import io.baytap.wallet.domain.CutOffs;
import io.baytap.wallet.domain.Payee;
import io.baytap.wallet.domain.ValueDates;
import java.util.HashMap;
import java.util.Map;

/** From settings to calendars and accounts. */
final class ClearingSetUp {

    private ClearingSetUp() {}

    static ValueDates valueDates(WalletConfig config) {
        Map<String, BankCalendar> byCurrency = new HashMap<>(Map.of(
                "HKD", calendar(config, BankCalendars.HONG_KONG), "CNY", calendar(config, BankCalendars.MAINLAND)));
        config.valueDate().calendars().forEach((currency, name) -> byCurrency.put(currency, calendar(config, name)));
        Map<String, BankCalendar> byOperator = new HashMap<>();
        config.operators()
                .forEach((operator, its) ->
                        its.calendar().ifPresent(name -> byOperator.put(operator, calendar(config, name))));
        return new ValueDates(config.valueDate().days(), Map.copyOf(byCurrency), Map.copyOf(byOperator));
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

    private static BankCalendar calendar(WalletConfig config, String name) {
        var settings = config.valueDate();
        BankCalendar calendar = BankCalendars.read(name, settings.holidays(), "wallet.value-date.holidays.");
        return settings.workingWeekends() ? calendar : calendar.weekendsClosed();
    }

    private static Payee payee(OperatorConfig.AccountSettings account) {
        return new Payee(account.name(), account.bic(), account.account());
    }
}

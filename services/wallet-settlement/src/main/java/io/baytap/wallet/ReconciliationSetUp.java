package io.baytap.wallet;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baytap.schemas.Money;
import io.baytap.wallet.domain.NetDebitCaps;
import io.baytap.wallet.domain.WalletScheme;
import io.baytap.wallet.domain.reconciliation.Merchants;
import io.baytap.wallet.domain.reconciliation.NoticeSource;
import io.baytap.wallet.domain.reconciliation.StatementSource;
import io.baytap.wallet.provider.Providers;
import io.baytap.wallet.statements.BankClient;
import io.baytap.wallet.statements.BankSource;
import io.baytap.wallet.statements.BatchSource;
import io.baytap.wallet.statements.NoticeFeed;
import io.baytap.wallet.statements.TradeSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** From settings to whose statements are asked for. */
final class ReconciliationSetUp {

    private ReconciliationSetUp() {}

    static Merchants merchants(WalletConfig config) {
        return new Merchants(config.operators().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, operator -> operator.getValue().subMchid())));
    }

    /** Of every provider its statements and each merchant's batches; of the bank, each account's statements. */
    static List<StatementSource> sources(WalletConfig config, Providers providers, ObjectMapper json) {
        List<StatementSource> sources = new ArrayList<>();
        var merchants = new TreeSet<>(merchants(config).byOperator().values());
        providers.byScheme().forEach((scheme, provider) -> {
            sources.add(new TradeSource(scheme, spMchid(config, scheme), provider.books()));
            merchants.forEach(merchant -> sources.add(new BatchSource(scheme, merchant, provider.books(), json)));
        });
        config.reconciliation().bankUrl().ifPresent(url -> {
            var bank = new BankClient(url);
            config.payers()
                    .forEach((currency, account) -> sources.add(new BankSource(currency, account.account(), bank)));
        });
        return sources;
    }

    /** The bank's notifications of each account. */
    static List<NoticeSource> notices(WalletConfig config) {
        List<NoticeSource> notices = new ArrayList<>();
        if (config.reconciliation().notifications()) {
            config.reconciliation().bankUrl().ifPresent(url -> {
                var bank = new BankClient(url);
                config.payers()
                        .forEach((currency, account) -> notices.add(new NoticeFeed(currency, account.account(), bank)));
            });
        }
        return notices;
    }

    private static String spMchid(WalletConfig config, WalletScheme scheme) {
        return Objects.requireNonNull(config.providers().get(scheme.key())).spMchid();
    }

    static NetDebitCaps caps(WalletConfig config) {
        Map<WalletScheme, Map<String, Money>> caps = new EnumMap<>(WalletScheme.class);
        config.providers().forEach((key, settings) -> {
            String setting = "wallet.providers.\"" + key + "\".net-debit-cap";
            WalletScheme.ofKey(key)
                    .ifPresent(scheme -> caps.put(scheme, NetDebitCaps.of(scheme, settings.netDebitCap(), setting)));
        });
        return new NetDebitCaps(Map.copyOf(caps));
    }
}

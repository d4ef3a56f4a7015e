package io.baytap.wallet.reconciliation;

import io.baytap.wallet.WorldResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;

/** A world of its own, with a bank: who reconciles looks at all that was ever booked. */
public final class BooksResource implements QuarkusTestResourceLifecycleManager {

    private final WorldResource world = new WorldResource();

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(world.start());
        settings.put("wallet.reconciliation.scheduled", "false");
        settings.put("wallet.reconciliation.bank-url", settings.get("sandbox.url") + "/bank/v1");
        settings.put("wallet.providers.\"weixin-pay\".net-debit-cap.CNY", "100000");
        account(settings, "wallet.payers.\"HKD\"", "808-100001-344");
        account(settings, "wallet.payers.\"CNY\"", "808-100001-156");
        account(settings, "wallet.operators.\"MTR\".payees.\"HKD\"", "012-345678-001");
        return settings;
    }

    private static void account(Map<String, String> settings, String prefix, String number) {
        settings.put(prefix + ".name", "Baytap");
        settings.put(prefix + ".bic", "BAYTHKHH");
        settings.put(prefix + ".account", number);
    }

    @Override
    public void stop() {
        world.stop();
    }
}

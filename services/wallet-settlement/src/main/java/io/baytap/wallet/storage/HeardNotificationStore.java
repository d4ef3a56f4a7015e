package io.baytap.wallet.storage;

import io.baytap.wallet.domain.HeardNotifications;
import io.baytap.wallet.domain.Notifications.Signed;
import io.baytap.wallet.domain.WalletScheme;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Heard notifications in PostgreSQL, for all replicas. */
@ApplicationScoped
class HeardNotificationStore implements HeardNotifications {

    private static final String HEAR = """
            insert into heard_notification (wallet_scheme, nonce, said_at) values (:scheme, :nonce, :said)
            on conflict do nothing""";

    private static final String FORGET =
            "delete from heard_notification where heard_at < now() - make_interval(secs => :kept)";

    private final Database database;

    HeardNotificationStore(Database database) {
        this.database = database;
    }

    @Override
    public boolean isFirst(WalletScheme scheme, Signed signed) {
        return database.transaction(transaction -> transaction.run(
                        HEAR, Map.of("scheme", scheme.name(), "nonce", signed.nonce(), "said", signed.timestamp())))
                == 1;
    }

    @Override
    public void forgetOld() {
        database.change(transaction -> transaction.run(FORGET, Map.of("kept", (double) KEPT.toSeconds())));
    }
}

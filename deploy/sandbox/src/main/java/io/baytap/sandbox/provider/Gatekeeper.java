package io.baytap.sandbox.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides who sent a request by its {@code WECHATPAY2-SHA256-RSA2048} signature. */
final class Gatekeeper {

    /** Who it is, or why not. */
    sealed interface Admission {
        record Admitted(Provider provider) implements Admission {}

        record Refused(Answer answer) implements Admission {}
    }

    private static final String TYPE = "WECHATPAY2-SHA256-RSA2048 ";
    private static final Pattern FIELD = Pattern.compile("(\\w+)=\"([^\"]*)\"");
    private static final Duration SKEW_MAX = Duration.ofMinutes(5);

    private final Providers providers;
    private final Clock clock;

    Gatekeeper(Providers providers, Clock clock) {
        this.providers = providers;
        this.clock = clock;
    }

    /** @param target path and query as they stood on the request line */
    Admission admit(String method, String target, String body, @Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(TYPE)) {
            return refused("Authorization must be " + TYPE.strip());
        }
        Map<String, String> fields = fields(authorization);
        Optional<Provider> known = providers.bySpMchid(fields.getOrDefault("mchid", ""));
        if (known.isEmpty()) {
            return refused("mchid is not one of ours");
        }
        Provider provider = known.get();
        String timestamp = fields.getOrDefault("timestamp", "");
        if (!provider.keys().merchantSerial().equals(fields.get("serial_no"))) {
            return refused("serial_no is not the merchant certificate's");
        }
        if (!isFresh(timestamp)) {
            return refused("timestamp is more than 5 minutes from now");
        }
        String message = method + "\n" + target + "\n" + timestamp + "\n" + fields.getOrDefault("nonce_str", "") + "\n"
                + body + "\n";
        if (!provider.signatures().verify(message, fields.getOrDefault("signature", ""))) {
            return refused("signature does not fit the request");
        }
        return new Admission.Admitted(provider);
    }

    private boolean isFresh(String timestamp) {
        if (!timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, clock.instant()).abs().compareTo(SKEW_MAX) <= 0;
    }

    private static Map<String, String> fields(String authorization) {
        Map<String, String> fields = new HashMap<>();
        Matcher matcher = FIELD.matcher(authorization);
        while (matcher.find()) {
            fields.put(matcher.group(1), matcher.group(2));
        }
        return fields;
    }

    private static Admission refused(String message) {
        return new Admission.Refused(Answer.refused(401, "SIGN_ERROR", message));
    }
}

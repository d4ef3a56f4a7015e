package io.baytap.sandbox.identity;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks people who they are, believes them, and sends them back with a code. It keeps no session: it asks every time. */
final class LoginDesk {

    /** Of PKCE with S256: 43 characters of base64url. */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final IdentityConfig config;
    private final Grants grants;
    private volatile Duration datedBack = Duration.ZERO;

    LoginDesk(IdentityConfig config, Grants grants) {
        this.config = config;
        this.grants = grants;
    }

    void dateBack(Duration by) {
        datedBack = by;
    }

    void endAll() {
        grants.end();
    }

    Reply page(Form asked) {
        return problem(asked).map(LoginDesk::refuse).orElseGet(() -> Reply.page(200, LoginForm.html(asked)));
    }

    Reply choose(Form asked) {
        Optional<String> problem = problem(asked);
        if (problem.isPresent()) {
            return refuse(problem.get());
        }
        Instant now = config.time().instant();
        return Person.find(asked.find("person"))
                .map(person -> Reply.goOn(Form.address(
                        config.home().resolve("/login").toString(),
                        parameters(
                                "code",
                                grants.code(
                                        person,
                                        now,
                                        now.minus(datedBack),
                                        asked.find("nonce"),
                                        asked.fields().getOrDefault("code_challenge", "")),
                                "state",
                                asked.find("state")))))
                .orElseGet(() -> refuse("nobody is called that"));
    }

    /** Ends what it gave, and sends people back if the client says where. */
    Reply logout(Form asked) {
        endAll();
        String home = config.home().resolve("/").toString();
        return asked.is("client_id", config.clientId()) && asked.is("post_logout_redirect_uri", home)
                ? Reply.goOn(home)
                : Reply.page(200, "<!doctype html><title>Logged out</title><p>Logged out.");
    }

    /** Why nobody can be sent on. An address that is not the client's own is not even told so by a redirect. */
    private Optional<String> problem(Form asked) {
        if (!asked.is("client_id", config.clientId())) {
            return Optional.of("unknown client_id");
        }
        if (!asked.is("redirect_uri", config.home().resolve("/login").toString())) {
            return Optional.of("redirect_uri is not the client's");
        }
        if (!asked.is("response_type", "code")) {
            return Optional.of("response_type is not code");
        }
        boolean challenged = asked.is("code_challenge_method", "S256")
                && CHALLENGE
                        .matcher(asked.fields().getOrDefault("code_challenge", ""))
                        .matches();
        return challenged ? Optional.empty() : Optional.of("needs PKCE with S256");
    }

    private static Map<String, @Nullable String> parameters(
            String first, @Nullable String value, String second, @Nullable String other) {
        Map<String, @Nullable String> parameters = new HashMap<>();
        parameters.put(first, value);
        parameters.put(second, other);
        return parameters;
    }

    private static Reply refuse(String why) {
        return Reply.page(400, "<!doctype html><title>Refused</title><p>" + why + ".");
    }
}

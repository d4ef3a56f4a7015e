package io.baytap.reporting.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The bearer token of whoever asks for a screen: other services hear the question as theirs. Nobody has one where access is open. */
@RequestScoped
public class VisitorToken {

    private Optional<String> token = Optional.empty();

    public Optional<String> token() {
        return token;
    }

    /** Takes the token, without the word Bearer. */
    public void carry(String bearer) {
        token = Optional.of(bearer);
    }
}

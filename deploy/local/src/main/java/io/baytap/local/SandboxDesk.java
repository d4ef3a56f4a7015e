package io.baytap.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What the launcher tells the sandbox, and asks of it: the providers' clock, planted errors, and our bank. */
final class SandboxDesk {

    private static final String JSON = "application/json";

    private final Http http;
    private final URI sandbox;

    SandboxDesk(Line line) {
        this.http = line.http();
        this.sandbox = line.provider();
    }

    /** Debits and refunds are dated by that time from now on. */
    void tell(Instant now) {
        put("/sandbox/v1/clock", "{\"now\":\"" + now + "\"}");
    }

    /** Plants errors into what providers and bank will tell of the day. */
    void plantErrors(LocalDate day, long seed) {
        put("/sandbox/v1/planted-errors", "{\"day\":\"" + day + "\",\"seed\":" + seed + "}");
    }

    /** What was planted, as the sandbox lists it. */
    JsonNode plantedErrors() {
        return http.getJson(sandbox.resolve("/sandbox/v1/planted-errors"));
    }

    /** Hands a pain.001 to the bank. */
    void pay(String pain001) {
        http.post(sandbox.resolve("/bank/v1/payments"), pain001, "application/xml");
    }

    /** Agrees a deal with the bank, which settles it on its value date. */
    void agree(FxDesk.Deal deal) {
        String legs = deal.legs().stream()
                .map(leg -> "{\"currency\":\"" + leg.currency() + "\",\"minor\":" + leg.minor() + "}")
                .collect(Collectors.joining(","));
        String body = "{\"deal_id\":\"" + deal.id() + "\",\"struck_on\":\"" + deal.struckOn() + "\",\"value_date\":\""
                + deal.valueDate() + "\",\"legs\":[" + legs + "]}";
        http.post(sandbox.resolve("/bank/v1/deals"), body, JSON);
    }

    /** Lets the bank close its days up to this one. */
    void closeBank(LocalDate day) {
        http.post(sandbox.resolve("/bank/v1/end-of-day?day=" + day), "", JSON);
    }

    /** Our accounts at the bank. */
    List<String> accounts() {
        List<String> accounts = new ArrayList<>();
        http.getJson(sandbox.resolve("/bank/v1/accounts"))
                .path("accounts")
                .forEach(account -> accounts.add(account.path("account").asText()));
        return accounts;
    }

    /** A camt.053 of a day that the bank closed. */
    String statement(String account, LocalDate day) {
        return http.get(sandbox.resolve("/bank/v1/accounts/" + account + "/statements/" + day));
    }

    private void put(String path, String body) {
        http.put(sandbox.resolve(path), body, JSON);
    }
}

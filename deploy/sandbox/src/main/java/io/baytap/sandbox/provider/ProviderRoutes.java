package io.baytap.sandbox.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.baytap.sandbox.bank.BankDesk;
import io.baytap.sandbox.statements.BooksDesk;
import io.baytap.sandbox.statements.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a request to its desk, and back with the signature checked and made. */
final class ProviderRoutes {

    /**
     * A request.
     *
     * @param target path and query as they stood on the wire
     */
    record Call(String method, String target, @Nullable String authorization, String body) {

        String path() {
            int question = target.indexOf('?');
            return question < 0 ? target : target.substring(0, question);
        }

        String query() {
            return target.substring(Math.min(target.length(), path().length() + 1));
        }
    }

    /**
     * What goes back.
     *
     * @param silent nothing goes back at all, for as long as the sandbox is told to hang
     * @param after to be run once the answer is on its way
     */
    record Reply(Answer answer, Map<String, String> headers, boolean silent, Runnable after) {}

    /** The desks that requests are brought to. */
    record Desks(
            DebitDesk debits,
            Notices notices,
            RefundDesk refunds,
            ContractDesk contracts,
            CertificateDesk certificates,
            ControlDesk control,
            BooksDesk books,
            BankDesk bank) {}

    private static final Answer NO_SUCH_PATH = Answer.refused(404, "NOT_FOUND", "no such path");
    private static final String TRANSACTIONS = "/v3/global/papay/transactions";
    private static final String BY_OUT_TRADE_NO = TRANSACTIONS + "/out-trade-no/";
    private static final String CONTRACTS = "/v3/global/papay/contracts/";
    private static final String REFUNDS = "/v3/global/refunds";
    private static final String BY_OUT_REFUND_NO = REFUNDS + "/out-refund-no/";
    private static final String BEHAVIOURS = "/sandbox/v1/behaviours/";

    private final ObjectMapper json = new ObjectMapper();
    private final Gatekeeper gatekeeper;
    private final Desks desks;

    ProviderRoutes(Gatekeeper gatekeeper, Desks desks) {
        this.gatekeeper = gatekeeper;
        this.desks = desks;
    }

    Reply reply(Call call) {
        if (call.path().startsWith("/sandbox/")) {
            return desks.books
                    .control(call.method, call.path(), call.body)
                    .map(page -> reply(page, Map.of()))
                    .orElseGet(() -> unsigned(control(call)));
        }
        if (call.path().startsWith("/bank/")) {
            return reply(desks.bank.answer(call.method, call.path(), call.target, call.body), Map.of());
        }
        return switch (gatekeeper.admit(call.method, call.target, call.body, call.authorization)) {
            case Gatekeeper.Admission.Refused(Answer answer) -> unsigned(answer);
            case Gatekeeper.Admission.Admitted(Provider provider) -> provide(provider, call);
        };
    }

    private Reply provide(Provider provider, Call call) {
        Optional<Page> told = call.method.equals("GET")
                ? desks.books.signed(provider.scheme().spMchid(), call.path(), call.target)
                : Optional.empty();
        if (told.isPresent()) {
            return reply(told.get(), provider.signer().headers(told.get().signed()));
        }
        return switch (call.method + " " + call.path()) {
            case "POST " + TRANSACTIONS -> debit(provider, parse(call.body));
            case "POST " + REFUNDS ->
                signed(provider, desks.refunds.refund(provider.ledger(), parse(call.body)), ProviderRoutes::nothing);
            case String other ->
                signed(
                        provider,
                        other.startsWith("GET ") ? get(provider, call) : NO_SUCH_PATH,
                        ProviderRoutes::nothing);
        };
    }

    private Reply debit(Provider provider, JsonNode body) {
        return switch (desks.debits.debit(provider.ledger(), body)) {
            case DebitDesk.Outcome.Answered(Answer answer, var trade, boolean first) ->
                signed(
                        provider,
                        answer,
                        first && trade != null ? () -> desks.notices.after(provider, trade) : ProviderRoutes::nothing);
            case DebitDesk.Outcome.Hanging(Trade trade) ->
                new Reply(NO_SUCH_PATH, Map.of(), true, () -> desks.notices.after(provider, trade));
        };
    }

    private Answer get(Provider provider, Call call) {
        SchemeLedger ledger = provider.ledger();
        String path = call.path();
        String subMchid = parameter(call.query(), "sub_mchid");
        if (path.startsWith(BY_OUT_TRADE_NO)) {
            return desks.debits.query(ledger, path.substring(BY_OUT_TRADE_NO.length()), subMchid);
        }
        if (path.startsWith(BY_OUT_REFUND_NO)) {
            return desks.refunds.query(ledger, path.substring(BY_OUT_REFUND_NO.length()), subMchid);
        }
        if (path.startsWith(CONTRACTS)) {
            return desks.contracts.query(ledger, path.substring(CONTRACTS.length()));
        }
        return path.equals("/v3/global/certificates") ? desks.certificates.list(provider.keys()) : NO_SUCH_PATH;
    }

    private Answer control(Call call) {
        return switch (call.method + " " + call.path()) {
            case "GET /sandbox/v1/books" -> desks.control.showBooks();
            case "GET /sandbox/v1/contracts" -> desks.control.contracts();
            case "POST /sandbox/v1/contracts" -> desks.control.sign(parse(call.body));
            case String other
            when other.startsWith("PUT " + BEHAVIOURS) ->
                desks.control.behave(call.path().substring(BEHAVIOURS.length()), parse(call.body));
            case String _ -> NO_SUCH_PATH;
        };
    }

    /** What cannot be read has no fields: the answer names the first one that is missing. */
    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    private static @Nullable String parameter(String query, String name) {
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return pair.substring(name.length() + 1);
            }
        }
        return null;
    }

    private static Reply signed(Provider provider, Answer answer, Runnable after) {
        return new Reply(answer, provider.signer().headers(answer.text()), false, after);
    }

    private static Reply reply(Page page, Map<String, String> signature) {
        Map<String, String> headers = new HashMap<>(page.headers());
        headers.putAll(signature);
        return new Reply(new Answer(page.status(), page.text()), headers, false, ProviderRoutes::nothing);
    }

    private static Reply unsigned(Answer answer) {
        return new Reply(answer, Map.of(), false, ProviderRoutes::nothing);
    }

    private static void nothing() {}
}
